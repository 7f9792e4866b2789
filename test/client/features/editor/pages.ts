/**
 * Pages without a screen: the editor's own plugins on the real binding, for one person or several who send each other
 * what they write. `at('fell.|')` puts the caret; `[k1]` is a citation, a new line a new block.
 */
import type { Node } from '@tiptap/pm/model'
import { EditorState, type Plugin, TextSelection, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { initProseMirrorDoc, redo, undo, ySyncPlugin, yUndoPlugin } from '@tiptap/y-tiptap'
import * as Y from 'yjs'
import { Awareness } from 'y-protocols/awareness'
import { type CitationRecord, readCitations } from '../../../../shared/brief/citation.ts'
import { roots } from '../../../../shared/brief/document.ts'
import { addExcerpt } from '../../../../shared/brief/excerpt.ts'
import { addSource } from '../../../../shared/brief/source.ts'
import { orderOf } from '../../../../shared/brief/order.ts'
import { readBody } from '../../../../shared/brief/body.ts'
import { schema } from '../../../../shared/editor/schema.ts'
import { watchEvidence } from '../../../../client/brief/evidence.ts'
import { briefUndo } from '../../../../client/features/editor/brief-undo.ts'
import { citationKeeper } from '../../../../client/features/editor/citation-keeper.ts'
import { undoSteps } from '../../../../client/features/editor/undo-steps.ts'
import type { Desk } from '../../../../client/features/editor/writing.ts'
import { bodyOf, textOf } from '../../../shared/binding/writers.ts'

const FROM_POST = 'post'
const MARGIN = 'margin'

export class Page {
  readonly doc = new Y.Doc()
  readonly name: string
  readonly awareness: Awareness
  readonly desk: Desk
  readonly evidence
  state: EditorState
  /** Updates that this page sent, one a transaction of Yjs. */
  readonly sent: Uint8Array[] = []
  private readonly views: { update?: (view: EditorView, before: EditorState) => void; destroy?: () => void }[]
  private readonly view: EditorView
  private readonly undo

  constructor(
    name: string,
    clientID: number,
    beginning: Uint8Array,
    more: (page: Page) => Plugin[] = () => [],
  ) {
    this.name = name
    this.doc.clientID = clientID
    Y.applyUpdate(this.doc, beginning, FROM_POST)
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== FROM_POST) this.sent.push(update)
    })
    this.awareness = new Awareness(this.doc)
    this.evidence = watchEvidence(this.doc)
    this.undo = briefUndo(this.doc, MARGIN)
    const { doc, mapping } = initProseMirrorDoc(roots(this.doc).body, schema)
    const me = { id: name, name }
    this.state = EditorState.create({
      schema,
      doc,
      plugins: [
        undoSteps(this.undo),
        ySyncPlugin(roots(this.doc).body, { mapping }),
        yUndoPlugin({ undoManager: this.undo.manager }),
        citationKeeper({ doc: this.doc, me: () => me, undo: this.undo, now: () => '2026-11-23T10:00:00Z' }),
        ...more(this),
      ],
    })
    const now = () => this.state
    this.view = {
      get state() {
        return now()
      },
      dispatch: (tr: Transaction) => this.dispatch(tr),
      hasFocus: () => false,
      editable: true,
      isDestroyed: false,
    } as unknown as EditorView
    this.views = this.state.plugins.flatMap((plugin) => plugin.spec.view?.(this.view) ?? [])
    this.desk = {
      view: this.view,
      doc: this.doc,
      undo: this.undo,
      origin: MARGIN,
      evidence: this.evidence.get,
    }
  }

  dispatch(tr: Transaction): void {
    const before = this.state
    this.state = this.state.applyTransaction(tr).state
    for (const view of this.views) view.update?.(this.view, before)
  }

  receive(from: Page): this {
    Y.applyUpdate(this.doc, Y.encodeStateAsUpdate(from.doc, Y.encodeStateVector(this.doc)), FROM_POST)
    return this
  }

  get text(): string {
    return textOf(this.state.doc)
  }

  get records(): Map<string, CitationRecord> {
    return readCitations(this.doc)
  }

  get removed(): string[] {
    return [...this.records.values()].filter((r) => r.removed).map((r) => r.id)
  }

  get order() {
    return orderOf(readBody(this.doc), this.records)
  }

  /** Where words that occur once begin; citations are no words. */
  find(words: string): number {
    let found = -1
    this.state.doc.descendants((node, pos) => {
      const at = node.isText ? (node.text ?? '').indexOf(words) : -1
      if (at >= 0) found = pos + at
    })
    if (found < 0) throw new Error(`${this.name} cannot find “${words}” in “${this.text}”.`)
    return found
  }

  at(words: string): this {
    const pos = this.find(words.replace('|', '')) + words.indexOf('|')
    return this.select(pos, pos)
  }

  select(from: number, to: number): this {
    this.dispatch(this.state.tr.setSelection(TextSelection.create(this.state.doc, from, to)))
    return this
  }

  type(words: string): this {
    for (const letter of words) this.dispatch(this.state.tr.insertText(letter))
    return this
  }

  erase(from: number, to: number): this {
    this.dispatch(this.state.tr.delete(from, to))
    return this
  }

  paste(content: Node[]): this {
    this.dispatch(this.state.tr.insert(this.state.selection.to, content))
    return this
  }

  back(): this {
    undo(this.state)
    return this
  }

  again(): this {
    redo(this.state)
    return this
  }

  close(): void {
    for (const view of this.views) view.destroy?.()
    this.evidence.close()
    this.awareness.destroy()
    this.doc.destroy()
  }
}

/** A brief with two sources and an excerpt of each, `e1` and `e2`, and a record for each citation of the text. */
export const briefWith = (text: string): Uint8Array => {
  const doc = new Y.Doc()
  doc.clientID = 1
  addSource(doc, {
    id: 's1',
    item: {
      type: 'report',
      title: 'Trade in 2020',
      author: [{ literal: 'WHO' }],
      issued: { 'date-parts': [[2021]] },
    },
  })
  addSource(doc, {
    id: 's2',
    item: { type: 'article', title: 'Exports', author: [{ family: 'Müller', given: 'Ö.' }] },
  })
  const passage = (id: string, source: string, exact: string) =>
    addExcerpt(doc, {
      id,
      source,
      kind: 'anchored',
      capture: 'f'.repeat(64),
      locator: { label: 'page', locator: '4' },
      selector: [
        { type: 'TextPositionSelector', start: 0, end: exact.length },
        { type: 'TextQuoteSelector', exact, prefix: '', suffix: '' },
      ],
    })
  passage('e1', 's1', 'Exports did not fall by 12 per cent in 2020.')
  passage('e2', 's2', 'Prices rose.')
  const page = new Page('seed', 2, Y.encodeStateAsUpdate(doc))
  const body = bodyOf(text)
  for (const id of citedIn(body)) {
    const record = new Y.Map<unknown>([['covers', 'sentence']])
    const cite = new Y.Map<unknown>([
      ['id', `${id}-1`],
      ['source', id.startsWith('b') ? 's2' : 's1'],
    ])
    record.set('cites', Y.Array.from([cite]))
    roots(page.doc).citations.set(id, record)
  }
  page.dispatch(page.state.tr.replaceWith(0, page.state.doc.content.size, body.content))
  const state = Y.encodeStateAsUpdate(page.doc)
  page.close()
  return state
}

const citedIn = (body: Node): string[] => {
  const ids: string[] = []
  body.descendants((node) => {
    if (node.type.name === 'citation') ids.push(String(node.attrs.id))
  })
  return ids
}
