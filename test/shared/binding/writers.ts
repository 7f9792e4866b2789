/**
 * People who write one brief together, without a screen: the brief's own schema and records, the real binding, and a
 * post between them that can be cut. `at('fell.|')` puts the caret, `over('fell')` selects, `[k1]` is a citation, `⏎`
 * a line break, and a new line a new block.
 */
import {
  type Attrs,
  type Node,
  type ResolvedPos,
  type Schema,
  type Slice,
  Fragment,
  Slice as PmSlice,
} from '@tiptap/pm/model'
import { EditorState, NodeSelection, TextSelection, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import {
  initProseMirrorDoc,
  redo,
  undo,
  yUndoPlugin,
  ySyncPlugin,
  yXmlFragmentToProseMirrorRootNode,
} from '@tiptap/y-tiptap'
import { expect } from 'vitest'
import * as Y from 'yjs'
import { addCitation, markPlaced, markRemoved, readCitations } from '../../../shared/brief/citation.ts'
import { roots } from '../../../shared/brief/document.ts'
import { schema } from '../../../shared/editor/schema.ts'

const fromPost = 'post'

/** The letters of a document, and where each stands in it. */
const letters = (doc: Node) => {
  let text = ''
  const at: number[] = []
  const write = (words: string, pos: number, step: 0 | 1) => {
    for (let i = 0; i < words.length; i++) at.push(pos + i * step)
    text += words
  }
  let first = true
  doc.descendants((node, pos) => {
    if (node.isTextblock) {
      if (!first) write('\n', pos, 0)
      first = false
    } else if (node.isText) write(node.text!, pos, 1)
    else if (node.type.name === 'citation') write(`[${String(node.attrs.id)}]`, pos, 0)
    else if (node.type.name === 'hardBreak') write('⏎', pos, 0)
  })
  return { text, at }
}

export const textOf = (doc: Node): string => letters(doc).text

/** The text with its bold words between stars. */
export const lookOf = (doc: Node | Fragment): string => {
  let look = ''
  doc.descendants((node, pos) => {
    if (node.isTextblock && pos > 0) look += '\n'
    if (!node.isInline) return
    const words = node.isText
      ? node.text!
      : node.type.name === 'citation'
        ? `[${String(node.attrs.id)}]`
        : '⏎'
    look += node.marks.some((m) => m.type.name === 'bold') ? `*${words}*` : words
  })
  return look.replaceAll('**', '')
}

/** A brief's body: a line a paragraph, `[k1]` a citation, `⏎` a line break; every block has an id. */
export const bodyOf = (text: string): Node =>
  schema.node(
    'doc',
    null,
    text.split('\n').map((line, i) => schema.node('paragraph', { id: `p${i + 1}` }, inline(line))),
  )

const inline = (line: string): Node[] =>
  line
    .split(/(\[[^\]]+\]|⏎)/)
    .filter((part) => part !== '')
    .map((part) =>
      part === '⏎'
        ? schema.node('hardBreak')
        : part.startsWith('[')
          ? schema.node('citation', { id: part.slice(1, -1) })
          : schema.text(part),
    )

export class Writer {
  readonly doc: Y.Doc
  readonly name: string
  state: EditorState
  /** Updates that are on their way to this writer, by sender, oldest first. */
  readonly inbox = new Map<Writer, Uint8Array[]>()
  private readonly views: { update?: (view: EditorView, before: EditorState) => void; destroy?: () => void }[]
  private clipboard: Slice = PmSlice.empty
  private pasted = 0

  /** `known`: the schema of their program. */
  constructor(name: string, ydoc: Y.Doc, known: Schema = schema) {
    this.name = name
    this.doc = ydoc
    const { doc, mapping } = initProseMirrorDoc(this.body, known)
    this.state = EditorState.create({
      schema: known,
      doc,
      plugins: [ySyncPlugin(this.body, { mapping }), yUndoPlugin()],
    })
    // What the binding asks of a view; it has no screen and so no focus.
    const now = () => this.state
    const view = {
      get state() {
        return now()
      },
      dispatch: (tr: Transaction) => this.dispatch(tr),
      hasFocus: () => false,
    } as unknown as EditorView
    this.views = this.state.plugins.flatMap((plugin) => plugin.spec.view?.(view) ?? [])
    this.view = view
  }
  private readonly view: EditorView

