/**
 * A whole server in this process, on a port and in a data folder of its own, with a small client for each person.
 * Whoever starts one closes it.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import type { Config } from '../../server/config.ts'
import { cookieName } from '../../server/http/session.ts'
import type { Fetcher } from '../../server/ingest/fetch-page.ts'
import { createLog } from '../../server/log.ts'
import { startServer } from '../../server/serve.ts'
import { startSession } from '../../server/storage/sessions.ts'
import type { Role } from '../../shared/brief/role.ts'
import type { BriefSummary, Me } from '../../shared/wire/inputs.ts'

export const OWNER_TOKEN = 'the-owner-of-this-test-workspace'

/** What came back; `body` is parsed when it is JSON. */
// oxlint-disable-next-line no-explicit-any -- tests look into answers of every shape
export type Answer = { status: number; headers: Headers; body: any }

export type Client = {
  headers: Record<string, string>
  /** Sends as this person and takes any answer. `json` becomes the body. */
  ask(method: string, address: string, json?: unknown, headers?: Record<string, string>): Promise<Answer>
  /** These throw unless the answer is 2xx, and give its body. */
  get: Ask
  post: Ask
  patch: Ask
  delete: Ask
  /** Uploads a file as a form. */
  upload(address: string, file: Blob, filename: string): Promise<Answer>
}

// oxlint-disable-next-line no-explicit-any -- as above
type Ask = (address: string, json?: unknown) => Promise<any>

export const clientOf = (url: string, headers: Record<string, string> = {}): Client => {
  const send = async (address: string, init: RequestInit): Promise<Answer> => {
    const response = await fetch(url + address, { redirect: 'manual', ...init })
    const text = await response.text()
    const isJson = /json/.test(response.headers.get('content-type') ?? '')
    return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text }
  }
  const ask: Client['ask'] = (method, address, json, more = {}) =>
    send(address, {
      method,
      headers: { ...headers, ...(json === undefined ? {} : { 'content-type': 'application/json' }), ...more },
      body: json === undefined ? undefined : JSON.stringify(json),
    })
  const expecting =
    (method: string): Ask =>
    async (address, json) => {
      const { status, body } = await ask(method, address, json)
      if (status >= 300) throw new Error(`${method} ${address} → ${status} ${JSON.stringify(body)}`)
      return body
    }
  return {
    headers,
    ask,
    get: expecting('GET'),
    post: expecting('POST'),
    patch: expecting('PATCH'),
    delete: expecting('DELETE'),
    upload(address, file, filename) {
      const form = new FormData()
      form.set('file', file, filename)
      return send(address, { method: 'POST', headers, body: form })
    },
  }
}

export type TestServer = Awaited<ReturnType<typeof startTestServer>>

/** `dir` makes it start in a folder that is there already, which is then kept; `fetcher` fetches pages in place of its own. */
export const startTestServer = async (
  options: Partial<Config> & { dir?: string; fetcher?: Fetcher } = {},
) => {
  const { dir: given, fetcher, ...more } = options
  const dir = given ?? (await mkdtemp(path.join(tmpdir(), 'vouch-test-')))
  const config: Config = {
    host: '127.0.0.1',
    port: 0,
    dataDir: dir,
    publicUrl: null,
    logLevel: 'silent',
    ownerToken: OWNER_TOKEN,
    storeLimit: null,
    backups: null,
    ...more,
  }
  const server = await startServer(config, {
    log: createLog(config.logLevel),
    ...(fetcher && { fetcher }),
  })
  const { url, port, services } = server
  const owner = clientOf(url, { authorization: `Bearer ${OWNER_TOKEN}` })

  /** The cookie of a new session, as a browser would send it back. */
  const cookieOf = async (personId: string) => ({
    name: cookieName(services),
    value: await startSession(services.db, personId),
  })

  return {
    ...owner,
    url,
    port,
    dir,
    config,
    services,
    /** The workspace's owner, by token. */
    owner,
    anonymous: clientOf(url),
    text: (address: string): Promise<string> => owner.get(address),
    newBrief: (title = 'Exports in 2024'): Promise<BriefSummary> => owner.post('/api/briefs', { title }),
    /** Somebody new who came in through a share link, with a browser's cookie. */
    async invite(briefId: string, role: Exclude<Role, 'owner'>, name = 'Ben') {
      const link = await owner.post(`/api/briefs/${briefId}/links`, { role })
      const key = new URL(link.url).pathname.split('/').at(-1)!
      const joined = await clientOf(url).ask('POST', `/api/join/${key}`, { name })
      if (joined.status !== 200) throw new Error(`Joining failed: ${JSON.stringify(joined.body)}`)
      const cookie = joined.headers.get('set-cookie')!.split(';')[0]!
      return { me: joined.body.me as Me, cookie, ...clientOf(url, { cookie, origin: url }) }
    },
    /** Signs the owner, or the person with this id, in on a page's browser. */
    async signIn(where: Page | BrowserContext, personId?: string) {
      const id = personId ?? (await owner.get('/api/session')).id
      const context = 'context' in where ? where.context() : where
      await context.addCookies([{ ...(await cookieOf(id)), url }])
    },
    async close() {
      await server.close()
      if (!given) await rm(dir, { recursive: true, force: true })
    },
  }
}
