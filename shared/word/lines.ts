/**
 * The textblocks of a brief and the paragraphs of a Word file, each in a row as they are read: what is matched with one another. Those without
 * words are left out, and those that follow from the brief.
 */
import type { BodyNode } from '../brief/body.ts'
import { textBlocks } from '../brief/text-block.ts'
import { isDrawn } from './blocks.ts'
import { type Bookmark, readBookmark } from './bookmark.ts'
import type { ByLine, WordBlock, WordNote, WordParagraph, WordRow, WordTable } from './document.ts'
import {
  behindStops,
  citationObject,
  emptyStream,
  lookOf,
  OBJECT,
  type Placed,
  printOfWords,
  type Stream,
  streamOfBlock,
} from './stream.ts'

/** A node with its place in the editor's document. */
export type Step = { node: BodyNode; pos: number }

export type Line = {
  node: BodyNode
  pos: number
  /** The blocks around it, the outermost first. */
  around: Step[]
  kind: string
  stream: Placed
  words: string
}

/** Places that it takes in the editor's document. */
export const sizeOf = (node: BodyNode): number => {
  if (node.text !== undefined) return node.text.length
  // Atoms: they stand in a line, or hold nothing.
  if (ATOMS.has(node.type)) return 1
  return 2 + (node.content ?? []).reduce((sum, child) => sum + sizeOf(child), 0)
}
const ATOMS = new Set([
  'citation',
  'footnote',
  'hardBreak',
  'picture',
  'references',
  'tableOfContents',
  'unknown',
  'horizontalRule',
])

export const linesOf = (body: BodyNode): Line[] => {
  const lines: Line[] = []
  const visit = (node: BodyNode, pos: number, around: Step[]) => {
    if (textBlocks.has(node.type)) {
      const heads = around.some((step) => step.node.type === 'tableHeader')
      const stream = streamOfBlock(node, pos + 1, heads ? { base: ['bold'] } : {})
      if (stream.text.trim() !== '')
        lines.push({ node, pos, around, kind: kindOf(node, around), stream, words: printOfWords(stream) })
      return
    }
    let at = pos + 1
    const inside = [...around, { node, pos }]
    for (const child of node.content ?? []) {
      visit(child, at, inside)
      at += sizeOf(child)
    }
  }
  let at = 0
  for (const child of body.content ?? []) {
    visit(child, at, [])
    at += sizeOf(child)
  }
  return lines
}

const LISTS: Record<string, string> = { bulletList: 'bullet', orderedList: 'number', taskList: 'task' }
/** Word's lists have nine levels. */
const DEEPEST = 8

/** What it is for, in words that Word's paragraphs have, too. */
const kindOf = (node: BodyNode, around: readonly Step[]): string => {
  const types = around.map((step) => step.node.type)
  if (types.includes('tableCell') || types.includes('tableHeader')) return 'cell'
  if (node.type === 'heading')
    return `heading ${Math.min(6, Math.max(1, Number(node.attrs?.level ?? 1) || 1))}`
  if (node.type === 'codeBlock') return 'code'
  if (node.type === 'caption') return 'caption'
  const item = around.at(-1)
  const list = LISTS[types.at(-2) ?? '']
  if (list && item?.node.content?.[0] === node && list !== 'task') {
    const depth = types.filter((type) => LISTS[type]).length - 1
    return `${list} ${Math.min(DEEPEST, depth)}`
  }
  if (types.some((type) => LISTS[type])) return 'plain'
  if (types.includes('callout')) return 'callout'
  if (types.includes('quotation') || types.includes('blockquote')) return 'quote'
  return 'plain'
}

export type WordStream = Stream & {
  /** Of each letter: the number of the change that it belongs to, from 1; 0: none. */
  group: number[]
  /** Of each letter that belongs to one: it comes. Otherwise it goes. */
  comes: boolean[]
}

export type WordCellPlace = { table: WordTable; row: WordRow; rowNumber: number; tableNumber: number }

export type WordLine = {
  /** Number among all paragraphs of the file. */
  number: number
  paragraph: WordParagraph
  kind: string
  stream: WordStream
  /** Who made which change, by its number. */
  groups: Map<number, ByLine>
  bookmarks: Extract<Bookmark, { is: 'block' }>[]
  cell: WordCellPlace | null
  /** As it reads without its changes, and with them. */
  before: string
  after: string
  /** A picture that was not in the file when it was made. */
  hasPicture: boolean
}

export type Notes = readonly WordNote[]

/** Which citation or footnote a note of the file stands for: a footnote of the writer's own may hold citations, too. */
export const noteObject = (notes: Notes, number: number): string => {
  const paragraphs = (notes[number]?.blocks ?? []).flatMap((block) =>
    block.is === 'paragraph' ? [block] : [],
  )
  const bookmarks = paragraphs.flatMap((each) => each.bookmarks ?? []).map(readBookmark)
  const footnote = bookmarks.find((each) => each?.is === 'note' && each.id !== null)
  if (footnote?.is === 'note') return `f:${footnote.id}`
  const citation = paragraphs
    .flatMap(({ runs }) => runs)
    .find((run) => run.is === 'citation' && run.citation.id !== '')
  // One that came in Word: its number is a name that no footnote of ours has.
  return citation?.is === 'citation' ? citationObject(citation.citation.id) : `f:#${number}`
}

