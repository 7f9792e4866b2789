/**
 * Reads what is stored of a document, as far as it is as it was written. What is damaged is said to be damaged; it
 * is never read as an empty document.
 */
import { crc32 } from 'node:zlib'
import type { Kysely } from 'kysely'
import { type Database, sqliteOf } from './database.ts'

/** Nothing of a document can be read. */
export class DamagedDocument extends Error {
  constructor(name: string, what: string) {
    super(`Document ${name} is damaged: ${what}.`)
    this.name = 'DamagedDocument'
  }
}

export type StoredDocument = {
  epoch: number
  schema: number
  /** The newest state that is intact, then the updates after it, in order, up to the first that is missing. */
  updates: Uint8Array[]
  /** Who writes under which client id. */
  ledger: { client: number; person: string }[]
  /** Number of the last update among them. */
  through: number
  /** The highest number that is stored. */
  top: number
  /** Numbers of states that are not as they were written. */
  brokenStates: number[]
  /** Intact updates beyond one that is missing or damaged. */
  beyond: Uint8Array[]
  /** How many updates between are missing or damaged. */
  missing: number
}

/** Name and number are in the sum, so that whole rows which changed places are found too. */
export const sumOf = (name: string, seq: number, bytes: Uint8Array): number =>
  crc32(bytes, crc32(`${name} ${seq}`))

/** Updates behind a state that are looked for one by one; compaction leaves a few thousand. */
const ROWS_LIMIT = 100_000

type Row = { seq: number; bytes: Uint8Array; crc: number }

/** Null: there is no such document. Throws {@link DamagedDocument} if no state of it is intact. */
export const documentReader = (db: Kysely<Database>): ((name: string) => Promise<StoredDocument | null>) => {
  let read: ((name: string) => StoredDocument | null) | null = null
  return (name) =>
    // One moment for all rows: nothing else runs on the connection meanwhile.
    db.connection().execute(async () => {
      read ??= prepared(db)
      return read(name)
    })
}

const prepared = (db: Kysely<Database>) => {
  const sqlite = sqliteOf(db)
  const headOf = sqlite.prepare<[string], { epoch: number; schema: number }>(
    'select epoch, schema from documents where name = ?',
  )
  const statesOf = sqlite.prepare<[string], { seq: number }>(
    'select through as seq from document_states where document = ? order by through desc',
  )
  const stateAt = sqlite.prepare<[string, number], Row>(
    'select through as seq, bytes, crc from document_states where document = ? and through = ?',
  )
  const after = sqlite.prepare<[string, number], Row>(
    'select seq, bytes, crc from document_updates where document = ? and seq > ? order by seq',
  )
  const one = sqlite.prepare<[string, number], Row>(
    'select seq, bytes, crc from document_updates where document = ? and seq = ?',
  )
  const last = sqlite.prepare<[string], { seq: number | null }>(
    'select max(seq) as seq from document_updates where document = ?',
  )
  const writersOf = sqlite.prepare<[string], { client: number; person: string }>(
    'select client, person from document_writers where document = ?',
  )

  return (name: string): StoredDocument | null => {
    const head = headOf.get(name)
    if (!head) return null
    const isIntact = ({ seq, bytes, crc }: Row) => crc === sumOf(name, seq, bytes)

    const brokenStates: number[] = []
    let state: Row | undefined
    for (const { seq } of statesOf.all(name)) {
      state = orNothing(() => stateAt.get(name, seq))
      if (state && isIntact(state)) break
      brokenStates.push(seq)
      state = undefined
    }
    if (!state)
      throw new DamagedDocument(
        name,
        brokenStates.length > 0 ? 'its state is not as it was written' : 'its state is missing',
      )

    let rows: Row[]
    try {
      rows = after.all(name, state.seq)
    } catch {
      // Pages of the table cannot be read: what other pages hold is asked for row by row.
      rows = []
      const end = Math.min(last.get(name)?.seq ?? 0, state.seq + ROWS_LIMIT)
      for (let seq = state.seq + 1; seq <= end; seq++)
        rows.push(orNothing(() => one.get(name, seq)) ?? { seq, bytes: new Uint8Array(), crc: -1 })
    }

    const updates = [state.bytes]
    const beyond: Uint8Array[] = []
    let through = state.seq
    let missing = 0
    let next = state.seq + 1
    for (const row of rows) {
      missing += row.seq - next
      next = row.seq + 1
      if (!isIntact(row)) missing++
      else if (missing > 0) beyond.push(row.bytes)
      else {
        updates.push(row.bytes)
        through = row.seq
      }
    }
    // A state that cannot be read says that there were updates up to it.
    const top = Math.max(next - 1, ...brokenStates)
    missing += top + 1 - next
    return { ...head, updates, ledger: writersOf.all(name), through, top, brokenStates, beyond, missing }
  }
}

const orNothing = <T>(read: () => T | undefined): T | undefined => {
  try {
    return read()
  } catch {
    return undefined
  }
}
