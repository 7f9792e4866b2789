/**
 * Mends what merging can leave behind: a citation that stands twice is taken out at its later place, and a record marked
 * as removed whose citation stands is unmarked. One writer's client does it, after a while, so that not all do at once.
 */
import { Plugin } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import type * as Y from 'yjs'
import type { Awareness } from 'y-protocols/awareness'
import { markPlaced } from '../../../shared/brief/citation.ts'
import { roots } from '../../../shared/brief/document.ts'
import { citationPlaces, touchesCitation } from './citation-places.ts'
import { doubledPlaces } from './citation-moves.ts'

/** Merges come in several parts; what looks doubled for a moment often is not. */
const WAIT = 3000

type Options = { doc: Y.Doc; awareness: Awareness; wait?: number }

export const tidyCitations = ({ doc, awareness, wait = WAIT }: Options) =>
  new Plugin({
    view(view) {
      let timer: ReturnType<typeof setTimeout> | undefined
      const look = () => {
        timer = undefined
        if (!view.isDestroyed && view.editable && isFirst(awareness)) tidy(view, doc)
      }
      const consider = () => {
        if (timer === undefined && needsTidying(view, doc)) timer = setTimeout(look, wait)
      }
      const { citations } = roots(doc)
      citations.observeDeep(consider)
      consider()
      return {
        update(_, before) {
          if (touchesCitation(before.doc, view.state.doc)) consider()
        },
        destroy() {
          citations.unobserveDeep(consider)
          clearTimeout(timer)
        },
      }
    },
  })

/** Those who have a caret write; of them the lowest client id. Nobody else there: this one. */
const isFirst = (awareness: Awareness): boolean => {
  const writers = [...awareness.getStates()].filter(([, state]) => state.cursor != null).map(([id]) => id)
  return writers.every((id) => id >= awareness.clientID)
}

const standsRemoved = (view: EditorView, doc: Y.Doc) =>
  citationPlaces(view.state.doc).filter(({ id }) => roots(doc).citations.get(id)?.has('removed'))

const needsTidying = (view: EditorView, doc: Y.Doc) =>
  doubledPlaces(view.state.doc).length > 0 || standsRemoved(view, doc).length > 0

const tidy = (view: EditorView, doc: Y.Doc) => {
  const removed = standsRemoved(view, doc)
  if (removed.length) doc.transact(() => removed.forEach(({ id }) => markPlaced(doc, id)), 'tidy citations')
  const doubled = doubledPlaces(view.state.doc)
  if (doubled.length === 0) return
  const tr = view.state.tr.setMeta('addToHistory', false)
  for (const { pos } of doubled.toReversed()) tr.delete(pos, pos + 1)
  view.dispatch(tr)
}
