/**
 * Takes one difference over into the body, as a change of the editor's document that touches nothing else: citations around it keep their
 * node and their id. What has to be written beside the body is given back, to be written in the same step.
 */
import { Fragment, type Node, type ResolvedPos } from '@tiptap/pm/model'
import { canSplit, type Transform } from '@tiptap/pm/transform'
import type { BodyNode } from '../brief/body.ts'
import type { CitationRecord } from '../brief/citation.ts'
import type { ReadBrief } from '../brief/read.ts'
import type { Source } from '../brief/source.ts'
import { portableId } from '../markdown/portable.ts'
import { blocksOf, lineOf, type Making, rowOf } from './blocks.ts'
import type { WordBlock, WordDocument } from './document.ts'
import type { Edit, Piece } from './edit.ts'
import { marksOfLook } from './stream.ts'
import { collectWorks, type Works } from './works.ts'

/** What belongs beside the body. */
export type Beside = {
  sources: Source[]
  citations: CitationRecord[]
  /** Texts by the id of the footnote. */
  footnotes: Map<string, readonly BodyNode[]>
  title: string | null
  note: Extract<Edit, { is: 'note-words' }> | null
}

type Maker = { tr: Transform; brief: ReadBrief; file: WordDocument; works: Works; making: Making }

/** Null when the document has no place for it. */
export const take = (tr: Transform, edit: Edit, brief: ReadBrief, file: WordDocument): Beside | null => {
  const works = collectWorks(brief.sources)
  const footnotes = new Map<string, readonly BodyNode[]>()
  const maker: Maker = {
    tr,
    brief,
    file,
    works: { ...works, add: (field) => knownCitation(brief, field.id) ?? works.add(field) },
    making: { notes: file.notes, works, footnotes, isOurs: true, picture: () => null },
  }
  maker.making.works = maker.works
  const done = apply(maker, edit)
  if (!done) return null
  return {
    sources: [...works.sources.values()],
    citations: [...works.citations.values()],
    footnotes,
    title: edit.is === 'title' ? edit.title : null,
    note: edit.is === 'note-words' ? edit : null,
  }
}

const knownCitation = (brief: ReadBrief, id: string): string | null =>
  [...brief.citations.keys()].find((each) => portableId(each) === id) ?? null

const apply = (maker: Maker, edit: Edit): boolean => {
  const { tr } = maker
  switch (edit.is) {
    case 'words':
      return replaceWords(maker, edit)
    case 'look':
      return changeLook(tr, edit)
    case 'kind':
      return changeKind(tr, edit)
    case 'insert':
      return insertBlocks(maker, edit)
    case 'row':
      return insertRow(maker, edit)
    case 'remove':
      return removeBlock(tr, edit.pos)
    case 'remove-row':
      return removeRow(tr, edit.pos)
    case 'move':
      return moveBlock(tr, edit)
    case 'title':
    case 'note-words':
      return true
  }
}

/** As the schema has it. */
export const nodeOfPiece = (piece: Piece, making: Making): BodyNode | null => {
  switch (piece.is) {
    case 'text': {
      const marks = marksOfLook(piece.look)
      return marks.length > 0 ? { type: 'text', text: piece.text, marks } : { type: 'text', text: piece.text }
    }
    case 'break':
      return { type: 'hardBreak' }
    case 'citation':
    case 'footnote':
      return { type: piece.is, attrs: { id: piece.id } }
    case 'new-citation':
    case 'new-footnote': {
      const note = piece.is === 'new-footnote' ? piece.note : null
      const run = note
        ? { is: 'note' as const, note: 0 }
        : { is: 'citation' as const, citation: (piece as Extract<Piece, { is: 'new-citation' }>).field }
      return lineOf([run], { ...making, notes: note ? [note] : [], isOurs: false })[0] ?? null
    }
    case 'paragraph':
      return null
  }
}

