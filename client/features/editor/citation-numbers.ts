/**
 * Draws the numbers of the citations as decorations of their nodes. They are computed again only when a citation came,
 * went or moved, or a record changed; otherwise they are carried along.
 */
import type { Node } from '@tiptap/pm/model'
import { type EditorState, Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { type Order, orderOf } from '../../../shared/brief/order.ts'
import { changedRange, mappingOf } from './changed-range.ts'
import { citationLabel } from './citation-label.ts'
import { citationPlaces, touchesCitation } from './citation-places.ts'
import { footnoteLetter } from '../../../shared/brief/footnotes.ts'
import { wordsOfBlock } from '../../../shared/brief/covers.ts'
import { footnotePlaces, touchesFootnote } from './footnote-places.ts'
import type { Evidence, EvidenceStore } from '../../brief/evidence.ts'

export type Numbers = { order: Order; active: string | null; decorations: DecorationSet }

export const numbersKey = new PluginKey<Numbers>('citationNumbers')

/** What a transaction may say to this plugin. */
type Note = { evidence?: true; active?: string | null }

export const citationNumbers = (evidence: EvidenceStore) =>
  new Plugin<Numbers>({
    key: numbersKey,
    state: {
      init: (_, state) => draw(state.doc, evidence.get(), null),
      apply(tr, numbers, oldState, newState) {
        const note = tr.getMeta(numbersKey) as Note | undefined
        const active = note?.active === undefined ? numbers.active : note.active
        if (note) return draw(newState.doc, evidence.get(), active)
        if (!tr.docChanged) return numbers
        const range = changedRange(oldState.doc, newState.doc)
        if (!range) return numbers
        if (touchesCitation(oldState.doc, newState.doc) || touchesFootnote(oldState.doc, newState.doc))
          return draw(newState.doc, evidence.get(), active)
        return { ...numbers, decorations: numbers.decorations.map(mappingOf(range), newState.doc) }
      },
    },
    props: { decorations: (state) => numbersKey.getState(state)?.decorations },
    view: (view) => {
      const stop = evidence.subscribe(() => {
        if (!view.isDestroyed)
          view.dispatch(view.state.tr.setMeta(numbersKey, { evidence: true } satisfies Note))
      })
      return { destroy: stop }
    },
  })

/** Marks one citation as the one whose card is open in the margin. */
export const activate = (state: EditorState, id: string | null) =>
  state.tr.setMeta(numbersKey, { active: id } satisfies Note)

const draw = (doc: Node, evidence: Evidence, active: string | null): Numbers => {
  const places = citationPlaces(doc)
  const footnotes = footnotePlaces(doc)
  const marks = [
    ...places.map(({ id, pos }) => ({ type: 'citation', pos, attrs: { id } })),
    ...footnotes.map(({ id, pos }) => ({ type: 'footnote', pos, attrs: { id } })),
  ].sort((a, b) => a.pos - b.pos)
  const order = orderOf({ type: 'doc', content: marks }, evidence.citations, evidence.footnotes)
  const decorations = places.map(({ id, pos }, i) => {
    const record = evidence.citations.get(id)
    const numbers = order.numbers.get(id) ?? []
    const missing =
      !record || record.cites.length === 0 || record.cites.some((c) => !evidence.sources.has(c.source))
    const classes = [
      missing ? 'missing' : '',
      id === active ? 'active' : '',
      // Two citations side by side are told apart by a comma.
      places[i - 1]?.pos === pos - 1 ? 'follows' : '',
    ]
    return Decoration.node(pos, pos + 1, {
      class: classes.filter((name) => name !== '').join(' '),
      // Two passages of one source are one number.
      'data-n': numbers.length ? [...new Set(numbers)].join(', ') : '?',
      'aria-label': citationLabel(record, numbers, evidence),
    })
  })
  const letters = new Map(order.footnotes.map((id, i) => [id, footnoteLetter(i)]))
  for (const { id, pos } of footnotes) {
    const words = (evidence.footnotes.get(id) ?? []).map(wordsOfBlock).join(' ')
    const letter = letters.get(id) ?? '?'
    decorations.push(
      Decoration.node(pos, pos + 1, {
        'data-n': letter,
        // Printed beneath the text, where a press would open it on the screen.
        'data-words': words,
        'aria-label': `Footnote ${letter}: ${words || 'empty'}`,
      }),
    )
  }
  return { order, active, decorations: DecorationSet.create(doc, decorations) }
}
