/**
 * What the brief's style writes for the citations on the page, kept in step with the text and the records: asked of a worker, the
 * latest question only. Null is the house style, and what stands until a style has answered.
 */
import type * as Y from 'yjs'
import { readAbout } from '../../../shared/brief/about.ts'
import { roots } from '../../../shared/brief/document.ts'
import type { Order } from '../../../shared/brief/order.ts'
import type { Styled } from '../../../shared/cite/styler.ts'
import { BUILT_IN_STYLES, OWN_STYLE, type StyleChoice } from '../../../shared/cite/styles.ts'
import { openStyleDesk } from '../../brief/ask-style.ts'
import type { Evidence, EvidenceStore } from '../../brief/evidence.ts'
import { createStore, type Store } from '../../brief/store.ts'

export type PageStyle = Store<Styled | null> & {
  /** The citations stand in this order now. */
  follow(order: Order): void
  close(): void
}

const choiceOf = (doc: Y.Doc): StyleChoice | null => {
  const { style, ownStyle, lang } = readAbout(doc)
  const known = style === OWN_STYLE ? ownStyle !== null : BUILT_IN_STYLES.some(({ id }) => id === style)
  return known ? { style, ownStyle, lang } : null
}

export const watchStyle = (doc: Y.Doc, evidence: EvidenceStore): PageStyle => {
  const desk = openStyleDesk()
  const store = createStore<Styled | null>(null)
  const { about } = roots(doc)
  let choice = choiceOf(doc)
  let order: Order | null = null
  let told: Evidence['sources'] | null = null
  let isAsking = false
  let isStale = false
  let isClosed = false

  const ask = async () => {
    if (!choice || !order) return store.set(null)
    if (isAsking) {
      isStale = true
      return
    }
    isAsking = true
    isStale = false
    const { sources, citations, footnotes } = evidence.get()
    const works = sources === told ? null : new Map([...sources].map(([id, { item }]) => [id, item]))
    told = sources
    const styled = await desk
      .ask('style', { choice, citations, footnotes, order, works, isFirst: store.get() === null })
      // A style that a colleague's program put there may not work: the house style is read instead.
      .catch(() => {
        told = null
        return null
      })
    if (isClosed) return
    // The house style was chosen meanwhile.
    if (!choice) {
      isAsking = false
      return
    }
    const before = styled?.isNew ? null : store.get()
    const clusters = new Map([...(before?.clusters ?? []), ...(styled?.changed ?? [])])
    const shown: Styled | null = styled && {
      notes: styled.notes,
      clusters,
      bibliography: before?.bibliography ?? [],
    }
    // Before the list: it takes longer, and who writes looks at the citation.
    store.set(shown)
    const bibliography = shown && !isStale ? await desk.ask('list', null).catch(() => []) : []
    isAsking = false
    if (isClosed) return
    if (shown && choice && !isStale && !same(shown.bibliography, bibliography))
      store.set({ ...shown, bibliography })
    if (isStale) void ask()
  }
  const onAbout = () => {
    choice = choiceOf(doc)
    void ask()
  }
  about.observe(onAbout)

  return {
    ...store,
    follow(now) {
      order = now
      if (choice) void ask()
    },
    close() {
      isClosed = true
      about.unobserve(onAbout)
      desk.close()
    },
  }
}

const same = (a: Styled['bibliography'], b: Styled['bibliography']): boolean =>
  JSON.stringify(a) === JSON.stringify(b)