const replaceWords = (maker: Maker, { from, to, pieces }: Extract<Edit, { is: 'words' }>): boolean => {
  const { tr } = maker
  const { schema } = tr.doc.type
  if (to > tr.doc.content.size) return false
  const inside = quotedAround(tr.doc, from, to)
  // A citation that Word shows here now: it moves, and is not doubled.
  let [start, end] = [from, to]
  for (const piece of pieces) {
    if (piece.is !== 'citation') continue
    const old = placeOfCitation(tr.doc, piece.id)
    if (old === null || (old >= start && old < end)) continue
    tr.delete(old, old + 1)
    if (old < start) [start, end] = [start - 1, end - 1]
  }
  if (end > start) tr.delete(start, end)
  let at = start
  for (const piece of pieces) {
    if (piece.is === 'paragraph') {
      at = splitAt(tr, at)
      continue
    }
    const json = nodeOfPiece(piece, maker.making)
    if (!json) continue
    let node = schema.nodeFromJSON(json)
    const $at = tr.doc.resolve(at)
    if (!$at.parent.inlineContent) return false
    // Code holds nothing but letters.
    if ($at.parent.type.spec.code) {
      const text = node.isText ? node.text! : node.type.name === 'hardBreak' ? '\n' : ''
      if (text === '') continue
      node = schema.text(text)
    } else if (inside && node.isText) node = node.mark(inside.addToSet(node.marks))
    if (!$at.parent.canReplaceWith($at.index(), $at.index(), node.type)) continue
    tr.insert(at, node)
    at += node.nodeSize
  }
  return true
}

/** Words within words that are held against an excerpt are held against it, too. */
const quotedAround = (doc: Node, from: number, to: number) => {
  const $from = doc.resolve(from)
  const $to = doc.resolve(to)
  const quoted = (node: Node | null | undefined) => node?.marks.find(({ type }) => type.name === 'quoted')
  const before = quoted(to > from ? $from.nodeAfter : $from.nodeBefore)
  const after = quoted(to > from ? $to.nodeBefore : $to.nodeAfter)
  return before && after && before.eq(after) ? before : null
}

const placeOfCitation = (doc: Node, id: string): number | null => {
  let found: number | null = null
  doc.descendants((node, pos) => {
    if (node.type.name === 'citation' && node.attrs.id === id) found = pos
    return found === null
  })
  return found
}

const ITEMS = new Set(['listItem', 'taskItem'])

/** Behind it, in the new paragraph; where none can be, a space. */
const splitAt = (tr: Transform, at: number): number => {
  const $at = tr.doc.resolve(at)
  const isFirstOfItem = $at.depth > 1 && ITEMS.has($at.node(-1).type.name) && $at.index(-1) === 0
  const depth = isFirstOfItem ? 2 : 1
  // Ids of blocks name one block: the second half gets its own.
  const fresh = (node: Node) => ({ type: node.type, attrs: { ...node.attrs, id: null } })
  const types = isFirstOfItem ? [fresh($at.node(-1)), fresh($at.parent)] : [fresh($at.parent)]
  if (!canSplit(tr.doc, at, depth, types)) {
    tr.insert(at, tr.doc.type.schema.text(' '))
    return at + 1
  }
  tr.split(at, depth, types)
  return at + 2 * depth
}

const changeLook = (tr: Transform, { from, to, was, look }: Extract<Edit, { is: 'look' }>): boolean => {
  if (to > tr.doc.content.size) return false
  const { marks } = tr.doc.type.schema
  const [old, next] = [marksOfLook(was), marksOfLook(look)]
  const same = (a: { type: string; attrs?: object }, b: { type: string; attrs?: object }) =>
    a.type === b.type && JSON.stringify(a.attrs ?? null) === JSON.stringify(b.attrs ?? null)
  for (const mark of old)
    if (!next.some((each) => same(each, mark))) tr.removeMark(from, to, marks[mark.type])
  for (const mark of next)
    if (!old.some((each) => same(each, mark)))
      tr.addMark(from, to, marks[mark.type]!.create(mark.attrs ?? null))
  return true
}

