/**
 * Marks the sentences that rest on words which their source no longer says, and the numbers of their citations. Only
 * a change of the evidence or in a marked sentence draws them anew.
 */
import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { sentenceAt } from '../../../shared/text/sentences.ts'
import type { Changes } from '../../brief/changes.ts'
import type { EvidenceStore } from '../../brief/evidence.ts'
import type { Store } from '../../brief/store.ts'
import { citationPlaces } from './citation-places.ts'
import { textMap } from './text-map.ts'
import { say } from '../../words/en/editor.ts'

const key = new PluginKey<DecorationSet>('changedSentences')

export const changedSentences = (evidence: EvidenceStore, changes: Store<Changes>) =>
  new Plugin<DecorationSet>({
    key,
    state: {
      init: (_, state) => draw(state.doc, evidence, changes.get()),
      apply(tr, drawn, _old, { doc }) {
        if (tr.getMeta(key)) return draw(doc, evidence, changes.get())
        // There are few of them, and only while something waits for a person.
        return tr.docChanged && isAffected(changes.get(), evidence)
          ? draw(doc, evidence, changes.get())
          : drawn
      },
    },
    props: { decorations: (state) => key.getState(state) },
    view(view) {
      const redraw = () => {
        if (!view.isDestroyed) view.dispatch(view.state.tr.setMeta(key, true))
      }
      const stops = [changes.subscribe(redraw), evidence.subscribe(redraw)]
      return { destroy: () => stops.forEach((stop) => stop()) }
    },
  })

const isAffected = ({ loud }: Changes, evidence: EvidenceStore) =>
  loud.size > 0 || withdrawn(evidence).size > 0

/** Sources that this brief knows to be withdrawn, and nobody has settled. */
const withdrawn = (evidence: EvidenceStore): Set<string> =>
  new Set(
    [...evidence.get().sources.values()]
      .filter((source) => source.withdrawn && !source.withdrawn.settled)
      .map(({ id }) => id),
  )

const draw = (doc: Node, evidence: EvidenceStore, { loud }: Changes): DecorationSet => {
  const gone = withdrawn(evidence)
  if (loud.size === 0 && gone.size === 0) return DecorationSet.empty
  const { citations } = evidence.get()
  const decorations = citationPlaces(doc).flatMap(({ id, pos }): Decoration[] => {
    const record = citations.get(id)
    const rests = record?.cites.some((c) => (c.excerpt && loud.has(c.excerpt)) || gone.has(c.source))
    if (!record || !rests) return []
    const isWithdrawn = record.cites.some((c) => gone.has(c.source))
    const number = Decoration.node(pos, pos + 1, {
      class: isWithdrawn ? 'source-changed source-withdrawn' : 'source-changed',
    })
    const why = isWithdrawn ? WITHDRAWN : CHANGED
    return [...covered(doc, pos, record.covers).map((span) => mark(span, why)), number]
  })
  return DecorationSet.create(doc, decorations)
}

const CHANGED = say.sourceChanged
const WITHDRAWN = say.sourceWithdrawn

const mark = ({ from, to }: { from: number; to: number }, title: string) =>
  Decoration.inline(from, to, { class: 'rests-on-changed', title })

/** Where the words stand that the citation at `pos` speaks for, as shared/brief/covers.ts tells them. */
const covered = (doc: Node, pos: number, covers: 'sentence' | 'block') => {
  const $pos = doc.resolve(pos)
  const map = textMap($pos.parent, $pos.start())
  const span =
    covers === 'block' ? { start: 0, end: map.text.length } : sentenceAt(map.text, map.offsetOf(pos))
  if (!span || span.end <= span.start) return []
  return [{ from: map.positionOf(span.start), to: map.positionOf(span.end - 1) + 1 }]
}
