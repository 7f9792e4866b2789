/**
 * Keeps the records of citations in step with what this person does in the body: a citation that goes is marked as
 * removed, one that is back is not, and a copy gets an id and a record of its own. What goes by a colleague's change or
 * in a merge is never marked: it is listed as unplaced.
 */
import { Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'
import type { Node } from '@tiptap/pm/model'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import type * as Y from 'yjs'
import { addCitation, markPlaced, markRemoved, readCitation } from '../../../shared/brief/citation.ts'
import { type Person, roots } from '../../../shared/brief/document.ts'
import { readFootnote } from '../../../shared/brief/footnotes.ts'
import { newId } from '../../../shared/brief/id.ts'
import { citationIds } from '../../../shared/brief/order.ts'
import type { BriefUndo } from './brief-undo.ts'
import { copiesMade, type Moves, movesBetween } from './citation-moves.ts'
import { footnoteMoves } from './footnote-places.ts'

type Keeping = {
  /** New id → id of the citation it is a copy of. */
  copies: ReadonlyMap<string, string>
  /** How often this person undid or redid something. */
  undone: number
}

const keeperKey = new PluginKey<Keeping>('citationKeeper')

/** Not among the origins that undo follows: undo moves the citation, and the keeper follows it. */
const KEEPER = 'citation keeper'

type KeeperOptions = {
  doc: Y.Doc
  me: () => Person
  undo: BriefUndo
  /** ISO 8601, UTC. */
  now: () => string
}

export const citationKeeper = ({ doc, me, undo, now }: KeeperOptions) =>
  new Plugin<Keeping>({
    key: keeperKey,
    state: {
      init: () => ({ copies: new Map(), undone: 0 }),
      apply(tr, keeping) {
        const made = tr.getMeta(keeperKey) as Keeping['copies'] | undefined
        if (made) return { ...keeping, copies: new Map([...keeping.copies, ...made]) }
        return changeOf(tr)?.isUndoRedoOperation ? { ...keeping, undone: keeping.undone + 1 } : keeping
      },
    },

    appendTransaction(transactions, oldState, newState) {
      // What comes from Yjs must not be answered with a change: the binding would not write it down.
      if (transactions.some((tr) => changeOf(tr)?.isChangeOrigin)) return null
      if (!transactions.some((tr) => tr.docChanged)) return null
      const places = copiesMade(oldState.doc, newState.doc)
      if (places.length === 0) return null
      const made = new Map<string, string>()
      const tr = newState.tr
      for (const { id, pos } of places) {
        const fresh = newId()
        made.set(fresh, id)
        tr.setNodeAttribute(pos, 'id', fresh)
      }
      return tr.setMeta(keeperKey, made)
    },

    view(view) {
      let seen: Node = view.state.doc
      let undone = 0
      const catchUp = () => {
        const { state } = view
        if (state.doc === seen) return
        const moves = withFootnotes(doc, movesBetween(seen, state.doc), footnoteMoves(seen, state.doc))
        seen = state.doc
        if (moves.came.length || moves.went.length)
          undo.keep(() => record(doc, moves, keeperKey.getState(state)?.copies ?? new Map(), me(), now()))
      }
      // The binding is about to write what this person did: the marks belong to the same transaction.
      const join = (transaction: Y.Transaction) => {
        if (transaction.origin === ySyncPluginKey) catchUp()
      }
      doc.on('beforeTransaction', join)
      return {
        update() {
          const undoneNow = keeperKey.getState(view.state)?.undone ?? 0
          if (undoneNow !== undone) doc.transact(catchUp, KEEPER)
          undone = undoneNow
          // The rest came from colleagues.
          seen = view.state.doc
        },
        destroy: () => doc.off('beforeTransaction', join),
      }
    },
  })

/** With a footnote's mark go the citations in its text, and come back with it. */
const withFootnotes = (doc: Y.Doc, { came, went }: Moves, notes: Moves): Moves => {
  const { footnotes } = roots(doc)
  const within = (ids: readonly string[]) =>
    ids.flatMap((id) => (readFootnote(id, footnotes.get(id)) ?? []).flatMap((node) => citationIds(node)))
  return { came: [...came, ...within(notes.came)], went: [...went, ...within(notes.went)] }
}

/** What the binding with Yjs says of a transaction that it made. */
const changeOf = (tr: Transaction) =>
  tr.getMeta(ySyncPluginKey) as { isChangeOrigin?: boolean; isUndoRedoOperation?: boolean } | undefined

const record = (doc: Y.Doc, { came, went }: Moves, copies: Keeping['copies'], by: Person, at: string) => {
  const { citations } = roots(doc)
  for (const id of came) {
    const original = copies.get(id)
    if (!citations.has(id) && original) copyCitation(doc, original, id)
    else markPlaced(doc, id)
  }
  for (const id of went) {
    const map = citations.get(id)
    if (map && !map.has('removed')) markRemoved(doc, id, by, at)
  }
}

/** A record of its own for a copy. */
export const copyCitation = (doc: Y.Doc, from: string, to: string) => {
  const original = readCitation(from, roots(doc).citations.get(from))
  if (!original) return
  addCitation(doc, {
    id: to,
    cites: original.cites.map((cite) => ({ ...cite, id: newId() })),
    covers: original.covers,
    sentence: original.sentence,
  })
}
