/** The people of the workspace. One of them, the first, owns it. */
import type { Kysely } from 'kysely'
import type { Me } from '../../shared/wire/inputs.ts'
import { newId } from '../../shared/brief/id.ts'
import type { Database } from './database.ts'

export type PeopleTables = {
  people: { id: string; name: string; owner: number; created: string }
}

type Row = { id: string; name: string; owner: number }
const toMe = (row: Row | undefined): Me | null =>
  row ? { id: row.id, name: row.name, owner: row.owner === 1 } : null

export const person = async (db: Kysely<Database>, id: string): Promise<Me | null> =>
  toMe(await db.selectFrom('people').select(['id', 'name', 'owner']).where('id', '=', id).executeTakeFirst())

export const ownerOfWorkspace = async (db: Kysely<Database>): Promise<Me | null> =>
  toMe(
    await db.selectFrom('people').select(['id', 'name', 'owner']).where('owner', '=', 1).executeTakeFirst(),
  )

/** Everybody, the first to come first. Names are not unique. */
export const people = async (db: Kysely<Database>): Promise<Me[]> => {
  const rows = await db
    .selectFrom('people')
    .select(['id', 'name', 'owner'])
    .orderBy('created')
    .orderBy('id')
    .execute()
  return rows.flatMap((row) => toMe(row) ?? [])
}

/** Adds a person; the first one owns the workspace. */
export const addPerson = (db: Kysely<Database>, name: string): Promise<Me> => {
  const add = async (trx: Kysely<Database>): Promise<Me> => {
    const me = { id: newId(), name, owner: (await ownerOfWorkspace(trx)) === null }
    const row = { id: me.id, name, owner: me.owner ? 1 : 0, created: new Date().toISOString() }
    await trx.insertInto('people').values(row).execute()
    return me
  }
  return db.isTransaction ? add(db) : db.transaction().execute(add)
}
