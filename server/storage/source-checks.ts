/**
 * The list of sources whose addresses are looked at again: once because somebody asked, or daily or weekly until a day; and
 * what came of it last. What is due stands here, so a restart forgets nothing.
 */
import type { Kysely } from 'kysely'
import type { CheckOutcome, SourceCheck } from '../../shared/wire/inputs.ts'
import type { Database } from './database.ts'

export type SourceCheckTables = {
  source_checks: {
    brief: string
    source: string
    /** Null: on no schedule. */
    every: 'daily' | 'weekly' | null
    /** YYYY-MM-DD in UTC, the last day. */
    until: string | null
    set_by: string | null
    /** Who wants it once, besides; null: nobody. */
    asked_by: string | null
    /** ISO 8601, UTC; null: it is not due. */
    due: string | null
    checked: string | null
    outcome: CheckOutcome | null
    /** A sentence, of what was refused. */
    why: string | null
  }
}
type Row = SourceCheckTables['source_checks']
export type DueCheck = Pick<Row, 'brief' | 'source' | 'every' | 'until' | 'set_by' | 'asked_by'>
export type Schedule = { every: 'daily' | 'weekly'; until: string; set_by: string }

const EMPTY = {
  every: null,
  until: null,
  set_by: null,
  asked_by: null,
  due: null,
  checked: null,
  outcome: null,
  why: null,
}

const change = async (
  db: Kysely<Database>,
  brief: string,
  source: string,
  fields: Partial<Row>,
): Promise<void> => {
  await db
    .insertInto('source_checks')
    .values({ brief, source, ...EMPTY, ...fields })
    .onConflict((c) => c.columns(['brief', 'source']).doUpdateSet(fields))
    .execute()
}

export const checksOf = async (db: Kysely<Database>, brief: string): Promise<SourceCheck[]> => {
  const rows = await db
    .selectFrom('source_checks')
    .leftJoin('people', 'people.id', 'source_checks.set_by')
    .selectAll('source_checks')
    .select('people.name')
    .where('brief', '=', brief)
    .orderBy('source')
    .execute()
  return rows.map(({ source, every, until, name, asked_by, checked, outcome, why }) => ({
    source,
    schedule: every && until ? { every, until, by: name } : null,
    waiting: asked_by !== null,
    last: checked && outcome ? { at: checked, outcome, why } : null,
  }))
}

/** These are looked at as soon as their turn comes. */
export const askForChecks = async (
  db: Kysely<Database>,
  brief: string,
  sources: readonly string[],
  { by, at }: { by: string; at: string },
): Promise<void> => {
  for (const source of sources) await change(db, brief, source, { asked_by: by, due: at })
}

/** `due`: the first time. */
export const setSchedule = (
  db: Kysely<Database>,
  brief: string,
  source: string,
  schedule: Schedule & { due: string },
): Promise<void> =>
  db.transaction().execute(async (trx) => {
    const row = await trx
      .selectFrom('source_checks')
      .select(['asked_by', 'due'])
      .where('brief', '=', brief)
      .where('source', '=', source)
      .executeTakeFirst()
    // What somebody waits for is not put off.
    await change(trx, brief, source, row?.asked_by ? { ...schedule, due: row.due } : schedule)
  })

/** What somebody wants once is looked at all the same. */
export const endSchedule = async (db: Kysely<Database>, brief: string, source: string): Promise<void> => {
  await db
    .updateTable('source_checks')
    .set(({ case: when }) => ({
      every: null,
      until: null,
      set_by: null,
      due: when().when('asked_by', 'is', null).then(null).else(EARLIEST).end(),
    }))
    .where('brief', '=', brief)
    .where('source', '=', source)
    .execute()
}
const EARLIEST = '1970-01-01T00:00:00.000Z'

/**
 * The one that has waited longest, which nobody else is given until `lease`: a check that died with its server is due
 * again then.
 */
export const claimDue = (db: Kysely<Database>, now: string, lease: string): Promise<DueCheck | null> =>
  db.transaction().execute(async (trx) => {
    const row = await trx
      .selectFrom('source_checks')
      .select(['brief', 'source', 'every', 'until', 'set_by', 'asked_by'])
      .where('due', '<=', now)
      .orderBy('due')
      .limit(1)
      .executeTakeFirst()
    if (row) await change(trx, row.brief, row.source, { due: lease })
    return row ?? null
  })

/** When the next one is due; null: none is. */
export const nextDue = async (db: Kysely<Database>): Promise<string | null> =>
  (
    await db
      .selectFrom('source_checks')
      .select('due')
      .where('due', 'is not', null)
      .orderBy('due')
      .limit(1)
      .executeTakeFirst()
  )?.due ?? null

/** `due`: when it is looked at next, where that changes with it. */
export const noteCheck = (
  db: Kysely<Database>,
  brief: string,
  source: string,
  {
    at,
    outcome,
    why,
    ...next
  }: { at: string; outcome: CheckOutcome; why: string | null; due?: string | null },
): Promise<void> =>
  change(db, brief, source, {
    checked: at,
    outcome,
    why,
    ...('due' in next && { due: next.due ?? null, asked_by: null }),
  })
