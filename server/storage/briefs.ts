/** The rows of briefs and of who is a member of them. What a brief says stands in its documents. */
import type { Kysely } from 'kysely'
import { TITLE_LIMIT } from '../../shared/brief/about.ts'
import type { Role } from '../../shared/brief/role.ts'
import type { BriefSummary, Member } from '../../shared/wire/inputs.ts'
import type { Database } from './database.ts'

export type BriefTables = {
  /** `title` is an index of the document's `about.title`. */
  briefs: { id: string; title: string; example: number; created: string; changed: string }
  members: { brief: string; person: string; role: Role; since: string }
}

/** The role of a person in a brief; null: not a member, or there is no such brief. */
export const roleIn = async (
  db: Kysely<Database>,
  briefId: string,
  personId: string,
): Promise<Role | null> => {
  const row = await db
    .selectFrom('members')
    .select('role')
    .where('brief', '=', briefId)
    .where('person', '=', personId)
    .executeTakeFirst()
  return row?.role ?? null
}

export const briefExists = async (db: Kysely<Database>, briefId: string): Promise<boolean> =>
  (await db.selectFrom('briefs').select('id').where('id', '=', briefId).executeTakeFirst()) !== undefined

/** A person's briefs, the last changed first; or one of them. */
export const briefsOf = async (
  db: Kysely<Database>,
  personId: string,
  briefId?: string,
): Promise<BriefSummary[]> => {
  let query = db
    .selectFrom('briefs')
    .innerJoin('members', 'members.brief', 'briefs.id')
    .select([
      'briefs.id',
      'briefs.title',
      'briefs.example',
      'briefs.created',
      'briefs.changed',
      'members.role',
    ])
    .select((eb) =>
      eb
        .selectFrom('members as all')
        .whereRef('all.brief', '=', 'briefs.id')
        .select((e) => e.fn.countAll<number>().as('n'))
        .as('people'),
    )
    .where('members.person', '=', personId)
  if (briefId !== undefined) query = query.where('briefs.id', '=', briefId)
  const rows = await query.orderBy('briefs.changed', 'desc').orderBy('briefs.id').execute()
  return rows.map((row) => ({
    id: row.id,
    title: row.title,
    role: row.role,
    example: row.example === 1,
    createdAt: row.created,
    changedAt: row.changed,
    people: row.people ?? 0,
  }))
}

export const addBrief = async (
  db: Kysely<Database>,
  row: { id: string; title: string; example: boolean },
): Promise<void> => {
  const now = new Date().toISOString()
  await db
    .insertInto('briefs')
    .values({ id: row.id, title: row.title, example: row.example ? 1 : 0, created: now, changed: now })
    .execute()
}

/** Notes that a brief changed. A title that a program made longer than a list can show is cut in the list. */
export const touchBrief = async (db: Kysely<Database>, id: string, title: string): Promise<void> => {
  await db
    .updateTable('briefs')
    .set({ title: title.slice(0, TITLE_LIMIT), changed: new Date().toISOString() })
    .where('id', '=', id)
    .execute()
}

/** Corrects the list's copy of a title; that is no change of the brief. */
export const correctTitle = async (db: Kysely<Database>, id: string, title: string): Promise<void> => {
  const listed = title.slice(0, TITLE_LIMIT)
  await db
    .updateTable('briefs')
    .set({ title: listed })
    .where('id', '=', id)
    .where('title', '!=', listed)
    .execute()
}

/** Briefs that were changed since their document was last put together. */
export const briefsWithUpdates = async (db: Kysely<Database>): Promise<string[]> => {
  const rows = await db
    .selectFrom('document_updates')
    .innerJoin('briefs', 'briefs.id', 'document_updates.document')
    .select('briefs.id')
    .distinct()
    .execute()
  return rows.map((row) => row.id)
}

export const allBriefs = async (db: Kysely<Database>): Promise<string[]> =>
  (await db.selectFrom('briefs').select('id').orderBy('created').execute()).map((row) => row.id)

export const removeBrief = async (db: Kysely<Database>, id: string): Promise<void> => {
  await db.deleteFrom('briefs').where('id', '=', id).execute()
}

export const membersOf = async (db: Kysely<Database>, briefId: string): Promise<Member[]> =>
  db
    .selectFrom('members')
    .innerJoin('people', 'people.id', 'members.person')
    .select(['people.id', 'people.name', 'members.role', 'members.since'])
    .where('members.brief', '=', briefId)
    .orderBy('members.since')
    .orderBy('people.id')
    .execute()

/** Makes a person a member, or gives a member another role. */
export const setMember = async (
  db: Kysely<Database>,
  briefId: string,
  personId: string,
  role: Role,
): Promise<void> => {
  await db
    .insertInto('members')
    .values({ brief: briefId, person: personId, role, since: new Date().toISOString() })
    .onConflict((c) => c.columns(['brief', 'person']).doUpdateSet({ role }))
    .execute()
}

export const removeMember = async (
  db: Kysely<Database>,
  briefId: string,
  personId: string,
): Promise<void> => {
  await db.deleteFrom('members').where('brief', '=', briefId).where('person', '=', personId).execute()
}
