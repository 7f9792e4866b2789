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
import { plainRuns } from '../../../shared/cite/runs-of-html.ts'
import type { Source } from '../../../shared/brief/source.ts'
import type { Styled } from '../../../shared/cite/styler.ts'
import type { PageStyle } from './page-style.ts'
import type { Evidence, EvidenceStore } from '../../brief/evidence.ts'
import { say } from '../../words/en/editor.ts'

export type Numbers = { order: Order; active: string | null; decorations: DecorationSet }

export const numbersKey = new PluginKey<Numbers>('citationNumbers')

/** What a transaction may say to this plugin. */
type Note = { evidence?: true; styled?: true; active?: string | null }

export const citationNumbers = (evidence: EvidenceStore, style: PageStyle) =>
  new Plugin<Numbers>({
    key: numbersKey,
    state: {
      init: (_, state) => draw(state.doc, { evidence: evidence.get(), active: null, styled: style.get() }),
      apply(tr, numbers, oldState, newState) {
        const note = tr.getMeta(numbersKey) as Note | undefined
        const active = note?.active === undefined ? numbers.active : note.active
        const again = () => draw(newState.doc, { evidence: evidence.get(), active, styled: style.get() })
        // What a style wrote changes no order: asking it again would have no end.
        if (note?.styled || (note && !note.evidence)) return { ...again(), order: numbers.order }
        if (note) return again()
        if (!tr.docChanged) return numbers
        const range = changedRange(oldState.doc, newState.doc)
        if (!range) return numbers
        if (touchesCitation(oldState.doc, newState.doc) || touchesFootnote(oldState.doc, newState.doc))
          return again()
        return { ...numbers, decorations: numbers.decorations.map(mappingOf(range), newState.doc) }
      },
    },
    props: { decorations: (state) => numbersKey.getState(state)?.decorations },
    view: (view) => {
      const stop = evidence.subscribe(() => {
        if (!view.isDestroyed)
          view.dispatch(view.state.tr.setMeta(numbersKey, { evidence: true } satisfies Note))
      })
      const stopStyle = style.subscribe(() => {
        if (!view.isDestroyed)
          view.dispatch(view.state.tr.setMeta(numbersKey, { styled: true } satisfies Note))
      })
      let order = numbersKey.getState(view.state)?.order
      if (order) style.follow(order)
      return {
        update() {
          const now = numbersKey.getState(view.state)?.order
          if (!now || now === order) return
          order = now
          style.follow(now)
        },
        destroy() {
          stop()
          stopStyle()
        },
      }
    },
  })

/** Marks one citation as the one whose card is open in the margin. */
export const activate = (state: EditorState, id: string | null) =>
  state.tr.setMeta(numbersKey, { active: id } satisfies Note)

type Drawn = { evidence: Evidence; active: string | null; styled: Styled | null }

/** Nowhere, or taken out of the list: its words may stand, but nobody vouches for them. */
const isGone = (source: Source | undefined): boolean => !source || source.removed !== null

const draw = (doc: Node, { evidence, active, styled }: Drawn): Numbers => {
  const places = citationPlaces(doc)
  const footnotes = footnotePlaces(doc)
  const marks = [
    ...places.map(({ id, pos }) => ({ type: 'citation', pos, attrs: { id } })),
    ...footnotes.map(({ id, pos }) => ({ type: 'footnote', pos, attrs: { id } })),
  ].sort((a, b) => a.pos - b.pos)
  const order = orderOf({ type: 'doc', content: marks }, evidence.citations, evidence.footnotes)
  const noteNumbers = new Map(
    styled?.notes ? order.notes.map(({ is, id }, at) => [`${is} ${id}`, String(at + 1)]) : [],
  )
  const decorations = places.map(({ id, pos }, i) => {
    const record = evidence.citations.get(id)
    const numbers = order.numbers.get(id) ?? []
    const missing =
      !record || record.cites.length === 0 || record.cites.some((c) => isGone(evidence.sources.get(c.source)))
    const runs = styled && !styled.notes ? styled.clusters.get(id) : undefined
    const note = noteNumbers.get(`citation ${id}`)
    const words = plainRuns(styled?.clusters.get(id) ?? [])
    const classes = [
      runs ? 'styled' : '',
      missing ? 'missing' : '',
      id === active ? 'active' : '',
      // Two citations side by side are told apart by a comma.
      places[i - 1]?.pos === pos - 1 ? 'follows' : '',
    ]
    const attributes = {
      class: classes.filter((name) => name !== '').join(' '),
      // Two passages of one source are one number.
      'data-n': runs ? words : (note ?? (numbers.length ? [...new Set(numbers)].join(', ') : '?')),
      'aria-label': words
        ? note
          ? say.citationInNote(note, words)
          : say.citationWords(words)
        : citationLabel(record, numbers, evidence),
    }
    return Decoration.node(pos, pos + 1, attributes, runs && { runs })
  })
  const letters = new Map(order.footnotes.map((id, i) => [id, footnoteLetter(i)]))
  for (const { id, pos } of footnotes) {
    const words = (evidence.footnotes.get(id) ?? []).map(wordsOfBlock).join(' ')
    const letter = noteNumbers.get(`footnote ${id}`) ?? letters.get(id) ?? '?'
    decorations.push(
      Decoration.node(pos, pos + 1, {
        'data-n': letter,
        // Printed beneath the text, where a press would open it on the screen.
        'data-words': words,
        'aria-label': words ? say.footnoteSays(letter, words) : say.footnoteEmpty(letter),
      }),
    )
  }
  return { order, active, decorations: DecorationSet.create(doc, decorations) }
}
