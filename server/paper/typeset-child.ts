/** A process that sets one brief as a PDF and ends; typeset.ts starts it. It reads no file and no address. */
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { watchMemory } from '../ingest/memory-watch.ts'
import { PDF_TEMPLATE } from './pdf-template.ts'
import type { ToSet, Typeset } from './typeset.ts'

/** A hundred thousand words with a thousand citations take a quarter of it. */
const MOST = 1024 ** 3

const setAll = ({ brief, pictures }: ToSet): Typeset => {
  // A folder that is not there: what the template does not bring along cannot be read.
  const compiler = NodeCompiler.create({ workspace: '/no-such-folder', inputs: { brief } })
  for (const [hash, bytes] of pictures) compiler.mapShadow(`/no-such-folder/${hash}.png`, Buffer.from(bytes))
  const made = compiler.compile({ mainFileContent: PDF_TEMPLATE })
  if (!made.result) return { broke: JSON.stringify(made.takeDiagnostics()?.shortDiagnostics ?? []) }
  return { pdf: compiler.pdf(made.result, { pdfTags: true }) }
}

process.on('message', (asked) => {
  watchMemory(MOST)
  let said: Typeset
  try {
    said = setAll(asked as ToSet)
  } catch (error) {
    said = { broke: String(error) }
  }
  process.send?.(said, () => process.exit(0))
})
process.on('disconnect', () => process.exit(0))
