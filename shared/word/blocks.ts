/**
 * Paragraphs and tables of a Word file as blocks of a brief. Tracked changes are read as they would be once accepted; who asks otherwise
 * gives a file without them.
 */
import type { BodyMark, BodyNode } from '../brief/body.ts'
import { newId } from '../brief/id.ts'
import { textBlocks } from '../brief/text-block.ts'
import { everyWritten } from '../words/written.ts'
import { joinText } from '../markdown/normal.ts'
import { readBookmark } from './bookmark.ts'
import type { WordBlock, WordNote, WordParagraph, WordRun, WordTable } from './document.ts'
import type { Works } from './works.ts'

export type Picture = { sha256: string; width: number; height: number }

export type Making = {
  notes: readonly WordNote[]
  works: Works
  /** Texts of footnotes that were met, by their new ids. */
  footnotes: Map<string, readonly BodyNode[]>
  /** By its place in the file; null: it cannot be shown. */
  picture(place: number): Picture | null
  /** The file is one of ours: what follows from the brief is left out, to be drawn anew. */
  isOurs: boolean
}

export const isDrawn = ({ bookmarks }: WordParagraph): boolean =>
  (bookmarks ?? []).some((name) => readBookmark(name)?.is === 'drawn')

/** Its runs once every tracked change is accepted. */
export const finalRuns = ({ runs }: WordParagraph): WordRun[] => runs.filter(({ deleted }) => !deleted)

const marksOf = ({ marks, href }: WordRun): BodyMark[] => [
  ...(marks ?? []).map((type) => ({ type })),
  ...(href && !marks?.includes('code') ? [{ type: 'link', attrs: { href } }] : []),
]

const textNode = (text: string, marks: BodyMark[]): BodyNode[] =>
  text === '' ? [] : [marks.length > 0 ? { type: 'text', text, marks } : { type: 'text', text }]

/** The line of text that runs make; pictures in it are not there. */
export const lineOf = (runs: readonly WordRun[], making: Making): BodyNode[] => {
  const line: BodyNode[] = []
  for (const run of runs) {
    if (run.is === 'text') {
      const marks = marksOf(run)
      run.text
        .replaceAll('\t', ' ')
        .split('\n')
        .forEach((part, at) => {
          if (at > 0) line.push({ type: 'hardBreak' })
          line.push(...textNode(part, marks))
        })
    } else if (run.is === 'citation') line.push(...citationOf(run.citation, making, line))
    else if (run.is === 'note') line.push(...noteOf(making.notes[run.note], making))
  }
  return trimmed(joinText(line))
}

/** A citation follows its words without a gap, as on the page. */
const citationOf = (field: Parameters<Works['add']>[0], { works }: Making, line: BodyNode[]): BodyNode[] => {
  const id = works.add(field)
  if (id === null) return []
  const last = line.at(-1)
  if (last?.text) {
    const text = last.text.trimEnd()
    if (text === '') line.pop()
    else line[line.length - 1] = { ...last, text }
  }
  return [{ type: 'citation', attrs: { id } }]
}

/** A note that holds a citation and nothing else is that citation; any other is a footnote, with its citations in it. */
const noteOf = (note: WordNote | undefined, making: Making): BodyNode[] => {
  if (!note) return []
  const paragraphs = note.blocks.flatMap((block) => (block.is === 'paragraph' ? [block] : []))
  const runs = paragraphs.flatMap(finalRuns)
  const citations = runs.flatMap((run) => (run.is === 'citation' ? [run.citation] : []))
  const words = runs.map((run) => (run.is === 'text' ? run.text : '')).join('')
  const only = citations[0]
  if (only && citations.length === 1 && (making.isOurs || !/[\p{L}\p{N}]/u.test(words))) {
    const id = making.works.add(only)
    if (id !== null) return [{ type: 'citation', attrs: { id } }]
  }
  const content = paragraphs
    .map((paragraph) => lineOf(finalRuns(paragraph), { ...making, notes: [] }))
    .filter((line) => line.length > 0)
    .map((line): BodyNode => ({ type: 'paragraph', content: line }))
  if (content.length === 0) return []
  const id = newId()
  making.footnotes.set(id, content)
  return [{ type: 'footnote', attrs: { id } }]
}

