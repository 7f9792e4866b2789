/**
 * What happened to a work (shared/cite/work.ts), for the whole workspace: an event is added and never changed. Who
 * may read a brief with the work may read its events; they name no brief.
 */
import type { Kysely } from 'kysely'
import type { WorkEvent } from '../../shared/wire/inputs.ts'
import type { Database } from './database.ts'

export type WorkEventTables = {
  work_events: {
    id: number | undefined
    work: string
    kind: string
    /** JSON, by kind. */
    detail: string
    why: string
    by: string | null
    at: string
  }
}

/** `detail` is what the kind says more: the grade of `graded`, null where it was taken back. */
export type NewWorkEvent = { work: string; by: string; why: string } & WorkHappening
export type WorkHappening =
  | { kind: 'graded'; detail: { grade: string | null } }
  | { kind: 'captured'; detail: { hash: string } }
  | { kind: (typeof WITHDRAWALS)[number] | 'reinstated'; detail: Record<string, never> }

export const WITHDRAWALS = ['retracted', 'corrected', 'discredited'] as const

export const addWorkEvent = async (db: Kysely<Database>, event: NewWorkEvent): Promise<string> => {
  const { work, kind, why, by } = event
  const at = new Date().toISOString()
  await db
    .insertInto('work_events')
    .values({
      id: undefined,
      work,
      kind,
      detail: JSON.stringify(event.detail),
      why,
      by,
      at,
    })
    .execute()
  return at
}

/** Grades, withdrawals and that one was taken back, the last first. */
export const workEvents = async (db: Kysely<Database>, work: string): Promise<WorkEvent[]> => {
  const rows = await db
    .selectFrom('work_events')
    .leftJoin('people', 'people.id', 'work_events.by')
    .select(['work_events.id', 'kind', 'detail', 'why', 'at', 'people.name'])
    .where('work', '=', work)
    .where('kind', 'in', ['graded', ...WITHDRAWALS, 'reinstated'])
    .orderBy('work_events.id', 'desc')
    .execute()
  return rows.map(({ id, kind, detail, why, at, name }) => ({
    id: id!,
    kind: kind as WorkEvent['kind'],
    ...(JSON.parse(detail) as { grade?: string | null }),
    why,
    at,
    by: name,
  }))
}

/** Who withdrew the work, as it stands: null where nobody did, or where it was taken back. */
export const withdrawalOf = async (
  db: Kysely<Database>,
  work: string,
): Promise<{ by: string | null } | null> => {
  const last = await db
    .selectFrom('work_events')
    .select(['kind', 'by'])
    .where('work', '=', work)
    .where('kind', 'in', [...WITHDRAWALS, 'reinstated'])
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return last && last.kind !== 'reinstated' ? { by: last.by } : null
}

/** The hash of the capture that was told of last; null: there was none. */
export const lastCaptured = async (db: Kysely<Database>, work: string): Promise<string | null> => {
  const last = await db
    .selectFrom('work_events')
    .select('detail')
    .where('work', '=', work)
    .where('kind', '=', 'captured')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return last ? (JSON.parse(last.detail) as { hash: string }).hash : null
}

/** Work → its grade as it stands; works that nobody graded, or whose grade was taken back, are not in it. */
export const gradesOf = async (
  db: Kysely<Database>,
  works: readonly string[],
): Promise<Map<string, string>> => {
  const grades = new Map<string, string>()
  if (works.length === 0) return grades
  const rows = await db
    .selectFrom('work_events')
    .select(['work', 'detail'])
    .where('kind', '=', 'graded')
    .where('work', 'in', works)
    .orderBy('id')
    .execute()
  for (const { work, detail } of rows) {
    const { grade } = JSON.parse(detail) as { grade: string | null }
    if (grade === null) grades.delete(work)
    else grades.set(work, grade)
  }
  return grades
}
