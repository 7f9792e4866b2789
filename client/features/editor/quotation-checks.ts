/**
 * Holds every quotation on the page against its excerpt, as it is written: differences are drawn word by word in the
 * block, and underlined within a sentence. Only words that changed are compared again.
 */
import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import type { Excerpt } from '../../../shared/brief/excerpt.ts'
import type { Source } from '../../../shared/brief/source.ts'
import { type QuotationStanding, standingOf } from '../../../shared/check/quotations.ts'
import { changedRange, mappingOf } from './changed-range.ts'
import { differencePlaces } from './difference-places.ts'
import type { Evidence, EvidenceStore } from '../../brief/evidence.ts'
import { type QuotationSpan, quotationSpans } from './quotation-spans.ts'
import { textMap } from './text-map.ts'
import { say } from '../../words/en/editor.ts'

/** What the view of a quotation block draws below the words; a spec of the block's decoration. */
export type QuotationState = {
  standing: QuotationStanding
  excerpt: Excerpt | undefined
  source: Source | undefined
}

export const quotationsKey = new PluginKey<DecorationSet>('quotationChecks')

export const quotationChecks = (evidence: EvidenceStore) =>
  new Plugin<DecorationSet>({
    key: quotationsKey,
    state: {
      init: (_, state) => draw(state.doc, evidence.get()),
      apply(tr, decorations, oldState, newState) {
        if (tr.getMeta(quotationsKey)) return draw(newState.doc, evidence.get())
        if (!tr.docChanged) return decorations
        const range = changedRange(oldState.doc, newState.doc)
        if (!range) return decorations
        const touched =
          touches(oldState.doc, range.from, range.oldTo) || touches(newState.doc, range.from, range.newTo)
        return touched ? draw(newState.doc, evidence.get()) : decorations.map(mappingOf(range), newState.doc)
      },
    },
    props: { decorations: (state) => quotationsKey.getState(state) },
    view(view) {
      let { excerpts, sources } = evidence.get()
      const stop = evidence.subscribe(() => {
        const now = evidence.get()
        if (view.isDestroyed || (now.excerpts === excerpts && now.sources === sources)) return
        ;({ excerpts, sources } = now)
        view.dispatch(view.state.tr.setMeta(quotationsKey, true))
      })
      return { destroy: stop }
    },
  })

/** One more on each side: what is written at the edge of a quotation may belong to it. */
const touches = (doc: Node, from: number, to: number) =>
  quotationSpans(doc).some((span) => span.from - 1 <= to && span.to + 1 >= from)

const compared = new WeakMap<Excerpt, { words: string; standing: QuotationStanding }[]>()

/** Two quotations of one excerpt are usual, more are not: two comparisons are remembered. */
const compare = (words: string, excerpt: Excerpt | undefined): QuotationStanding => {
  if (!excerpt) return standingOf(words, undefined)
  const before = compared.get(excerpt) ?? []
  const same = before.find((one) => one.words === words)
  if (same) return same.standing
  const standing = standingOf(words, excerpt)
  compared.set(excerpt, [{ words, standing }, ...before].slice(0, 2))
  return standing
}

const draw = (doc: Node, { excerpts, sources }: Evidence): DecorationSet => {
  const decorations = quotationSpans(doc).flatMap((span) => {
    const excerpt = span.excerpt === null ? undefined : excerpts.get(span.excerpt)
    const words = wordsOfSpan(doc, span)
    const standing = compare(words.text.trim(), excerpt)
    const source = excerpt && sources.get(excerpt.source)
    return span.kind === 'block'
      ? [blockOf(span, { standing, excerpt, source }), ...differences(words, standing, true)]
      : [...inlineOf(span, standing), ...differences(words, standing, false)]
  })
  return DecorationSet.create(doc, decorations)
}

const wordsOfSpan = (doc: Node, span: QuotationSpan) => {
  const $from = doc.resolve(span.from)
  if (span.kind === 'block') return textMap($from.parent, span.from)
  const whole = textMap($from.parent, $from.start())
  const [start, end] = [whole.offsetOf(span.from), whole.offsetOf(span.to)]
  return {
    text: whole.text.slice(start, end),
    positionOf: (offset: number) => whole.positionOf(start + offset),
  }
}

const blockOf = (span: QuotationSpan, state: QuotationState) =>
  Decoration.node(
    span.from - 1,
    span.to + 1,
    { 'data-standing': toneOf(state.standing) },
    { quotation: state },
  )

const inlineOf = (span: QuotationSpan, standing: QuotationStanding) =>
  toneOf(standing) === 'differs' ? [Decoration.inline(span.from, span.to, { class: 'quoted-differs' })] : []

const toneOf = (standing: QuotationStanding) => {
  if (standing.is === 'held') return standing.difference.is
  return standing.is === 'without-words' ? 'same' : 'differs'
}

const differences = (
  { text, positionOf }: { text: string; positionOf: (offset: number) => number },
  standing: QuotationStanding,
  block: boolean,
): Decoration[] => {
  if (standing.is !== 'held' || standing.difference.is !== 'differs') return []
  return differencePlaces(text, standing.difference.parts).flatMap((place) => {
    if (place.is === 'added') {
      const name = place.loud ? 'not-in-source loud' : 'not-in-source'
      return Decoration.inline(positionOf(place.from), positionOf(place.to - 1) + 1, { class: name })
    }
    if (!block) return []
    const at = place.at === 0 ? positionOf(0) : positionOf(place.at - 1) + 1
    return Decoration.widget(at, () => missingWords(place.words, place.loud), {
      side: -1,
      ignoreSelection: true,
      key: `missing-${place.loud}-${place.words}`,
    })
  })
}

const missingWords = (words: string, loud: boolean) => {
  const element = document.createElement('del')
  element.className = loud ? 'in-source loud' : 'in-source'
  element.textContent = words
  element.setAttribute('aria-label', say.theSourceSays(words))
  return element
}