  get body() {
    return roots(this.doc).body
  }
  get text() {
    return textOf(this.state.doc)
  }
  get look() {
    return lookOf(this.state.doc)
  }
  /** Ids of the citations in the body, in order. */
  get cited(): string[] {
    return citedIn(this.state.doc)
  }
  /** Ids of the records that no person took out and that no node carries. */
  get unplaced(): string[] {
    const there = new Set(this.cited)
    return [...readCitations(this.doc).values()].flatMap((r) => (r.removed || there.has(r.id) ? [] : [r.id]))
  }
  get selection() {
    return this.state.selection
  }
  /** The words that are selected. */
  get selected(): string {
    return lookOf(this.selection.content().content)
  }
  /** Which Yjs element holds a citation: another one after it was deleted and made anew. */
  elementOf(citation: string): string {
    const found = elementsIn(this.body).find((e) => e.getAttribute('id') === citation)
    return found ? JSON.stringify(Y.createRelativePositionFromTypeIndex(found, 0)) : 'none'
  }

  dispatch(tr: Transaction): void {
    const before = this.state
    this.state = this.state.apply(tr)
    for (const view of this.views) view.update?.(this.view, before)
  }

  /** Puts the caret where the `|` stands, in words that occur once. */
  at(words: string): this {
    const { text, at } = letters(this.state.doc)
    const before = words.indexOf('|')
    const plain = words.replace('|', '')
    const found = plain === '' ? 0 : text.indexOf(plain)
    if (before < 0 || found < 0) throw new Error(`${this.name} cannot find “${words}” in “${text}”.`)
    const i = found + before
    return this.to(i === found || text[i - 1] === '\n' ? (at[i] ?? 1) : at[i - 1]! + 1)
  }

  /** Puts the caret at a position of the document, or as near to it as text can stand. */
  to(pos: number): this {
    const { $from } = TextSelection.near(this.state.doc.resolve(pos))
    return this.between($from.pos - insideLetter($from), $from.pos - insideLetter($from))
  }

  /** Puts the caret behind the last letter. */
  atEnd(): this {
    this.dispatch(this.state.tr.setSelection(TextSelection.atEnd(this.state.doc)))
    return this
  }

  /** Selects words that occur once; one citation alone is selected as a node, as a click does it. */
  over(words: string): this {
    const { text, at } = letters(this.state.doc)
    const found = text.indexOf(words)
    if (found < 0) throw new Error(`${this.name} cannot find “${words}” in “${text}”.`)
    const from = at[found]!
    const to = at[found + words.length - 1]! + 1
    const { doc, tr } = this.state
    const alone = /^(\[[^\]]+\]|⏎)$/.test(words)
    return this.select(alone ? tr.setSelection(NodeSelection.create(doc, from)) : tr, from, to, alone)
  }

  /** Selects from one position of the document to another; no caret stands inside a letter. */
  between(from: number, to: number): this {
    const { doc } = this.state
    return this.select(
      this.state.tr,
      from - insideLetter(doc.resolve(from)),
      to + insideLetter(doc.resolve(to)),
      false,
    )
  }

  private select(tr: Transaction, from: number, to: number, isSet: boolean): this {
    this.dispatch(isSet ? tr : tr.setSelection(TextSelection.create(tr.doc, from, to)))
    return this
  }

  /** Types letter by letter, one change each. */
  type(words: string): this {
    for (const letter of words) this.dispatch(this.state.tr.insertText(letter))
    return this
  }

  /** Writes all of it in one change, as a paste of plain text or a dictation does. */
  put(words: string): this {
    this.dispatch(this.state.tr.insertText(words))
    return this
  }

  cite(id: string): this {
    addCitation(this.doc, { id, cites: [{ source: 'oecd_2022' }] })
    this.dispatch(this.state.tr.replaceSelectionWith(schema.node('citation', { id })))
    return this
  }

  breakLine(): this {
    this.dispatch(this.state.tr.replaceSelectionWith(schema.node('hardBreak')))
    return this
  }

  bold(): this {
    const { from, to } = this.selection
    this.dispatch(this.state.tr.addMark(from, to, schema.mark('bold')))
    return this
  }

  plain(): this {
    const { from, to } = this.selection
    this.dispatch(this.state.tr.removeMark(from, to, schema.marks.bold!))
    return this
  }

  /** Deletes what is selected. */
  erase(): this {
    return this.recording(() => this.dispatch(this.state.tr.deleteSelection()))
  }

  /** Writes into the records which citations this person has taken out, or brought back. */
  private recording(act: () => unknown): this {
    const before = new Set(this.cited)
    act()
    const after = new Set(this.cited)
    const by = { id: this.name, name: this.name }
    for (const id of before) if (!after.has(id)) markRemoved(this.doc, id, by, '2026-11-23')
    for (const id of after) if (!before.has(id)) markPlaced(this.doc, id)
    return this
  }

  backspace(): this {
    const { $from, from } = this.selection
    if ($from.parentOffset > 0) this.between(from - lastLength($from), from).erase()
    return this
  }

  copy(): this {
    this.clipboard = this.selection.content()
    return this
  }

  cut(): this {
    return this.copy().erase()
  }

  /** Puts in what was copied; its citations get ids and records of their own. */
  paste(): this {
    const renamed = (nodes: Fragment): Fragment =>
      Fragment.fromArray(
        nodes.content.map((node) => {
          if (node.type.name === 'citation') {
            const id = `${this.name}${++this.pasted}`
            addCitation(this.doc, { id, cites: [{ source: 'oecd_2022' }] })
            return schema.node('citation', { id }, undefined, node.marks)
          }
          return node.isText ? node : node.type.create(freshId(node, this), renamed(node.content), node.marks)
        }),
      )
    const { content, openStart, openEnd } = this.clipboard
    this.dispatch(this.state.tr.replaceSelection(new PmSlice(renamed(content), openStart, openEnd)))
    return this
  }

  /** Enter. */
  split(): this {
    const { $from } = this.selection
    const attrs = freshId($from.parent, this)
    this.dispatch(
      this.state.tr.deleteSelection().split(this.selection.from, 1, [{ type: $from.parent.type, attrs }]),
    )
    return this
  }

  /** Backspace at the start of the block in which the caret stands. */
  join(): this {
    const before = this.selection.$from.before()
    if (before > 0) this.dispatch(this.state.tr.join(before))
    return this
  }

  /** Drags the block with the caret to be the `index`th. */
  moveBlock(index: number): this {
    const { $from } = this.selection
    const block = $from.node(1)
    const tr = this.state.tr.delete($from.before(1), $from.after(1))
    let pos = 0
    for (let i = 0; i < Math.min(index, tr.doc.childCount); i++) pos += tr.doc.child(i).nodeSize
    this.dispatch(tr.insert(pos, block))
    return this
  }

  undo(): this {
    return this.recording(() => undo(this.state))
  }

  redo(): this {
    return this.recording(() => redo(this.state))
  }

  receive(update: Uint8Array): void {
    Y.applyUpdate(this.doc, update, fromPost)
  }

  /** Takes the oldest update of one sender, as a socket gives it, or any when the post is `shuffled`. */
  receiveNext(draw: (n: number) => number, isShuffled = false): boolean {
    const waiting = [...this.inbox.values()].filter((updates) => updates.length > 0)
    if (waiting.length === 0) return false
    const updates = waiting[draw(waiting.length)]!
    this.receive(updates.splice(isShuffled ? draw(updates.length) : 0, 1)[0]!)
    return true
  }

  leave(): void {
    for (const view of this.views) view.destroy?.()
    this.doc.destroy()
  }
}