/** Tracked changes get numbers in `groups`. */
export const streamOfParagraph = (
  paragraph: WordParagraph,
  notes: Notes,
  groups: Map<number, ByLine>,
  isNote = false,
): WordStream => {
  const stream: WordStream = { ...emptyStream(), group: [], comes: [] }
  const inLine = new Set<number>()
  let open = null as { number: number; author: string } | null
  for (const run of paragraph.runs) {
    if (run.is === 'picture') continue
    const text = run.is === 'text' ? run.text : OBJECT
    const by = run.deleted ?? run.inserted
    // What came and went again was never there.
    if (run.inserted && run.deleted) continue
    if (!by) open = null
    else if (open?.author !== by.author) {
      open = { number: groups.size + 1, author: by.author }
      groups.set(open.number, by)
    }
    if (run.is === 'citation') {
      inLine.add(stream.text.length)
      stream.objects.set(stream.text.length, citationObject(run.citation.id))
    }
    if (run.is === 'note') stream.objects.set(stream.text.length, noteObject(notes, run.note))
    const look =
      run.is === 'text' ? (paragraph.role === 'code' ? '' : lookOf(run.marks ?? [], run.href ?? null)) : ''
    for (let n = 0; n < text.length; n++) {
      stream.looks.push(look)
      stream.group.push(open?.number ?? 0)
      stream.comes.push(run.inserted !== undefined)
    }
    stream.text += text
  }
  // In a note they stand in brackets, as they do in the note's own line.
  return withoutBox(isNote ? stream : behindStops(stream, (at) => inLine.has(at)))
}

const withoutBox = (stream: WordStream): WordStream => {
  const box = /^[☐☑☒]\t/.exec(stream.text)?.[0]
  return box ? cut(stream, box.length) : stream
}

const cut = (stream: WordStream, from: number): WordStream => ({
  text: stream.text.slice(from),
  looks: stream.looks.slice(from),
  group: stream.group.slice(from),
  comes: stream.comes.slice(from),
  objects: new Map(
    [...stream.objects].filter(([at]) => at >= from).map(([at, object]) => [at - from, object]),
  ),
})

/** The stream with the changes that `isTaken` names, and without the others. `from[n]`: the place of letter n in the whole one. */
export const asIf = (
  { text, looks, objects, group, comes }: WordStream,
  isTaken: (group: number) => boolean,
): Stream & { from: number[] } => {
  const stream: Stream & { from: number[] } = { ...emptyStream(), from: [] }
  for (let n = 0; n < text.length; n++) {
    if (group[n] !== 0 && isTaken(group[n]!) !== comes[n]) continue
    const object = objects.get(n)
    if (object) stream.objects.set(stream.text.length, object)
    stream.text += text[n]
    stream.looks.push(looks[n]!)
    stream.from.push(n)
  }
  return stream
}

const kindOfParagraph = (paragraph: WordParagraph, inCell: boolean): string => {
  if (inCell) return 'cell'
  if (paragraph.role === 'heading') return `heading ${paragraph.level ?? 1}`
  if (paragraph.role === 'code' || paragraph.role === 'caption') return paragraph.role
  const { list } = paragraph
  if (list) return `${list.ordered ? 'number' : 'bullet'} ${list.depth}`
  return paragraph.role === 'quote' || paragraph.role === 'callout' ? paragraph.role : 'plain'
}

const HEADS = new Set<WordParagraph['role']>([
  'title',
  'subtitle',
  'contents',
  'bibliography',
  'quote-source',
  'rule',
])

/** The paragraphs that may stand in the brief. */
export const wordLinesOf = (blocks: readonly WordBlock[], notes: Notes): WordLine[] => {
  const lines: WordLine[] = []
  let number = 0
  let tables = 0
  const visit = (within: readonly WordBlock[], cell: WordCellPlace | null) => {
    for (const block of within) {
      if (block.is === 'table') {
        const tableNumber = tables++
        block.rows.forEach((row, rowNumber) => {
          for (const each of row.cells) visit(each.blocks, { table: block, row, rowNumber, tableNumber })
        })
        continue
      }
      const groups = new Map<number, ByLine>()
      const stream = streamOfParagraph(block, notes, groups)
      const own = number++
      const hasPicture = !isDrawn(block) && block.runs.some((run) => run.is === 'picture' && !run.deleted)
      if ((stream.text.trim() === '' && !hasPicture) || isDrawn(block) || HEADS.has(block.role)) continue
      lines.push({
        number: own,
        paragraph: block,
        kind: kindOfParagraph(block, cell !== null),
        stream,
        groups,
        bookmarks: (block.bookmarks ?? []).flatMap((name) => {
          const bookmark = readBookmark(name)
          return bookmark?.is === 'block' ? [bookmark] : []
        }),
        cell,
        before: printOfWords(asIf(stream, () => false)),
        after: printOfWords(asIf(stream, () => true)),
        hasPicture,
      })
    }
  }
  visit(blocks, null)
  return lines
}