const changeKind = (tr: Transform, { pos, level }: Extract<Edit, { is: 'kind' }>): boolean => {
  const node = tr.doc.nodeAt(pos)
  const type = tr.doc.type.schema.nodes[level === null ? 'paragraph' : 'heading']!
  if (!node?.isTextblock) return false
  const $pos = tr.doc.resolve(pos)
  if (!$pos.parent.canReplaceWith($pos.index(), $pos.index() + 1, type)) return false
  const { id, dir } = node.attrs
  tr.setNodeMarkup(pos, type, { id, dir, ...(level !== null && { level }) })
  return true
}

const makeBlocks = ({ making, tr }: Maker, blocks: readonly WordBlock[]): Node[] =>
  blocksOf(blocks, making).map((node) => tr.doc.type.schema.nodeFromJSON(node))

const LISTS = new Set(['bulletList', 'orderedList', 'taskList'])
/** What goes on behind a paragraph that stands in it, when Word says that it does. */
const GOES_ON: Record<string, readonly string[]> = {
  quote: ['blockquote', 'quotation'],
  callout: ['callout'],
}

const insertBlocks = (maker: Maker, edit: Extract<Edit, { is: 'insert' }>): boolean => {
  const { tr } = maker
  const nodes = makeBlocks(maker, edit.blocks)
  if (nodes.length === 0) return false
  const [block] = edit.blocks
  const paragraph = block?.is === 'paragraph' ? block : null
  if (edit.after === null) return insertAt(tr, 0, nodes)
  if (!tr.doc.nodeAt(edit.after)) return false
  const $after = tr.doc.resolve(edit.after + 1)
  if (paragraph?.list) {
    const items = depthsOf($after, ITEMS)
    if (items.length > 0) {
      const list = nodes[0]!
      const depth = items[Math.min(paragraph.list.depth, items.length - 1)]!
      // Deeper than the item before it: a list in that one.
      if (paragraph.list.depth >= items.length) return insertAt(tr, $after.end(items.at(-1)!), [list])
      return insertAt(tr, $after.after(depth), itemsOf(list, $after.node(depth - 1)))
    }
  }
  const around = GOES_ON[paragraph?.role ?? ''] ?? []
  for (let depth = $after.depth - 1; depth > 0; depth--)
    if (around.includes($after.node(depth).type.name))
      return insertAt(tr, $after.after(depth + 1), nodes.flatMap(childrenOf))
  return insertAt(tr, openedAt(tr, $after, edit.next), nodes)
}

const childrenOf = (node: Node): Node[] => {
  const children: Node[] = []
  node.forEach((child) => children.push(child))
  return children
}

/** Items of a list, as the list that they come into has them. */
const itemsOf = (list: Node, into: Node): Node[] =>
  childrenOf(list).map((item) =>
    into.type.name === 'taskList' || list.type.name === 'taskList'
      ? into.type.schema.nodes[into.type.name === 'taskList' ? 'taskItem' : 'listItem']!.create(
          null,
          item.content,
        )
      : item,
  )

const depthsOf = ($pos: ResolvedPos, names: ReadonlySet<string>): number[] => {
  const depths: number[] = []
  for (let depth = 1; depth < $pos.depth; depth++)
    if (names.has($pos.node(depth).type.name)) depths.push(depth)
  return depths
}

/** Behind the outermost block; within a list that goes on behind it, the list is cut there. */
const openedAt = (tr: Transform, $after: ResolvedPos, next: number | null): number => {
  const top = $after.node(1)
  const end = $after.after(1)
  if (
    next === null ||
    next < $after.before(1) ||
    next >= end ||
    !LISTS.has(top.type.name) ||
    $after.depth < 3
  )
    return end
  const at = $after.after(2)
  if (at >= end - 1) return end
  tr.split(at, 1, [{ type: top.type, attrs: { ...top.attrs, id: null } }])
  return at + 1
}

