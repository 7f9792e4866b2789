/**
 * Makes a brief of a Word file: its headings, paragraphs, lists, quotations, code and tables. The file is read in a process of its own, as
 * every file from outside; what is not taken over is said in the report.
 */
import { about, TITLE_LIMIT } from '../../shared/brief/about.ts'
import type { BodyNode } from '../../shared/brief/body.ts'
import type { Person } from '../../shared/brief/document.ts'
import { fillBrief } from '../../shared/brief/fill.ts'
import type { TextBlock } from '../../shared/wire/inputs.ts'
import { Refusal } from '../../shared/wire/refusal.ts'
import type { Arrived, Readers } from '../ingest/ingest.ts'
import { DOCX } from '../ingest/kind.ts'
import type { Reading } from '../ingest/read.ts'
import { createBrief } from './create.ts'
import type { Desk } from './documents.ts'

type Import = { content: Uint8Array | Arrived; owner: Person; fallback?: string | undefined }

const REPORT = [
  'Bold, italic, links, pictures, comments and tracked changes of the Word file were not taken over; its words were.',
  'Footnotes of the Word file stand as a list at its end, and its citations are words without a tie to a source.',
]

export const importWord = async (
  desk: Desk & { readers: Readers },
  { content, owner, fallback }: Import,
): Promise<{ id: string; report: string[] }> => {
  const reading = await desk.readers.read({ content, filename: null, mediaType: DOCX, range: null }, {})
  if (reading.mediaType !== DOCX)
    throw new Refusal('unreadable', 'This is not a Word file. Nothing was imported; save it again as .docx.')
  const title = (reading.guess.title ?? fallback ?? 'Imported brief').slice(0, TITLE_LIMIT)
  const id = await createBrief(desk, {
    title,
    owner,
    captures: [],
    seed: (doc) =>
      fillBrief(doc, {
        about: about.parse({ title }),
        body: bodyOf(reading),
        footnotes: new Map(),
        sources: new Map(),
        excerpts: new Map(),
        citations: new Map(),
        checks: new Map(),
      }),
  })
  return { id, report: [...REPORT] }
}

const paragraph = (words: string): BodyNode => ({
  type: 'paragraph',
  ...(words && { content: [{ type: 'text', text: words }] }),
})

/** Blocks of one kind that follow each other and belong together. */
const groupOf = ({ kind, table }: TextBlock): string =>
  kind === 'row' ? `row ${table}` : kind === 'list-item' || kind === 'quote' ? kind : ''

export const bodyOf = ({ text, blocks }: Pick<Reading, 'text' | 'blocks'>): BodyNode => {
  const content: BodyNode[] = []
  for (let at = 0; at < blocks.length;) {
    let end = at + 1
    const group = groupOf(blocks[at]!)
    if (group !== '') while (end < blocks.length && groupOf(blocks[end]!) === group) end++
    content.push(nodeOf(blocks.slice(at, end), text))
    at = end
  }
  return { type: 'doc', content: content.length > 0 ? content : [paragraph('')] }
}

const nodeOf = (group: readonly TextBlock[], text: string): BodyNode => {
  const first = group[0]!
  const words = ({ start, end }: { start: number; end: number }) => text.slice(start, end)
  switch (first.kind) {
    case 'heading': {
      const level = Math.min(6, Math.max(1, first.level ?? 1))
      return { type: 'heading', attrs: { level }, content: [{ type: 'text', text: words(first) }] }
    }
    case 'list-item':
      return {
        type: 'bulletList',
        content: group.map((each) => ({ type: 'listItem', content: [paragraph(words(each))] })),
      }
    case 'quote':
      return { type: 'blockquote', content: group.map((each) => paragraph(words(each))) }
    case 'code':
      return { type: 'codeBlock', content: [{ type: 'text', text: words(first) }] }
    case 'row':
      return tableOf(group, words)
    default:
      return paragraph(words(first))
  }
}

/** The first of several rows heads the columns, as in most tables. */
const tableOf = (
  rows: readonly TextBlock[],
  words: (place: { start: number; end: number }) => string,
): BodyNode => {
  const columns = Math.max(1, ...rows.map(({ cells }) => cells?.length ?? 1))
  return {
    type: 'table',
    content: rows.map((row, at) => {
      const cells = (row.cells ?? [row]).map((cell) => words(cell))
      const filled = [...cells, ...Array.from({ length: columns - cells.length }, () => '')]
      const type = at === 0 && rows.length > 1 ? 'tableHeader' : 'tableCell'
      return { type: 'tableRow', content: filled.map((cell) => ({ type, content: [paragraph(cell)] })) }
    }),
  }
}
