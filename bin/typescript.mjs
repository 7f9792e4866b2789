/**
 * For programs that are started from their sources (`node --import ./bin/typescript.mjs x.ts`): our own files lose
 * their types as they are loaded, and packages are left alone. tsx would rewrite those too, which takes a PDF
 * reader seconds and hundreds of megabytes.
 */
import { register } from 'node:module'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { isMainThread } from 'node:worker_threads'

if (isMainThread) register(import.meta.url)

export const load = async (url, context, next) => {
  // As the build does: a file's text (styles, locales).
  if (url.endsWith('?raw')) {
    const text = await readFile(fileURLToPath(url), 'utf8')
    return { format: 'module', source: `export default ${JSON.stringify(text)}`, shortCircuit: true }
  }
  if (!url.endsWith('.ts')) return next(url, context)
  const { transform } = await import('esbuild')
  const { code } = await transform(await readFile(fileURLToPath(url), 'utf8'), {
    loader: 'ts',
    format: 'esm',
    target: 'node20',
  })
  return { format: 'module', source: code, shortCircuit: true }
}
