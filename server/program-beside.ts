/** Where a program lies that the server starts as a process or a thread of its own. */
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export type Program = {
  file: string
  /** Arguments for Node that read its source; none for what was built. */
  loader: string[]
}

/**
 * `name`: of a file beside the one at `own` (its `import.meta.url`), without its ending; vite.config.ts builds it by that name. Of what was built,
 * the built one. Of the sources, its source; where VOUCH_BUILT says that the build is of these very sources, the built one too, which starts
 * in a quarter of the time.
 */
export const programBeside = (own: string, name: string): Program => {
  const at = (path: string, from = import.meta.url) => fileURLToPath(new URL(path, from))
  const builtOnes = [at(`${name}.js`), ...(process.env.VOUCH_BUILT ? [at(`../dist/server/${name}.js`)] : [])]
  const built = builtOnes.find((file) => existsSync(file))
  if (built) return { file: built, loader: [] }
  return { file: at(`${name}.ts`, own), loader: ['--import', at('../bin/typescript.mjs')] }
}
