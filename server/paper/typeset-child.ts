/** A process that sets one brief as a PDF and ends; typeset.ts starts it. It reads no file and no address. */
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { PICTURE_ENDINGS, pictureKind } from '../../shared/brief/picture-kind.ts'
import { watchMemory } from '../ingest/memory-watch.ts'
import { PDF_TEMPLATE } from './pdf-template.ts'
import type { ToSet, Typeset } from './typeset.ts'

/** A hundred thousand words with a thousand citations take a quarter of it. */
const MOST = 1024 ** 3

const NOWHERE = '/no-such-folder'

/** A folder that is not there: what the template does not bring along cannot be read. */
const compilerFor = ({ pictures }: ToSet, inputs: Record<string, string> = {}) => {
  const compiler = NodeCompiler.create({ workspace: NOWHERE, inputs })
  const files: string[] = []
  for (const [hash, bytes] of pictures) {
    const kind = pictureKind(bytes)
    if (!kind) continue
    files.push(`/${hash}.${PICTURE_ENDINGS[kind]}`)
    compiler.mapShadow(`${NOWHERE}${files.at(-1)}`, Buffer.from(bytes))
  }
  return { compiler, files }
}

/** Pictures that begin as pictures do and are damaged further on: each is tried alone, for one would spoil the whole. */
const unreadableOf = (asked: ToSet): string[] => {
  const { compiler, files } = compilerFor(asked)
  return files.filter((file) => !compiler.compile({ mainFileContent: `#image("${file}")` }).result)
}

const setOnce = (asked: ToSet, unreadable: string[]): Typeset => {
  const { compiler } = compilerFor(asked, { brief: asked.brief, unreadable: JSON.stringify(unreadable) })
  const made = compiler.compile({ mainFileContent: PDF_TEMPLATE })
  if (!made.result) return { broke: JSON.stringify(made.takeDiagnostics()?.shortDiagnostics ?? []) }
  return { pdf: compiler.pdf(made.result, { pdfTags: true }) }
}

const setAll = (asked: ToSet): Typeset => {
  const set = setOnce(asked, [])
  if ('pdf' in set || asked.pictures.length === 0) return set
  const unreadable = unreadableOf(asked)
  return unreadable.length > 0 ? setOnce(asked, unreadable) : set
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
