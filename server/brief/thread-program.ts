/** Where the program of a thread lies: beside the server's file when it was built, its source when it was not. */
import { existsSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'

/** `name`: of a file of this folder, without its ending; vite.config.ts builds it by that name. */
export const threadProgram = (name: string): URL => {
  const built = fileURLToPath(new URL(`${name}.js`, import.meta.url))
  if (existsSync(built)) return pathToFileURL(built)
  const source = new URL(`${name}.ts`, import.meta.url)
  const types = new URL('../../bin/typescript.mjs', import.meta.url).href
  const code = `import { register } from 'node:module'; register('${types}'); await import('${source.href}')`
  return new URL(`data:text/javascript,${encodeURIComponent(code)}`)
}
