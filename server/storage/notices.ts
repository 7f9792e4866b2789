/** Events on works that briefs are told of, and which of them a brief has dealt with. */
import type { Kysely } from 'kysely'
import { z } from 'zod'
import type { Database } from './database.ts'
import { WITHDRAWALS } from './work-events.ts'

export type NoticeTables = {
  settled_notices: { brief: string; event: number; deed: string; by: string | null; at: string }
}

const TOLD = ['captured', ...WITHDRAWALS, 'reinstated'] as const
export type Told = {
  id: number
  work: string
  kind: (typeof TOLD)[number]
  /** Of a new capture. */
  hash: string | null
  why: string
  by: { id: string; name: string } | null
  at: string
}

const detailShape = z.object({ hash: z.string().optional() })

/**
 * The last event on each of these works, of new captures and of withdrawals each: what came before it is no news any
 * more. Those that the brief has dealt with are left out.
 */
export const openEvents = async (
  db: Kysely<Database>,
  brief: string,
  works: readonly string[],
): Promise<Told[]> => {
  if (works.length === 0) return []
  const rows = await db
    .selectFrom('work_events')
    .leftJoin('people', 'people.id', 'work_events.by')
    .leftJoin('settled_notices', (join) =>
      join.onRef('settled_notices.event', '=', 'work_events.id').on('settled_notices.brief', '=', brief),
    )
    .select([
      'work_events.id',
      'work',
      'kind',
      'detail',
      'why',
      'work_events.at',
      'people.id as person',
      'people.name',
      'settled_notices.event as settled',
    ])
    .where('work', 'in', works)
    .where('kind', 'in', TOLD)
    .orderBy('work_events.id', 'desc')
    .execute()
  const last = new Map(
    rows
      .toReversed()
      .map((row) => [`${row.kind === 'captured' ? 'captured' : 'withdrawn'} ${row.work}`, row]),
  )
  const open = [...last.values()].filter((row) => row.settled === null).toSorted((a, b) => b.id! - a.id!)
  return open.map(({ id, work, kind, detail, why, at, person, name }) => ({
    id: id!,
    work,
    kind: kind as Told['kind'],
    hash: detailShape.parse(JSON.parse(detail)).hash ?? null,
    why,
    at,
    by: person && name ? { id: person, name } : null,
  }))
}

export const settleNotice = async (
  db: Kysely<Database>,
  row: { brief: string; event: number; deed: 'taken' | 'dismissed'; by: string },
): Promise<void> => {
  await db
    .insertInto('settled_notices')
    .values({ ...row, at: new Date().toISOString() })
    .onConflict((c) => c.doNothing())
    .execute()
}
