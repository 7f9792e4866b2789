/**
 * A connection that prepares each statement once. A query builder asks for the same few hundred again and again, and
 * making one costs more than running it.
 */
import type Sqlite from 'better-sqlite3'
import type { SqliteDatabase, SqliteStatement } from 'kysely'

/** More kinds of statement than the program has; an `in` list of another length is another kind. */
const KEPT = 500

export const withRememberedStatements = (sqlite: Sqlite.Database): SqliteDatabase => {
  const kept = new Map<string, SqliteStatement>()
  return {
    close: () => sqlite.close(),
    prepare(sql) {
      const there = kept.get(sql)
      if (there) return there
      const made = sqlite.prepare(sql) as unknown as SqliteStatement
      if (kept.size >= KEPT) kept.delete(kept.keys().next().value!)
      kept.set(sql, made)
      return made
    },
  }
}
