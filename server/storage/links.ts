/** Share links: who opens one is in, with its role, until it ends or is taken back. Kept as a hash of its key. */
import type { Kysely } from 'kysely'
import { newId } from '../../shared/brief/id.ts'
import type { Role } from '../../shared/brief/role.ts'
import type { ShareLink } from '../../shared/wire/inputs.ts'
import type { Database } from './database.ts'
import { hashOf, newSecret } from './secret.ts'

export type LinkTables = {
  links: {
    id: string
    hash: string
    brief: string
    role: Role
    created: string
    by: string
    expires: string | null
    revoked: string | null
    used: number
  }
}

/** The links of a brief that still work, the newest first. */
export const linksOf = async (db: Kysely<Database>, briefId: string): Promise<ShareLink[]> => {
  const rows = await db
    .selectFrom('links')
    .innerJoin('people', 'people.id', 'links.by')
    .select(['links.id', 'links.role', 'links.created', 'people.name', 'links.expires', 'links.used'])
    .where('links.brief', '=', briefId)
    .where('links.revoked', 'is', null)
    .where((eb) => eb.or([eb('expires', 'is', null), eb('expires', '>', new Date().toISOString())]))
    .orderBy('links.created', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    role: row.role,
    createdAt: row.created,
    createdBy: row.name,
    expires: row.expires,
    used: row.used,
  }))
}

/** `expires` is ISO 8601 in UTC, or null. */
export const addLink = async (
  db: Kysely<Database>,
  fields: { brief: string; role: Role; by: string; expires: string | null },
): Promise<{ id: string; key: string }> => {
  const key = newSecret()
  const id = newId()
  await db
    .insertInto('links')
    .values({ ...fields, id, hash: hashOf(key), created: new Date().toISOString(), revoked: null, used: 0 })
    .execute()
  return { id, key }
}

export type FoundLink =
  | { is: 'open'; id: string; brief: string; title: string; role: Role; by: string }
  | { is: 'ended' }
  | { is: 'unknown' }

export const linkByKey = async (db: Kysely<Database>, key: string): Promise<FoundLink> => {
  const row = await db
    .selectFrom('links')
    .innerJoin('briefs', 'briefs.id', 'links.brief')
    .innerJoin('people', 'people.id', 'links.by')
    .select([
      'links.id',
      'links.brief',
      'links.role',
      'links.expires',
      'links.revoked',
      'briefs.title',
      'people.name',
    ])
    .where('links.hash', '=', hashOf(key))
    .executeTakeFirst()
  if (!row) return { is: 'unknown' }
  if (row.revoked || (row.expires && row.expires <= new Date().toISOString())) return { is: 'ended' }
  return { is: 'open', id: row.id, brief: row.brief, title: row.title, role: row.role, by: row.name }
}

export const countUse = async (db: Kysely<Database>, id: string): Promise<void> => {
  await db
    .updateTable('links')
    .set((eb) => ({ used: eb('used', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

/** False: the brief has no such link. */
export const revokeLink = async (db: Kysely<Database>, briefId: string, id: string): Promise<boolean> => {
  const result = await db
    .updateTable('links')
    .set({ revoked: new Date().toISOString() })
    .where('brief', '=', briefId)
    .where('id', '=', id)
    .where('revoked', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}
