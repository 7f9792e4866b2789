/**
 * What stands between a socket and a document: nothing that does not pass here reaches Yjs. In order: the bytes,
 * what they build on, what a brief may hold, how much, and under whose name.
 */
import type * as Y from 'yjs'
import type { FrameRefusal } from '../../shared/wire/sync.ts'
import { examine, type Finding, withoutKnown } from './examine.ts'
import type { Allowance, Ledger, Ownership } from './ledger.ts'
import { type Brought, broughtBy, type Quota } from './quota.ts'
import { scan, type ScannedItem } from './scan.ts'
import { faultOf, type Rules } from './shape.ts'

/** An update, and who brings it. */
export type Offered = {
  update: Uint8Array
  by: { person: { id: string }; allowance: Allowance }
  /** It answers the server's step 1; `early`: and is the first that does. */
  step2: boolean
  early: boolean
}

export type Verdict =
  | { is: Exclude<Finding, 'news'> }
  /** `update`: what of it is to be applied. */
  | { is: 'news'; update: Uint8Array; items: ScannedItem[]; claims: Ownership[]; brought: Brought }
  /** `why`: for the close reason. */
  | { is: 'refused'; code: Exclude<FrameRefusal, 'read-only'>; why: string }
  | { is: 'too-many'; why: string }

export type Guard = {
  /** Throws Malformed, and nothing else whatever the update is. */
  judge(doc: Y.Doc, offered: Offered): Verdict
  /** Judges neither size nor shape nor name. Throws Malformed. */
  find(doc: Y.Doc, update: Uint8Array): Finding
}

export const createGuard = (rules: Rules, ledger: Ledger, quota: Quota): Guard => ({
  find: (doc, update) => examine(doc, scan(update)).finding,
  judge(doc, { update: offered, by, step2, early }) {
    const { update, scanned } = withoutKnown(doc, offered)
    const examined = examine(doc, scanned)
    const { finding, items, authors } = examined
    if (finding !== 'news') return { is: finding }
    const fault = faultOf(doc, scanned, items, rules)
    if (fault !== null) return { is: 'refused', code: 'schema', why: fault }
    const brought = broughtBy(examined)
    if (!quota.hasRoom(doc, brought)) return { is: 'refused', code: 'quota', why: 'the brief is full' }
    const claims = ledger.claim(by.person.id, authors, by.allowance, step2 && early)
    if (claims === 'too-many') return { is: 'too-many', why: 'too many new client ids' }
    return { is: 'news', update, items, claims, brought }
  },
})
