/** A brief that went out as a Word file and comes back: the exported one, with pieces of its mark-up changed as Word and LibreOffice do. */
import { Transform } from '@tiptap/pm/transform'
import { zipOf } from '../../server/brief/zip.ts'
import { readWord } from '../../server/ingest/word-document.ts'
import { wordFile } from '../../server/paper/word-file.ts'
import type { BodyNode } from '../../shared/brief/body.ts'
import { type ReadBrief, withOrder } from '../../shared/brief/read.ts'
import { schema } from '../../shared/editor/schema.ts'
import { broughtBack } from '../../shared/word/differences.ts'
import type { WordDocument } from '../../shared/word/document.ts'
import { take } from '../../shared/word/take.ts'

export const sentOut = async (
  brief: ReadBrief,
  change: (xml: string) => string = (xml) => xml,
): Promise<WordDocument> => {
  const parts = wordFile(brief).map(({ name, bytes }) => ({
    name,
    bytes: name === 'word/document.xml' ? Buffer.from(change(bytes.toString())) : bytes,
  }))
  return (await readWord(new Uint8Array(await zipOf(parts)))).document
}

/** Takes all of them, one after the other, each found anew. */
export const takeAll = (brief: ReadBrief, file: WordDocument): ReadBrief => {
  let now = brief
  for (let n = 0; n < 100; n++) {
    const next = broughtBack(now, file).differences.find(({ edit }) => edit !== null)
    if (!next) return now
    const tr = new Transform(schema.nodeFromJSON(now.body))
    if (!take(tr, next.edit!, now, file)) throw new Error(`It cannot be taken: ${JSON.stringify(next)}`)
    tr.doc.check()
    now = withOrder({ ...now, body: tr.doc.toJSON() })
  }
  throw new Error('Taking does not come to an end.')
}

/** What the body reads, a block of text each; a citation as its id in brackets. Of a row its cells, with bars between. */
export const reads = (node: BodyNode): string[] => {
  if (node.type === 'tableRow') return [(node.content ?? []).map((cell) => reads(cell).join(' ')).join(' | ')]
  const children = node.content ?? []
  if (children.every(({ type }) => ['text', 'citation', 'hardBreak'].includes(type)))
    return [children.map((child) => child.text ?? `[${String(child.attrs?.id)}]`).join('')]
  return children.flatMap(reads)
}
