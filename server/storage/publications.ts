/** Published versions of briefs, and the pages that readers see. */
import type { Kysely } from 'kysely'
import type { Person } from '../../shared/brief/document.ts'
import { newId } from '../../shared/brief/id.ts'
import type { Database } from './database.ts'
import { newSecret } from './secret.ts'

export type PublicationTables = {
  publications: {
    id: string
    brief: string
    number: number
    /** In the address of the page. Kept as it is: members copy the address again. */
    token: string
    title: string
    style: string
    at: string
    by: string
    name: string
    openly: number
    embargo: string | null
    ended: string | null
    frozen: string
    captures: string
    page: string
  }
}

const LISTED = [
  'id',
  'number',
  'token',
  'title',
  'style',
  'at',
  'name',
  'openly',
  'embargo',
  'ended',
] as const

/** The last first, without what they say. */
export const publicationsOf = (db: Kysely<Database>, briefId: string) =>
  db
    .selectFrom('publications')
    .select(LISTED)
    .where('brief', '=', briefId)
    .orderBy('number', 'desc')
    .execute()

export type Listed = Awaited<ReturnType<typeof publicationsOf>>[number]

export type NewPublication = {
  brief: string
  title: string
  style: string
  at: string
  by: Person
  openly: boolean
  embargo: string | null
  frozen: string
  captures: string
}

/** `page` is drawn once its number is known; `before` is the newest version that was not taken back. */
export const addPublication = async (
  db: Kysely<Database>,
  { by, openly, ...fields }: NewPublication,
  draw: (number: number) => Promise<string>,
): Promise<Listed> => {
  const last = await db
    .selectFrom('publications')
    .select((eb) => eb.fn.max('number').as('number'))
    .where('brief', '=', fields.brief)
    .executeTakeFirst()
  const number = (last?.number ?? 0) + 1
  const row = {
    ...fields,
    id: newId(),
    number,
    token: newSecret(),
    by: by.id,
    name: by.name,
    openly: openly ? 1 : 0,
    ended: null,
    page: await draw(number),
  }
  await db.insertInto('publications').values(row).execute()
  return row
}

/** Those that are not taken back, the first first, with what was frozen of them. */
export const standingPublications = (db: Kysely<Database>, briefId: string) =>
  db
    .selectFrom('publications')
    .select([...LISTED, 'frozen'])
    .where('brief', '=', briefId)
    .where('ended', 'is', null)
    .orderBy('number')
    .execute()

export const publicationAt = (db: Kysely<Database>, token: string) =>
  db.selectFrom('publications').selectAll().where('token', '=', token).executeTakeFirst()

/** The newest version of the brief after `number` that readers may see at `now`. */
export const newerPublication = (db: Kysely<Database>, briefId: string, number: number, now: string) =>
  db
    .selectFrom('publications')
    .select(LISTED)
    .where('brief', '=', briefId)
    .where('number', '>', number)
    .where('ended', 'is', null)
    .where((eb) => eb.or([eb('embargo', 'is', null), eb('embargo', '<=', now)]))
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()

/** False: the brief has no such version, or it was taken back before. What it said is gone with it. */
export const endPublication = async (db: Kysely<Database>, briefId: string, id: string): Promise<boolean> => {
  const { numUpdatedRows } = await db
    .updateTable('publications')
    .set({ ended: new Date().toISOString(), page: '', frozen: '', captures: '{}' })
    .where('brief', '=', briefId)
    .where('id', '=', id)
    .where('ended', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export const rewritePublication = async (
  db: Kysely<Database>,
  id: string,
  change: { frozen?: string; page: string },
): Promise<void> => {
  await db.updateTable('publications').set(change).where('id', '=', id).execute()
}
