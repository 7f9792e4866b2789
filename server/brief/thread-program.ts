/** The program of a thread, as a Worker takes it. */
import { pathToFileURL } from 'node:url'
import { programBeside } from '../program-beside.ts'

/** `name`: of a file of this folder, without its ending. */
export const threadProgram = (name: string): URL => {
  const {
    file,
    loader: [, types],
  } = programBeside(import.meta.url, name)
  const program = pathToFileURL(file)
  if (!types) return program
  const code = `import { register } from 'node:module'; register('${pathToFileURL(types).href}'); await import('${program.href}')`
  return new URL(`data:text/javascript,${encodeURIComponent(code)}`)
}
