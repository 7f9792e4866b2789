/**
 * What a person does with evidence on the page: cite, quote, put a citation back. Each is one transaction in Yjs, with
 * its records, and one step of undo.
 */
import { type Node, Slice, Fragment } from '@tiptap/pm/model'
import { type EditorState, NodeSelection, TextSelection, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import type * as Y from 'yjs'
import {
  addCitation,
  addCite,
  markPlaced,
  type NewCite,
  readCitation,
} from '../../../shared/brief/citation.ts'
import { roots } from '../../../shared/brief/document.ts'
import { writeFootnote } from '../../../shared/brief/footnotes.ts'
import { newId } from '../../../shared/brief/id.ts'
import { wordsOf } from '../../../shared/brief/excerpt.ts'
import type { BriefUndo } from './brief-undo.ts'
import { citeOf } from '../../brief/evidence-entries.ts'
import type { Evidence } from '../../brief/evidence.ts'
import { rememberedSentence } from './covered-sentence.ts'
import { citingPlace } from './citing-place.ts'
import { placeOf } from './citation-places.ts'
import { findPlace } from './find-place.ts'
import { justCited } from './punctuation-before-citation.ts'
import { withBodyChange } from './with-body-change.ts'

export type Desk = {
  view: EditorView
  doc: Y.Doc
  undo: BriefUndo
  origin: unknown
  evidence: () => Evidence
}

/** One step of undo of its own: neither what was typed before nor what is typed after belongs to it. */
export const oneStep = (undo: BriefUndo, work: () => void) => {
  undo.manager.stopCapturing()
  work()
  undo.manager.stopCapturing()
}

const put = ({ view, doc, undo }: Desk, tr: Transaction, write: () => void) =>
  oneStep(undo, () =>
    withBodyChange(
      doc,
      () => view.dispatch(tr),
      () => undo.keep(write),
    ),
  )

const caretAfter = (tr: Transaction, pos: number) =>
  tr.setSelection(TextSelection.near(tr.doc.resolve(pos), -1))

const endOf = ({ selection }: EditorState) =>
  selection instanceof NodeSelection && selection.node.type.name === 'citation'
    ? selection.from
    : selection.to

/**
 * At the caret, or into the citation there. What was `typed` to find it gives way, in the same step of undo; a caret that is
 * elsewhere by then stays there.
 */
export const cite = (desk: Desk, cites: NewCite[], typed?: { from: number; to: number }): boolean => {
  const { view, doc, undo, origin } = desk
  if (cites.length === 0 || !view.editable) return false
  const { state } = view
  const isHere = !typed || (state.selection.from >= typed.from && state.selection.to <= typed.to)
  const tr = typed && typed.to > typed.from ? state.tr.delete(typed.from, typed.to) : state.tr
  const place = citingPlace(tr.doc, typed ? typed.from : endOf(state))
  if (place.is === 'nowhere') return false
  const addTo = place.is === 'citation' && roots(doc).citations.has(place.id) ? place.id : null
  if (addTo !== null) {
    const add = () => cites.forEach((one) => addCite(doc, addTo, one))
    oneStep(undo, () => {
      if (tr.docChanged) withBodyChange(doc, () => view.dispatch(tr), add)
      else doc.transact(add, origin)
    })
    if (isHere) view.dispatch(justCited(view.state.tr, addTo))
    return true
  }
  const id = newId()
  tr.insert(place.pos, citationNode(view, id))
  if (isHere) justCited(caretAfter(tr, place.pos + 1), id).scrollIntoView()
  put(desk, tr, () => addCitation(doc, { id, cites, sentence: rememberedSentence(tr.doc, id) }))
  return true
}

const citationNode = (view: EditorView, id: string): Node => view.state.schema.nodes.citation!.create({ id })

const paragraphsOf = (words: string) =>
  words
    .split(/\s*\n\s*/)
    .map((line) => line.trim())
    .filter((line) => line !== '')

const quotedCite = (desk: Desk, excerptId: string): { words: string; cites: NewCite[] } | null => {
  const { excerpts, sources } = desk.evidence()
  const excerpt = excerpts.get(excerptId)
  const source = excerpt && sources.get(excerpt.source)
  if (!excerpt || !source) return null
  return { words: wordsOf(excerpt), cites: [{ ...citeOf({ source, excerpt }), use: 'quoted' }] }
}

/** A footnote at the caret. Null where none can stand. */
export const addFootnote = (desk: Desk): string | null => {
  const { view, doc } = desk
  const footnote = view.state.schema.nodes.footnote
  if (!view.editable || !footnote) return null
  const place = citingPlace(view.state.doc, endOf(view.state))
  if (place.is === 'nowhere') return null
  const pos = place.is === 'citation' ? place.pos + 1 : place.pos
  const id = newId()
  const tr = view.state.tr.insert(pos, footnote.create({ id }))
  put(desk, caretAfter(tr, pos + 1).scrollIntoView(), () => writeFootnote(doc, id))
  return id
}

/** A quotation block behind the block with the caret; an empty paragraph gives way to it. */
export const quote = (desk: Desk, excerptId: string): boolean => {
  const { view, doc } = desk
  const found = quotedCite(desk, excerptId)
  if (!found || paragraphsOf(found.words).length === 0 || !view.editable) return false
  const { schema, selection, tr } = view.state
  const id = newId()
  const lines = paragraphsOf(found.words).map((line) => [schema.text(line)])
  lines.at(-1)!.push(citationNode(view, id) as never)
  const block = schema.nodes.quotation!.create(
    { excerpt: excerptId },
    lines.map((content) => schema.nodes.paragraph!.create(null, content)),
  )
  const $to = selection.$to
  // Within a table or a list the block goes behind the whole of it.
  const at = $to.depth === 0 ? selection.to : $to.after(1)
  const empty =
    $to.depth === 1 && $to.parent.type.name === 'paragraph' && $to.parent.content.size === 0
      ? $to.parent
      : null
  const from = empty ? at - empty.nodeSize : at
  tr.replaceWith(from, at, block)
  const end = from + block.nodeSize
  const next = tr.doc.resolve(end).nodeAfter
  // Who quotes on a line of its own, or at the end, goes on writing beneath; anyone else where they were.
  if (!next || (empty && next.type.name !== 'paragraph')) tr.insert(end, schema.nodes.paragraph!.create())
  if (!next || empty) tr.setSelection(TextSelection.near(tr.doc.resolve(end), 1))
  put(desk, tr.scrollIntoView(), () =>
    addCitation(doc, { id, cites: found.cites, sentence: rememberedSentence(tr.doc, id) }),
  )
  return true
}

/** “The words” at the caret, held against the excerpt, and a citation behind them. */
export const quoteInline = (desk: Desk, excerptId: string): boolean => {
  const { view, doc } = desk
  const found = quotedCite(desk, excerptId)
  if (!found || found.words.trim() === '' || !view.editable) return false
  const { schema, selection, tr } = view.state
  const at = selection.to
  if (citingPlace(view.state.doc, at).is === 'nowhere') return false
  const id = newId()
  const words = found.words.replace(/\s+/g, ' ').trim()
  const before = tr.doc.textBetween(Math.max(0, at - 1), at, '\n', '\ufffc')
  const content = Fragment.from([
    schema.text(`${/[^\s(“]$/.test(before) ? ' ' : ''}“`),
    schema.text(words, [schema.marks.quoted!.create({ excerpt: excerptId })]),
    schema.text('”'),
    citationNode(view, id),
  ])
  tr.replace(at, at, new Slice(content, 0, 0))
  put(desk, justCited(caretAfter(tr, at + content.size), id).scrollIntoView(), () =>
    addCitation(doc, { id, cites: found.cites, sentence: rememberedSentence(tr.doc, id) }),
  )
  return true
}

/** Behind its sentence where that is found again, else at the caret. */
export const placeAgain = (desk: Desk, id: string): boolean => {
  const { view, doc } = desk
  const record = readCitation(id, roots(doc).citations.get(id))
  if (!record || !view.editable || placeOf(view.state.doc, id) !== null) return false
  const place = citingPlace(view.state.doc, findPlace(view.state.doc, record.sentence) ?? endOf(view.state))
  if (place.is === 'nowhere') return false
  const pos = place.is === 'citation' ? place.pos + 1 : place.pos
  const tr = view.state.tr.insert(pos, citationNode(view, id))
  put(desk, caretAfter(tr, pos + 1).scrollIntoView(), () => markPlaced(doc, id))
  return true
}

/** Puts the source's own words in place of a quotation's; citations within it go behind them. */
export const useSourceWords = (desk: Desk, pos: number): boolean => {
  const { view } = desk
  const node = view.state.doc.nodeAt(pos)
  const found = node?.type.name === 'quotation' ? quotedCite(desk, String(node.attrs.excerpt)) : null
  if (!node || !found || !view.editable) return false
  const { schema } = view.state
  const citations: Node[] = []
  node.descendants((child) => {
    if (child.type.name === 'citation') citations.push(child)
  })
  const lines = paragraphsOf(found.words).map((line): Node[] => [schema.text(line)])
  if (lines.length === 0) return false
  lines.at(-1)!.push(...citations)
  const paragraphs = lines.map((content, i) =>
    schema.nodes.paragraph!.create(node.maybeChild(i)?.attrs ?? null, content),
  )
  oneStep(desk.undo, () =>
    view.dispatch(view.state.tr.replaceWith(pos + 1, pos + 1 + node.content.size, paragraphs)),
  )
  return true
}
