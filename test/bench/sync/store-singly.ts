/** Puts a history into a data folder as the log holds it when nothing was ever put together: a row an edit. */
import { join } from 'node:path'
import { DATABASE_FILE, openDatabase } from '../../../server/storage/database.ts'
import { documents } from '../../../server/storage/updates.ts'
import { OWNER_TOKEN } from '../../support/server-process.ts'
import { startTestServer } from '../../support/server.ts'
import type { History } from './history.ts'

/** Rows of one commit. */
const GROUP = 2000

/** Returns the name of the document; its owner has the token of {@link OWNER_TOKEN}. */
export const storeSingly = async (dir: string, { updates }: History): Promise<string> => {
  const server = await startTestServer({ dir, ownerToken: OWNER_TOKEN })
  const { id } = (await (
    await fetch(`${server.url}/api/briefs`, {
      method: 'POST',
      headers: { authorization: `Bearer ${OWNER_TOKEN}`, 'content-type': 'application/json' },
      body: JSON.stringify({ title: 'A long history' }),
    })
  ).json()) as { id: string }
  await server.close()
  const db = await openDatabase(join(dir, DATABASE_FILE))
  const log = documents(db).log(id)
  await log.load()
  for (let at = 0; at < updates.length; at += GROUP) await log.append(updates.slice(at, at + GROUP))
  await db.destroy()
  return id
}
