/** A store of documents in arrays: what a room asks for, and a hand on its pen. */
import * as Y from 'yjs'
import type { Ownership } from '../../server/sync/ledger.ts'
import type { DocumentStore } from '../../server/sync/update-log.ts'
import { SCHEMA_VERSION } from '../../shared/editor/schema-version.ts'

export type ArrayStore = DocumentStore & {
  /** What is durable: the state, then the updates after it. */
  rows(name: string): readonly Uint8Array[]
  /** How many writes there were. */
  writes(): number
  /** From now on writes wait, until the returned function lets them go on. */
  hold(): () => void
  /** The next write fails. */
  breakNext(): void
  /** Every write fails, until the returned function makes room. */
  fill(): () => void
  /** The next load fails. */
  damage(): void
}

export const arrayStore = (): ArrayStore => {
  const documents = new Map<string, Uint8Array[]>()
  const ledgers = new Map<string, Ownership[]>()
  let writes = 0
  let held: Promise<void> | null = null
  let broken = false
  let full = false
  let damaged = false
  const rowsOf = (name: string) => documents.get(name) ?? []

  return {
    rows: rowsOf,
    writes: () => writes,
    hold() {
      let go: (() => void) | undefined
      held = new Promise((resolve) => (go = resolve))
      return () => {
        held = null
        go?.()
      }
    },
    breakNext() {
      broken = true
    },
    fill() {
      full = true
      return () => {
        full = false
      }
    },
    damage() {
      damaged = true
    },
    async create(name, state, _within, claims = []) {
      if (documents.has(name)) throw new Error(`${name} exists already.`)
      documents.set(name, [state])
      ledgers.set(name, [...claims])
    },
    async read(name) {
      const updates = documents.get(name)
      return updates ? { updates, beyond: [], missing: 0 } : null
    },
    async beginAnew(name, state) {
      documents.set(name, [state])
    },
    sizeOf: async (name) => rowsOf(name)[0]?.byteLength ?? 0,
    log: (name) => ({
      async load() {
        if (damaged) {
          damaged = false
          throw new Error('A row is not as it was written.')
        }
        const updates = documents.get(name)
        return updates
          ? { epoch: 1, schema: SCHEMA_VERSION, updates: [...updates], ledger: ledgers.get(name) ?? [] }
          : null
      },
      async append(updates, claims = []) {
        await held
        if (full) throw new Error('The disk is full.')
        if (broken) {
          broken = false
          throw new Error('The disk is full.')
        }
        writes++
        rowsOf(name).push(...updates)
        ledgers.set(name, [...(ledgers.get(name) ?? []), ...claims])
      },
      async compact(state) {
        documents.set(name, [state])
      },
    }),
  }
}

/** The document that these rows make. */
export const docFrom = (rows: readonly Uint8Array[]): Y.Doc => {
  const doc = new Y.Doc()
  for (const row of rows) Y.applyUpdate(doc, row)
  return doc
}
