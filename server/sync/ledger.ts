/**
 * Whose is which client id in a document. Yjs believes whatever stands under an id, so that who writes under a
 * colleague's id could put words into their mouth, or keep them from writing at all.
 */
import { Malformed } from './malformed.ts'

/** A row of the ledger: from now on only this person writes under this id. */
export type Ownership = { client: number; person: string }

export type Ledger = {
  /**
   * Which ids become this person's by writing under these. `too-many`: more than the connection has left. Throws
   * {@link Malformed} if one is somebody else's.
   */
  claim(
    person: string,
    clients: Iterable<number>,
    allowance: Allowance,
    isFirst: boolean,
  ): Ownership[] | 'too-many'
  /** Whether somebody else writes under it. */
  isForeign(person: string, client: number): boolean
  /** Those of these ids that are not this person's yet. Throws {@link Malformed} if one is somebody else's. */
  claimFor(person: string, clients: Iterable<number>): Ownership[]
  /** They are durable, or will be. */
  add(rows: readonly Ownership[]): void
  /** They did not become durable. */
  drop(rows: readonly Ownership[]): void
}

/** The person of the ids under which the server itself writes. Ids without a row are the first one's who uses them. */
export const SERVER = ''

/** What one connection may bring in new ids. */
export type Allowance = {
  /** `isFirst`: in the first step 2, which brings what was written offline: each reload there made another id. */
  take(ids: number, isFirst: boolean): boolean
}

/** A week offline, with the page opened a hundred times a day. */
const FIRST = 1000
/** A tab has one. Some programs take another one for each thing that they do. */
const HOURLY = 16
const HOUR = 3_600_000

export const createAllowance = (now: () => number = Date.now): Allowance => {
  let left = HOURLY
  let at = now()
  return {
    take(ids, isFirst) {
      if (isFirst) return ids <= FIRST
      left = Math.min(HOURLY, left + ((now() - at) / HOUR) * HOURLY)
      at = now()
      if (ids > left) return false
      left -= ids
      return true
    },
  }
}

export const createLedger = (rows: Iterable<Ownership>): Ledger => {
  const owners = new Map<number, string>()
  const add = (more: Iterable<Ownership>) => {
    for (const { client, person } of more) owners.set(client, person)
  }
  add(rows)
  const claimFor = (person: string, clients: Iterable<number>): Ownership[] => {
    const claimed: Ownership[] = []
    for (const client of clients) {
      const owner = owners.get(client)
      if (owner === undefined) claimed.push({ client, person })
      else if (owner !== person) throw new Malformed('writes under an id of somebody else')
    }
    return claimed
  }
  return {
    claimFor,
    claim(person, clients, allowance, isFirst) {
      const claimed = claimFor(person, clients)
      if (claimed.length > 0 && !allowance.take(claimed.length, isFirst)) return 'too-many'
      return claimed
    },
    isForeign: (person, client) => (owners.get(client) ?? person) !== person,
    add,
    drop(gone) {
      for (const { client } of gone) owners.delete(client)
    },
  }
}