/** Without white space and breaks at its ends. */
const trimmed = (line: BodyNode[]): BodyNode[] => {
  const nodes = [...line]
  const trim = (at: 0 | -1) => {
    for (let node = nodes.at(at); node; node = nodes.at(at)) {
      const text = node.type === 'hardBreak' ? '' : at === 0 ? node.text?.trimStart() : node.text?.trimEnd()
      if (text === node.text) return
      if (text) {
        nodes[at === 0 ? 0 : nodes.length - 1] = { ...node, text }
        return
      }
      if (at === 0) nodes.shift()
      else nodes.pop()
    }
  }
  trim(0)
  trim(-1)
  return nodes
}

type Piece =
  | { is: 'block'; node: BodyNode }
  | { is: 'item'; depth: number; ordered: boolean; start: number; list: string; node: BodyNode }
  | { is: 'task'; depth: number; checked: boolean; node: BodyNode }
  | { is: 'in'; kind: 'blockquote' | 'callout' | 'caption'; node: BodyNode }
  | { is: 'code'; text: string }
  | { is: 'figure'; node: BodyNode }

const BOX = /^([☐☑☒])[\t ]\s*/

const piecesOf = (block: WordBlock, making: Making): Piece[] => {
  if (block.is === 'table') return [{ is: 'figure', node: tableOf(block, making) }]
  if (making.isOurs && isDrawn(block) && !block.runs.some(({ is }) => is === 'picture'))
    return drawnAnew(block)
  const runs = finalRuns(block)
  const figures = runs.flatMap((run): Piece[] => {
    const picture = run.is === 'picture' ? making.picture(run.picture) : null
    return run.is === 'picture' && picture
      ? [{ is: 'figure', node: { type: 'picture', attrs: { ...picture, ...(run.alt && { alt: run.alt }) } } }]
      : []
  })
  if (block.role === 'rule') return [{ is: 'block', node: { type: 'horizontalRule' } }]
  if (block.role === 'contents') return [{ is: 'block', node: { type: 'tableOfContents' } }]
  if (block.role === 'code') {
    const text = runs.map((run) => (run.is === 'text' ? run.text : '')).join('')
    return [{ is: 'code', text }, ...figures]
  }
  const box = BOX.exec(runs[0]?.is === 'text' ? runs[0].text : '')
  const content = lineOf(box ? withoutBox(runs, box[0]) : runs, making)
  if (content.length === 0) return figures
  const dir = block.dir ? { attrs: { dir: block.dir } } : {}
  const node: BodyNode = { type: 'paragraph', ...dir, content }
  return [pieceOf(block, node, box), ...figures]
}

const withoutBox = (runs: readonly WordRun[], box: string): WordRun[] =>
  runs.map((run, at) => (at === 0 && run.is === 'text' ? { ...run, text: run.text.slice(box.length) } : run))

const pieceOf = (block: WordParagraph, node: BodyNode, box: RegExpExecArray | null): Piece => {
  const { list } = block
  if (box) return { is: 'task', depth: list?.depth ?? 0, checked: box[1] !== '☐', node }
  if (list)
    return { is: 'item', depth: list.depth, ordered: list.ordered, start: list.start, list: list.id, node }
  switch (block.role) {
    case 'heading':
      return {
        is: 'block',
        node: { ...node, type: 'heading', attrs: { ...node.attrs, level: block.level ?? 1 } },
      }
    case 'title':
      return { is: 'block', node: { ...node, type: 'heading', attrs: { ...node.attrs, level: 1 } } }
    case 'quote':
    case 'quote-source':
      return { is: 'in', kind: 'blockquote', node }
    case 'callout':
      return { is: 'in', kind: 'callout', node }
    case 'caption':
      return {
        is: 'in',
        kind: 'caption',
        node: { type: 'caption', ...(node.content && { content: node.content }) },
      }
    default:
      return { is: 'block', node }
  }
}

