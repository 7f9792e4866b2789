/**
 * The sync socket on a real HTTP server with a real store and nothing else: who somebody is stands in their
 * token, `PERSON:ROLE`. Also runs as a process of its own, to be killed.
 */
import { createServer } from 'node:http'
import path from 'node:path'
import { originAllowed } from '../../server/http/address.ts'
import { attachSocket } from '../../server/http/socket.ts'
import { addBrief } from '../../server/storage/briefs.ts'
import { openDatabase } from '../../server/storage/database.ts'
import { documents } from '../../server/storage/updates.ts'
import { createRooms } from '../../server/sync/rooms.ts'
import type { rulesOf } from '../../server/sync/shape.ts'
import { ROLES } from '../../shared/brief/role.ts'
import { CLOSE } from '../../shared/wire/sync.ts'
import { anyDocument } from './any-document.ts'

export type SyncServer = Awaited<ReturnType<typeof startSyncServer>>

export const startSyncServer = async (
  dataDir: string,
  options: { port?: number; idleAfter?: number; rules?: typeof rulesOf } = {},
) => {
  const db = await openDatabase(path.join(dataDir, 'vouch.sqlite'))
  const store = documents(db)
  const problems: string[] = []
  const rooms = createRooms({
    store,
    rules: options.rules ?? anyDocument,
    report: (problem, document, error) => problems.push(`${problem} ${document} ${String(error)}`),
    idleAfter: options.idleAfter,
  })
  const roles = new Map<string, string>()
  const http = createServer((_, response) => response.writeHead(404).end())
  const port = await new Promise<number>((resolve) => {
    http.listen(options.port ?? 0, '127.0.0.1', () => resolve((http.address() as { port: number }).port))
  })
  const socket = attachSocket(http, {
    rooms,
    originAllowed: (origin, host) =>
      originAllowed({ host: '127.0.0.1', publicUrl: null }, port, origin, host),
    report: (problem, error) => problems.push(`${problem} ${String(error)}`),
    async authorise({ token }) {
      const [id, given] = token?.split(':') ?? []
      const role = ROLES.find((each) => each === (roles.get(id ?? '') ?? given))
      if (!id) return CLOSE.notSignedIn
      return role ? { person: { id, name: id[0]!.toUpperCase() + id.slice(1) }, role } : CLOSE.notAllowed
    },
  })

  return {
    db,
    store,
    rooms,
    problems,
    port,
    url: `ws://127.0.0.1:${port}/sync`,
    /** Another role than the token says, from the next socket on. */
    setRole: (person: string, role: string) => roles.set(person, role),
    async addBrief(id: string) {
      await db.transaction().execute(async (trx) => {
        await addBrief(trx, { id, title: 'Exports', example: false })
        await rooms.create(id, () => {}, trx)
        await rooms.create(`${id}.discussion`, () => {}, trx)
      })
    },
    async close() {
      await rooms.drain()
      socket.close()
      await new Promise((resolve) => http.close(resolve))
      await db.destroy()
    },
  }
}
