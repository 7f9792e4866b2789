/** How commands reach a workspace: they read its folder beside a running server, and write through that server. */
import fs from 'node:fs'
import path from 'node:path'
import type { Kysely } from 'kysely'
import { z } from 'zod'
import { Refusal, type RefusalCode, REFUSALS } from '../../shared/wire/refusal.ts'
import type { Config } from '../config.ts'
import { createApp } from '../http/app.ts'
import { createLog } from '../log.ts'
import { openServices } from '../services.ts'
import { type Database, DATABASE_FILE, openDatabase } from '../storage/database.ts'
import { runningServer } from '../storage/folder-lock.ts'
import { StartMistake } from '../storage/start-mistake.ts'
import { documents } from '../storage/updates.ts'
import { createRooms, type Rooms } from '../sync/rooms.ts'

/** Reads what is durable, whether a server runs or not. */
export const readFolder = async <T>(
  config: Config,
  read: (rooms: Pick<Rooms, 'read'>, db: Kysely<Database>) => Promise<T>,
): Promise<T> => {
  const file = path.join(config.dataDir, DATABASE_FILE)
  if (!fs.existsSync(file))
    throw new StartMistake(
      `There is no Vouch data in ${config.dataDir}. Set DATA_DIR to the folder that the server uses.`,
    )
  const db = await openDatabase(file, { readonly: true })
  const rooms = createRooms({
    store: documents(db),
    // Beside the answer, which goes to standard output.
    report: (problem, document, error) =>
      process.stderr.write(`${document}: ${problem}. ${error instanceof Error ? error.message : ''}\n`),
  })
  try {
    return await read(rooms, db)
  } finally {
    await rooms.drain()
    await db.destroy()
  }
}

export type Api = {
  get(address: string): Promise<unknown>
  /** Sends JSON, or a form. Throws a Refusal as the server said it. */
  post(address: string, body?: unknown): Promise<unknown>
  delete(address: string): Promise<void>
}

type Send = (address: string, init: RequestInit) => Promise<Response>

/** Asks the server that has the folder; where none runs, its handlers are run here, behind the same lock. */
export const withApi = async <T>(config: Config, use: (api: Api) => Promise<T>): Promise<T> => {
  const running = runningServer(config.dataDir)
  if (running) return use(apiOver((address, init) => fetch(running.address + address, init), running.secret))
  const services = await openServices({ ...config, ownerToken: null, backups: null }, createLog('error'))
  try {
    const app = createApp(services)
    return await use(apiOver(async (address, init) => app.request(address, init), services.localSecret))
  } finally {
    await services.close()
  }
}

const apiOver = (send: Send, secret: string): Api => {
  const ask = async (address: string, init: RequestInit, headers: Record<string, string> = {}) => {
    const authorization = `Bearer ${secret}`
    const response = await send(address, { ...init, headers: { authorization, ...headers } }).catch(() => {
      throw new StartMistake(
        'The running server does not answer. Nothing was changed; look at its log, or stop it and try again.',
      )
    })
    const body: unknown = response.status === 204 ? null : await response.json()
    if (!response.ok) throw refusalFrom(body)
    return body
  }
  return {
    get: (address) => ask(address, {}),
    post: (address, body) =>
      body instanceof FormData
        ? ask(address, { method: 'POST', body })
        : ask(
            address,
            { method: 'POST', body: JSON.stringify(body ?? {}) },
            { 'content-type': 'application/json' },
          ),
    async delete(address) {
      await ask(address, { method: 'DELETE' })
    },
  }
}

const problem = z.object({ type: z.string(), detail: z.string() })

const refusalFrom = (body: unknown): Error => {
  const { type, detail } = problem.parse(body)
  const code = type.replace('urn:vouch:refusal:', '')
  return code in REFUSALS ? new Refusal(code as RefusalCode, detail) : new StartMistake(detail)
}