/** Of what follows from the brief only the places stay where it is drawn. */
const drawnAnew = ({ role }: WordParagraph): Piece[] =>
  role === 'bibliography'
    ? [{ is: 'block', node: { type: 'references' } }]
    : role === 'contents'
      ? [{ is: 'block', node: { type: 'tableOfContents' } }]
      : []

const DRAWN = new Set(['references', 'tableOfContents'])

/** Blocks of a brief's body; neighbours that belong together become one list, quotation or block of code. */
export const blocksOf = (blocks: readonly WordBlock[], making: Making): BodyNode[] => {
  const pieces = blocks.flatMap((block) => piecesOf(block, making))
  const made: BodyNode[] = []
  const drawn = new Set<string>()
  for (let at = 0; at < pieces.length;) {
    const piece = pieces[at]!
    let end = at + 1
    const belongs = (other: Piece | undefined) =>
      other !== undefined &&
      (piece.is === 'item' || piece.is === 'task'
        ? other.is === 'item' || other.is === 'task'
        : piece.is === 'in'
          ? piece.kind !== 'caption' && other.is === 'in' && other.kind === piece.kind
          : piece.is === 'code' && other.is === 'code')
    while (belongs(pieces[end])) end++
    const group = pieces.slice(at, end)
    at = end
    if (piece.is === 'block') {
      if (DRAWN.has(piece.node.type)) {
        if (drawn.has(piece.node.type)) continue
        drawn.add(piece.node.type)
      }
      made.push(piece.node)
    } else if (piece.is === 'code') {
      const text = group.map((each) => (each.is === 'code' ? each.text : '')).join('\n')
      made.push({ type: 'codeBlock', ...(text && { content: [{ type: 'text', text }] }) })
    } else if (piece.is === 'item' || piece.is === 'task') made.push(...listsOf(group as Item[]))
    else if (piece.is === 'in' && piece.kind !== 'caption') made.push(around(piece.kind, group.map(nodeIn)))
    else if (piece.is === 'in') made.push(...captioned(made, piece.node, pieces[at], () => at++))
    else if (piece.is === 'figure')
      made.push(
        piece.node.type === 'picture'
          ? { type: 'figure', content: [piece.node, { type: 'caption' }] }
          : piece.node,
      )
  }
  return made
}

const nodeIn = (piece: Piece): BodyNode => (piece as Extract<Piece, { node: BodyNode }>).node

/** The words of a box may say what kind it is. */
const around = (kind: 'blockquote' | 'callout', content: BodyNode[]): BodyNode => {
  if (kind === 'blockquote') return { type: 'blockquote', content }
  const first = (content[0]?.content ?? []).map(({ text }) => text ?? '').join('')
  const [named] =
    everyWritten()
      .flatMap(({ callouts }) => Object.entries(callouts))
      .find(([, label]) => label !== '' && label === first.trim()) ?? []
  return named && content.length > 1
    ? { type: 'callout', attrs: { kind: named }, content: content.slice(1) }
    : { type: 'callout', content }
}

/** The words under a picture or a table, or over a table that comes next. */
const captioned = (
  made: BodyNode[],
  caption: BodyNode,
  next: Piece | undefined,
  takeNext: () => void,
): BodyNode[] => {
  const last = made.at(-1)
  if (last?.type === 'figure' && last.content?.[1]?.content === undefined) {
    made.pop()
    return [{ ...last, content: [last.content![0]!, caption] }]
  }
  if (next?.is === 'figure') {
    takeNext()
    return [{ type: 'figure', content: [next.node, caption] }]
  }
  if (last?.type === 'table') {
    made.pop()
    return [{ type: 'figure', content: [last, caption] }]
  }
  return [{ ...caption, type: 'paragraph' }]
}

