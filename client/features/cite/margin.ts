/**
 * The brief as the margin shows it, kept in step with the document: evidence record by record, the body a moment after
 * the writing pauses.
 */
import type * as Y from 'yjs'
import type { BodyNode } from '../../../shared/brief/body.ts'
import { type Check, readChecks } from '../../../shared/brief/check.ts'
import { roots } from '../../../shared/brief/document.ts'
import { footnoteIds, withFootnotes } from '../../../shared/brief/footnotes.ts'
import { type Order, orderOf } from '../../../shared/brief/order.ts'
import { type Quotation, quotationsOf } from '../../../shared/check/quotations.ts'
import { type Evidence, readEvidence, watchEvidence } from '../../brief/evidence.ts'
import { type BodyReader, bodyReader } from './body-reader.ts'
import { type CardLine, cardLines } from './card-lines.ts'
import { evidenceOnly } from './evidence-only.ts'
import { type CoveredWords, coveredWordsOf } from './covered-words.ts'

/** What is read of the document. */
export type Reading = Evidence & {
  body: BodyNode
  checks: ReadonlyMap<string, Check>
  order: Order
  /** The quotations that are not the source's words, with their place among all quotations. */
  differing: { index: number; quotation: Quotation }[]
  covered: CoveredWords
}

/** And what follows from it for every card. */
export type Margin = Reading & { lines: readonly CardLine[] }

export type MarginStore = { get(): Margin; subscribe(listener: () => void): () => void }

/** Reading a long body takes some milliseconds: not while somebody types, but not later than a person looks over. */
const PAUSE = 150
const AT_MOST = 600

/** Follows the document while somebody listens. */
export const marginOf = (doc: Y.Doc): MarginStore => {
  const listeners = new Set<() => void>()
  const body = bodyReader(doc)
  let now: Margin | null = null
  let stop: (() => void) | null = null
  const follow = () =>
    followDocument(doc, body, (evidence) => {
      now = withLines(read(doc, evidence, body.read()), now?.lines ?? [])
      for (const listener of listeners) listener()
    })
  return {
    get: () => (now ??= withLines(read(doc, readEvidence(doc), body.read()), [])),
    subscribe(listener) {
      listeners.add(listener)
      stop ??= follow()
      return () => {
        listeners.delete(listener)
        if (listeners.size > 0) return
        stop?.()
        stop = null
      }
    },
  }
}

const followDocument = (doc: Y.Doc, reader: BodyReader, refresh: (evidence: Evidence) => void) => {
  const { body, checks } = roots(doc)
  const evidence = watchEvidence(doc)
  let timer: ReturnType<typeof setTimeout> | undefined
  let waitingSince = 0
  const later = () => {
    const time = Date.now()
    if (timer === undefined) waitingSince = time
    clearTimeout(timer)
    const wait = Math.max(0, Math.min(PAUSE, waitingSince + AT_MOST - time))
    timer = setTimeout(() => {
      timer = undefined
      refresh(evidence.get())
    }, wait)
  }
  const onBody = (events: Y.YEvent<Y.AbstractType<unknown>>[]) => {
    reader.touch(events)
    later()
  }
  const onRecords = () => refresh(evidence.get())
  body.observeDeep(onBody)
  checks.observe(onRecords)
  evidence.subscribe(onRecords)
  // What changed between the first reading and now.
  later()
  return () => {
    clearTimeout(timer)
    body.unobserveDeep(onBody)
    checks.unobserve(onRecords)
    evidence.close()
  }
}

const read = (doc: Y.Doc, evidence: Evidence, body: BodyNode): Reading => {
  const holding = evidenceOnly(body)
  const differing = quotationsOf({ body: holding, excerpts: new Map(evidence.excerpts) }).flatMap(
    (quotation, index) => (isOff(quotation) ? [{ index, quotation }] : []),
  )
  return {
    ...evidence,
    body,
    checks: readChecks(doc),
    order: orderOf(holding, evidence.citations, evidence.footnotes),
    differing,
    covered: coveredWordsOf(withFootnotes(body, evidence.footnotes, footnoteIds(holding))),
  }
}

const withLines = (reading: Reading, before: readonly CardLine[]): Margin => ({
  ...reading,
  lines: cardLines(reading, before),
})

const isOff = ({ standing }: Quotation) =>
  standing.is === 'held' ? standing.difference.is === 'differs' : standing.is !== 'without-words'