const insertAt = (tr: Transform, at: number, nodes: readonly Node[]): boolean => {
  const $at = tr.doc.resolve(at)
  const content = Fragment.from([...nodes])
  if (!$at.parent.canReplace($at.index(), $at.index(), content)) return false
  tr.insert(at, content)
  return true
}

const insertRow = (
  { tr, making }: Maker,
  { beside, isBefore, row }: Extract<Edit, { is: 'row' }>,
): boolean => {
  if (!tr.doc.nodeAt(beside)) return false
  const $beside = tr.doc.resolve(beside + 1)
  for (let depth = $beside.depth; depth > 0; depth--) {
    if ($beside.node(depth).type.name !== 'tableRow') continue
    const made = tr.doc.type.schema.nodeFromJSON(rowOf(row, making))
    return insertAt(tr, isBefore ? $beside.before(depth) : $beside.after(depth), [made])
  }
  return false
}

/** What must not become empty. */
const KEPT = new Set(['doc', 'tableCell', 'tableHeader', 'figure', 'footnoteText'])

/** With the item, list or quotation that has nothing else. A cell and a caption stay, without words. */
const removeBlock = (tr: Transform, pos: number): boolean => {
  const node = tr.doc.nodeAt(pos)
  if (!node?.isTextblock) return false
  const $pos = tr.doc.resolve(pos + 1)
  let depth = $pos.depth
  while (depth > 1 && $pos.node(depth - 1).childCount === 1 && !KEPT.has($pos.node(depth - 1).type.name))
    depth--
  const parent = $pos.node(depth - 1)
  const isLast =
    parent.childCount === 1 || !parent.canReplace($pos.index(depth - 1), $pos.index(depth - 1) + 1)
  if (isLast) tr.delete($pos.start(), $pos.end())
  else tr.delete($pos.before(depth), $pos.after(depth))
  return true
}

const removeRow = (tr: Transform, pos: number): boolean => {
  const row = tr.doc.nodeAt(pos)
  const $pos = tr.doc.resolve(pos)
  if (row?.type.name !== 'tableRow') return false
  // Without its last row there is no table.
  if ($pos.parent.childCount === 1) {
    const depth =
      $pos.depth > 1 && $pos.node($pos.depth - 1).type.name === 'figure' ? $pos.depth - 1 : $pos.depth
    tr.delete($pos.before(depth), $pos.after(depth))
  } else tr.delete(pos, pos + row.nodeSize)
  return true
}

const moveBlock = (tr: Transform, { pos, after }: Extract<Edit, { is: 'move' }>): boolean => {
  const node = tr.doc.nodeAt(pos)
  if (!node?.isTextblock || (after !== null && !tr.doc.nodeAt(after))) return false
  const $pos = tr.doc.resolve(pos + 1)
  // An item goes with all that it has.
  const depth =
    $pos.depth > 1 && ITEMS.has($pos.node(-1).type.name) && $pos.index(-1) === 0 ? $pos.depth - 1 : $pos.depth
  const whole = $pos.node(depth)
  const wanted = after === null ? null : tr.doc.resolve(after + 1)
  const items = wanted ? depthsOf(wanted, ITEMS) : []
  const isItem = ITEMS.has(whole.type.name)
  const target =
    wanted === null ? 0 : isItem && items.length > 0 ? wanted.after(items.at(-1)!) : wanted.after(1)
  const intoList = isItem && items.length > 0
  const content = isItem && !intoList ? $pos.node(depth - 1).type.create(null, whole) : whole
  if (target > $pos.before(depth) && target < $pos.after(depth)) return false
  const size = tr.doc.content.size
  removeWhole(tr, $pos, depth)
  const at = target > pos ? target - (size - tr.doc.content.size) : target
  return insertAt(tr, at, [content])
}

const removeWhole = (tr: Transform, $pos: ResolvedPos, from: number) => {
  let depth = from
  while (depth > 1 && $pos.node(depth - 1).childCount === 1 && !KEPT.has($pos.node(depth - 1).type.name))
    depth--
  tr.delete($pos.before(depth), $pos.after(depth))
}
