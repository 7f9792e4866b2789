/** Looks at every row of a store whose content has a sum: documents' rows by their CRC, captures by their SHA-256. */
import { createHash } from 'node:crypto'
import type Sqlite from 'better-sqlite3'
import { sumOf } from './read-document.ts'

export type RowCheck = {
  documents: number
  rows: number
  captures: number
  /** One sentence a damaged row or gap. */
  damage: string[]
}

type Row = { document: string; seq: number; bytes: Uint8Array; crc: number }

/** Reads everything: for a program of its own, or a store that nobody waits for. */
export const checkRows = (sqlite: Sqlite.Database): RowCheck => {
  const damage: string[] = []
  const check = { documents: 0, rows: 0, captures: 0, damage }
  const look = ({ document, seq, bytes, crc }: Row, what: string) => {
    check.rows++
    if (crc !== sumOf(document, seq, bytes))
      damage.push(`Document ${document}: ${what} ${seq} is not as it was written.`)
  }

  const newestState = new Map<string, number>()
  for (const row of sqlite
    .prepare<[], Row>('select document, through as seq, bytes, crc from document_states')
    .iterate()) {
    look(row, 'state')
    newestState.set(row.document, Math.max(row.seq, newestState.get(row.document) ?? 0))
  }
  let last: { document: string; seq: number } | null = null
  for (const row of sqlite
    .prepare<[], Row>('select document, seq, bytes, crc from document_updates order by document, seq')
    .iterate()) {
    look(row, 'change')
    const before = last?.document === row.document ? last.seq : (newestState.get(row.document) ?? 0)
    if (row.seq > before + 1)
      damage.push(`Document ${row.document}: changes ${before + 1} to ${row.seq - 1} are missing.`)
    last = row
  }
  for (const { name } of sqlite.prepare<[], { name: string }>('select name from documents').iterate()) {
    check.documents++
    if (!newestState.has(name)) damage.push(`Document ${name}: its state is missing.`)
  }
  const pieces = piecesIn(sqlite)
  for (const { hash, bytes } of sqlite
    .prepare<[], { hash: string; bytes: Uint8Array }>('select hash, bytes from captures')
    .iterate()) {
    check.captures++
    const sum = createHash('sha256').update(bytes)
    for (const piece of pieces(hash)) sum.update(piece)
    if (sum.digest('hex') !== hash)
      damage.push(`Saved copy ${hash.slice(0, 12)}: its bytes are not as they were taken.`)
  }
  return check
}

/** The pieces of a large capture, in order. Backups of an older version have none. */
const piecesIn = (sqlite: Sqlite.Database): ((hash: string) => Iterable<Uint8Array>) => {
  const table = sqlite.prepare("select 1 from sqlite_master where name = 'capture_pieces'").get()
  if (!table) return () => []
  const pieces = sqlite
    .prepare<[string], Uint8Array>('select piece from capture_pieces where hash = ? order by number')
    .pluck()
  return (hash) => pieces.iterate(hash)
}