type Item = Extract<Piece, { is: 'item' | 'task' }>

/** Items of one depth and kind in a row are a list; deeper ones stand in the item before them. */
const listsOf = (items: readonly Item[]): BodyNode[] => {
  const lists: BodyNode[] = []
  for (let at = 0; at < items.length;) {
    const first = items[at]!
    const kind = kindOf(first)
    const content: BodyNode[] = []
    while (at < items.length && items[at]!.depth <= first.depth && belongsTo(items[at]!, first, content)) {
      const item = items[at]!
      let end = at + 1
      while (end < items.length && items[end]!.depth > first.depth) end++
      content.push({
        type: item.is === 'task' ? 'taskItem' : 'listItem',
        ...(item.is === 'task' && item.checked && { attrs: { checked: true } }),
        content: [item.node, ...listsOf(items.slice(at + 1, end))],
      })
      at = end
    }
    const start =
      first.is === 'item' && first.ordered && first.start !== 1 ? { attrs: { start: first.start } } : {}
    lists.push({ type: kind, ...start, content })
  }
  return lists
}

const kindOf = (item: Item) => (item.is === 'task' ? 'taskList' : item.ordered ? 'orderedList' : 'bulletList')

/** A numbered list that begins anew is another one. */
const belongsTo = (item: Item, first: Item, before: readonly BodyNode[]): boolean =>
  kindOf(item) === kindOf(first) &&
  (before.length === 0 ||
    item.is === 'task' ||
    !item.ordered ||
    (first.is === 'item' && item.list === first.list))

/** A cell holds paragraphs; what else it has becomes some. */
const paragraphsIn = (blocks: readonly WordBlock[], making: Making): BodyNode[] =>
  blocks.flatMap((block): BodyNode[] =>
    block.is === 'table'
      ? block.rows.flatMap(({ cells }) => cells.flatMap((cell) => paragraphsIn(cell.blocks, making)))
      : piecesOf(block, making).flatMap((piece): BodyNode[] =>
          'node' in piece && textBlocks.has(piece.node.type)
            ? [{ type: 'paragraph', ...(piece.node.content && { content: piece.node.content }) }]
            : piece.is === 'code' && piece.text
              ? [{ type: 'paragraph', content: [{ type: 'text', text: piece.text.replaceAll('\n', ' ') }] }]
              : [],
        ),
  )

const span = (columns: number, rows: number) => ({
  ...(columns > 1 && { colspan: columns }),
  ...(rows > 1 && { rowspan: rows }),
})

/** The bold of a heading cell is how headings look. */
const withoutBold = (node: BodyNode): BodyNode => ({
  ...node,
  ...(node.content && {
    content: node.content.map(({ marks, ...each }) => {
      const rest = (marks ?? []).filter(({ type }) => type !== 'bold')
      return rest.length > 0 ? { ...each, marks: rest } : each
    }),
  }),
})

export const rowOf = (row: WordTable['rows'][number], making: Making): BodyNode => ({
  type: 'tableRow',
  content: row.cells.map((cell) => {
    const content = paragraphsIn(cell.blocks, making)
    const attrs = span(cell.columns, cell.rows)
    return {
      type: cell.head ? 'tableHeader' : 'tableCell',
      ...(Object.keys(attrs).length > 0 && { attrs }),
      content:
        content.length === 0 ? [{ type: 'paragraph' }] : cell.head ? content.map(withoutBold) : content,
    }
  }),
})

export const tableOf = ({ rows }: WordTable, making: Making): BodyNode => ({
  type: 'table',
  content: rows.filter(({ deleted }) => !deleted).map((row) => rowOf(row, making)),
})
