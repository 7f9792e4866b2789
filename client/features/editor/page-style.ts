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
      .ask('style', { choice, citations, footnotes, order, works })
      // A style that a colleague's program put there may not work: the house style is read instead.
      .catch(() => {
        told = null
        return null
      })
    isAsking = false
    if (isClosed) return
    if (isStale) return void ask()
    store.set(styled && sameRuns(store.get(), styled))
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

/** What is written as before is the same object as before: only what changed is drawn again. */
const sameRuns = (before: Styled | null, now: Styled): Styled => {
  for (const [id, runs] of now.clusters) {
    const old = before?.clusters.get(id)
    if (old && JSON.stringify(old) === JSON.stringify(runs)) now.clusters.set(id, old)
  }
  return now
}
