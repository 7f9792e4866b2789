/**
 * How people are known again: sessions (a browser's cookie), tokens (programs) and one-time sign-in keys.
 * Each stands in the store as a hash only.
 */
import type { Kysely } from 'kysely'
import { newId } from '../../shared/brief/id.ts'
import type { Me, TokenInfo } from '../../shared/wire/inputs.ts'
import type { Database } from './database.ts'
import { hashOf, newSecret } from './secret.ts'

export type SessionTables = {
  sessions: { hash: string; person: string; created: string; expires: string }
  sign_in_keys: { hash: string; person: string | null; created: string; expires: string; used: string | null }
  tokens: { id: string; hash: string; person: string; name: string; created: string }
}

const DAY = 24 * 60 * 60 * 1000
/** People who joined by a link have no other way back in, so it is long; it is renewed by use. */
export const SESSION_MS = 180 * DAY
/** Long enough to walk to another machine or to send it to a colleague, short enough to forget about. */
const KEY_MS = 7 * DAY

const inMs = (ms: number) => new Date(Date.now() + ms).toISOString()

/** Returns the session's secret: the cookie's value. */
export const startSession = async (db: Kysely<Database>, personId: string): Promise<string> => {
  const secret = newSecret()
  const now = new Date().toISOString()
  await db.deleteFrom('sessions').where('expires', '<', now).execute()
  await db
    .insertInto('sessions')
    .values({ hash: hashOf(secret), person: personId, created: now, expires: inMs(SESSION_MS) })
    .execute()
  return secret
}

export type Session = {
  me: Me
  /** Its name in the store. */
  hash: string
  /** Milliseconds since 1970. */
  end: number
  /** It has less than half of its time left. */
  ageing: boolean
}

/** The session of this secret; null: there is none, or it is over. */
export const sessionOf = async (db: Kysely<Database>, secret: string): Promise<Session | null> => {
  const row = await db
    .selectFrom('sessions')
    .innerJoin('people', 'people.id', 'sessions.person')
    .select(['people.id', 'people.name', 'people.owner', 'sessions.hash', 'sessions.expires'])
    .where('sessions.hash', '=', hashOf(secret))
    .where('sessions.expires', '>', new Date().toISOString())
    .executeTakeFirst()
  if (!row) return null
  const me = { id: row.id, name: row.name, owner: row.owner === 1 }
  const end = Date.parse(row.expires)
  return { me, hash: row.hash, end, ageing: end - Date.now() < SESSION_MS / 2 }
}

/** When the session of this hash ends, in milliseconds since 1970; null: there is none any more. */
export const sessionEnd = async (db: Kysely<Database>, hash: string): Promise<number | null> => {
  const row = await db.selectFrom('sessions').select('expires').where('hash', '=', hash).executeTakeFirst()
  return row ? Date.parse(row.expires) : null
}

export const renewSession = async (db: Kysely<Database>, secret: string): Promise<void> => {
  await db
    .updateTable('sessions')
    .set({ expires: inMs(SESSION_MS) })
    .where('hash', '=', hashOf(secret))
    .execute()
}

/** Returns its hash, by which sockets know it. */
export const endSession = async (db: Kysely<Database>, secret: string): Promise<string> => {
  const hash = hashOf(secret)
  await db.deleteFrom('sessions').where('hash', '=', hash).execute()
  return hash
}

/** Returns the token; `secret` gives one that was made elsewhere. */
export const addToken = async (
  db: Kysely<Database>,
  personId: string,
  name: string,
  secret = newSecret(),
): Promise<string> => {
  await db
    .insertInto('tokens')
    .values({ id: newId(), hash: hashOf(secret), person: personId, name, created: new Date().toISOString() })
    .execute()
  return secret
}

export const tokenOf = async (
  db: Kysely<Database>,
  secret: string,
): Promise<{ me: Me; id: string } | null> => {
  const row = await db
    .selectFrom('tokens')
    .innerJoin('people', 'people.id', 'tokens.person')
    .select(['people.id', 'people.name', 'people.owner', 'tokens.id as token'])
    .where('tokens.hash', '=', hashOf(secret))
    .executeTakeFirst()
  return row ? { me: { id: row.id, name: row.name, owner: row.owner === 1 }, id: row.token } : null
}

/** Tokens of one person, or (null) of everybody, the oldest first. */
export const tokensOf = async (db: Kysely<Database>, personId: string | null): Promise<TokenInfo[]> => {
  const rows = await db
    .selectFrom('tokens')
    .innerJoin('people', 'people.id', 'tokens.person')
    .select(['tokens.id', 'tokens.name', 'tokens.created', 'tokens.person', 'people.name as by'])
    .$if(personId !== null, (query) => query.where('tokens.person', '=', personId))
    .orderBy('tokens.created')
    .orderBy('tokens.id')
    .execute()
  return rows.map(({ id, name, created, person, by }) => ({
    id,
    name,
    created,
    person: { id: person, name: by },
  }))
}

/** Takes back a token of one person, or (null) of whoever has it. False: there is none. */
export const removeToken = async (
  db: Kysely<Database>,
  id: string,
  personId: string | null,
): Promise<boolean> => {
  const { numDeletedRows } = await db
    .deleteFrom('tokens')
    .where('id', '=', id)
    .$if(personId !== null, (query) => query.where('person', '=', personId))
    .executeTakeFirst()
  return numDeletedRows === 1n
}

/** A key that works once; without a person it is for the owner, who may not exist yet. */
export const addSignInKey = async (db: Kysely<Database>, personId: string | null): Promise<string> => {
  const key = newSecret()
  const now = new Date().toISOString()
  await db.deleteFrom('sign_in_keys').where('expires', '<', now).execute()
  await db
    .insertInto('sign_in_keys')
    .values({ hash: hashOf(key), person: personId, created: now, expires: inMs(KEY_MS), used: null })
    .execute()
  return key
}

/** Keys for the owner that an earlier start printed: they may stand in a log by now. */
export const forgetPrintedKeys = async (db: Kysely<Database>): Promise<void> => {
  await db.deleteFrom('sign_in_keys').where('person', 'is', null).execute()
}

/** Whose key it is, if it still works; `person: null` is the owner-to-be. */
export const signInKey = async (
  db: Kysely<Database>,
  key: string,
): Promise<{ person: string | null } | null> => {
  const row = await db
    .selectFrom('sign_in_keys')
    .select('person')
    .where('hash', '=', hashOf(key))
    .where('used', 'is', null)
    .where('expires', '>', new Date().toISOString())
    .executeTakeFirst()
  return row ?? null
}

/** Uses the key up. False: somebody else was faster. */
export const useSignInKey = async (db: Kysely<Database>, key: string): Promise<boolean> => {
  const result = await db
    .updateTable('sign_in_keys')
    .set({ used: new Date().toISOString() })
    .where('hash', '=', hashOf(key))
    .where('used', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}