/** 1 between the two halves of a letter that needs two code units, else 0. */
const insideLetter = ($pos: ResolvedPos): 0 | 1 =>
  $pos.textOffset > 0 && /^[\uDC00-\uDFFF]/.test($pos.nodeAfter?.text ?? '') ? 1 : 0

const lastLength = ($pos: ResolvedPos): number => {
  const text = $pos.nodeBefore?.text
  return text && /[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text) ? 2 : 1
}

let ids = 0
const freshId = (node: Node, writer: Writer): Attrs =>
  'id' in node.attrs ? { ...node.attrs, id: `${writer.name}-b${++ids}` } : node.attrs

/** The atoms of a body, embedded or standing between texts, in order. */
export const elementsIn = (type: Y.XmlFragment): Y.XmlElement[] =>
  type.toArray().flatMap((child) => {
    if (child instanceof Y.XmlText) {
      return (child.toDelta() as { insert: unknown }[]).flatMap((d) =>
        d.insert instanceof Y.XmlElement ? [d.insert] : [],
      )
    }
    if (!(child instanceof Y.XmlElement)) return []
    return schema.nodes[child.nodeName]?.isInline ? [child] : elementsIn(child)
  })

export const citedIn = (content: Node | Fragment): string[] => {
  const cited: string[] = []
  content.descendants((node) => {
    if (node.type.name === 'citation') cited.push(String(node.attrs.id))
  })
  return cited
}

/** A brief that stands in Yjs as the editor would have written it. */
export const briefOf = (text: string): Uint8Array => {
  const doc = new Y.Doc()
  doc.clientID = 1
  const { body } = roots(doc)
  for (const id of citedIn(bodyOf(text))) addCitation(doc, { id, cites: [{ source: 'oecd_2022' }] })
  bodyOf(text).forEach((block) => {
    const paragraph = new Y.XmlElement('paragraph')
    body.push([paragraph])
    paragraph.setAttribute('id', String(block.attrs.id))
    const words = new Y.XmlText()
    paragraph.push([words])
    block.forEach((node, at) => {
      if (node.isText) words.insert(at, node.text!, {})
      else words.insertEmbed(at, elementOf(node))
    })
  })
  return Y.encodeStateAsUpdate(doc)
}

/** The same, as programs write it that know no embeds: atoms stand between several texts. */
export const foreignBriefOf = (text: string): Uint8Array => {
  const doc = new Y.Doc()
  doc.clientID = 1
  const { body } = roots(doc)
  for (const id of citedIn(bodyOf(text))) addCitation(doc, { id, cites: [{ source: 'oecd_2022' }] })
  bodyOf(text).forEach((block) => {
    const paragraph = new Y.XmlElement('paragraph')
    body.push([paragraph])
    block.forEach((node) => paragraph.push([node.isText ? new Y.XmlText(node.text!) : elementOf(node)]))
  })
  return Y.encodeStateAsUpdate(doc)
}

const elementOf = (node: Node): Y.XmlElement => {
  const element = new Y.XmlElement(node.type.name)
  if (node.attrs.id != null) element.setAttribute('id', String(node.attrs.id))
  return element
}

const copyOf = (beginning: Uint8Array, clientID: number): Y.Doc => {
  const doc = new Y.Doc()
  doc.clientID = clientID
  Y.applyUpdate(doc, beginning, fromPost)
  return doc
}

export type Desk = {
  writers: Writer[]
  /** Nothing is delivered while the work is done; then everything is, in the given order of writers. */
  apart: (work: () => void) => void
  /** Delivers everything; `draw` says whose turn it is. */
  deliver: (draw?: (n: number) => number, isShuffled?: boolean) => void
  leave: () => void
}

/** Writers of one brief; what one does reaches the others at once, unless they are apart. */
export const desk = (beginning: Uint8Array, clientIDs: number[] = [11, 22]): Desk => {
  const names = ['ana', 'ben', 'cy']
  const writers = clientIDs.map((id, i) => new Writer(names[i]!, copyOf(beginning, id)))
  let isLive = true
  for (const writer of writers) {
    writer.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === fromPost) return
      for (const other of writers) {
        if (other === writer) continue
        if (isLive) other.receive(update)
        else other.inbox.set(writer, [...(other.inbox.get(writer) ?? []), update])
      }
    })
  }
  const deliver = (draw: (n: number) => number = () => 0, isShuffled = false) => {
    let waiting = writers
    while (waiting.length > 0) {
      const one = waiting[draw(waiting.length)]!
      if (!one.receiveNext(draw, isShuffled)) waiting = waiting.filter((writer) => writer !== one)
    }
  }
  return {
    writers,
    apart: (work) => {
      isLive = false
      work()
      deliver()
      isLive = true
    },
    deliver,
    leave: () => {
      for (const writer of writers) writer.leave()
    },
  }
}

type Work = (writer: Writer) => unknown

/**
 * Two people do one thing each: live in both orders, and offline with either one's letters sorted first by Yjs. Of two
 * steps, the first is done by both before either goes on. The outcome is looked at after each order.
 */
export const inEveryOrder = (
  brief: Uint8Array,
  work: { ana: Work | [Work, Work]; ben: Work | [Work, Work] },
  look: (text: string, writer: Writer) => void,
): void => {
  for (const order of [
    'live, Ana first',
    'live, Ben first',
    'offline, Ana sorted first',
    'offline, Ben sorted first',
  ]) {
    const { writers, apart, leave } = desk(brief, order === 'offline, Ben sorted first' ? [22, 11] : [11, 22])
    const [ana, ben] = writers as [Writer, Writer]
    const acts = (
      [
        [ana, work.ana],
        [ben, work.ben],
      ] as const
    ).map(([writer, does]) => {
      if (typeof does === 'function') return () => does(writer)
      does[0](writer)
      return () => does[1](writer)
    })
    if (order === 'live, Ben first') acts.reverse()
    if (order.startsWith('offline')) apart(() => acts.forEach((act) => act()))
    else acts.forEach((act) => act())
    agree(writers)
    look(ana.text, ana)
    leave()
  }
}

/** Everybody has the same document, in Yjs and on screen, and reading it changes nothing. */
export const agree = (writers: Writer[]): void => {
  const [first, ...others] = writers as [Writer, ...Writer[]]
  for (const other of others) {
    expect(other.state.doc.toJSON(), `${other.name} against ${first.name}`).toEqual(first.state.doc.toJSON())
    expect(Y.equalSnapshots(Y.snapshot(other.doc), Y.snapshot(first.doc)), 'the same Yjs state').toBe(true)
  }
  for (const writer of writers) {
    const copy = new Y.Doc()
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(writer.doc))
    const before = Y.snapshot(copy)
    const read = yXmlFragmentToProseMirrorRootNode(roots(copy).body, schema)
    // A screen is never without a block, even when Yjs has none left.
    const drawn = read.childCount > 0 ? read : schema.topNodeType.createAndFill()!
    expect(writer.state.doc.toJSON(), `${writer.name}'s screen against Yjs`).toEqual(drawn.toJSON())
    expect(Y.equalSnapshots(before, Y.snapshot(copy)), 'reading wrote nothing').toBe(true)
  }
}
