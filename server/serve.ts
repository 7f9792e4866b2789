/** Starts a server and says where it listens: the command line and the tests run the same one. */
import type { IncomingMessage, Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { CLOSE } from '../shared/wire/sync.ts'
import { localAddress, originAllowed } from './http/address.ts'
import type { Config } from './config.ts'
import { createApp } from './http/app.ts'
import { cookieName, visitorByCookie, visitorByToken } from './http/session.ts'
import { type SessionEnds, watchSessionEnds } from './http/session-ends.ts'
import { type Admission, type Arrival, attachSocket } from './http/socket.ts'
import type { Fetcher } from './ingest/fetch-page.ts'
import type { Log } from './log.ts'
import { openServices, type Services } from './services.ts'
import { briefExists, roleIn } from './storage/briefs.ts'
import { sessionEnd } from './storage/sessions.ts'
import { StartMistake } from './storage/start-mistake.ts'

export type RunningServer = {
  /** As this machine opens it. */
  url: string
  port: number
  services: Services
  /** Stops accepting, makes everything durable, closes the sockets with 1012. */
  close(): Promise<void>
}

/** How long requests that are being answered may take at the end. */
const LAST_REQUESTS_MS = 5000

/** Throws StartMistake for what the operator can mend: a taken port, a folder that cannot be used. */
export const startServer = async (
  config: Config,
  { log, fetcher }: { log: Log; fetcher?: Fetcher },
): Promise<RunningServer> => {
  const services = await openServices(config, log, fetcher)
  const app = createApp(services)
  const server = createAdaptorServer({ fetch: app.fetch, hostname: config.host }) as Server
  const ends = watchSessionEnds({
    endOf: (session) => sessionEnd(services.db, session),
    over: (session) => services.rooms.closeCredential(session, CLOSE.notSignedIn),
  })
  const sockets = attachSocket(server, {
    rooms: services.rooms,
    authorise: (arrival) => admit(services, ends, arrival),
    originAllowed: (origin, host) => originAllowed(config, services.port(), origin, host),
    report: (problem, error) => log.error({ err: error }, problem),
    turnedAway: services.meters.turnedAway,
  })
  try {
    await listen(server, config)
  } catch (error) {
    sockets.close()
    ends.stop()
    await services.close()
    throw error
  }
  const { port } = server.address() as AddressInfo
  const url = localAddress(config, port)
  services.listens(port, url)
  log.info({ url }, 'listening')

  let closing: Promise<void> | null = null
  const close = async () => {
    const closed = new Promise<void>((resolve) => server.close(() => resolve()))
    server.closeIdleConnections()
    await services.rooms.drain()
    sockets.close()
    ends.stop()
    const patience = setTimeout(() => server.closeAllConnections(), LAST_REQUESTS_MS)
    await closed
    clearTimeout(patience)
    await services.close()
    log.info('stopped')
  }
  return { url, port, services, close: () => (closing ??= close()) }
}

const listen = (server: Server, { host, port }: Config): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(cannotListen(error, host, port)))
    server.listen(port, host.replace(/^\[|\]$/g, ''), resolve)
  })

const cannotListen = (error: NodeJS.ErrnoException, host: string, port: number): Error => {
  switch (error.code) {
    case 'EADDRINUSE':
      return new StartMistake(
        `Port ${port} is taken on ${host}. Nothing was changed; stop what uses it, or choose another one: PORT=${port + 1}`,
      )
    case 'EACCES':
      return new StartMistake(`This user may not listen on port ${port}. Choose one above 1023: PORT=3000`)
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new StartMistake(`HOST=${host} is no address of this machine. For example: HOST=127.0.0.1`)
    default:
      return error
  }
}

/** Who a socket is and what it may: decided here once, when it opens. */
const admit = async (
  s: Services,
  ends: SessionEnds,
  { request, document, token }: Arrival,
): Promise<Admission> => {
  const visitor = await (token === null ? visitorBehind(s, request) : visitorByToken(s, token))
  if (!visitor?.me) return CLOSE.notSignedIn
  const operates = visitor.by === 'operator' && (await briefExists(s.db, document.brief))
  const role = operates ? 'owner' : await roleIn(s.db, document.brief, visitor.me.id)
  if (!role) return CLOSE.noSuchBrief
  const person = { id: visitor.me.id, name: visitor.me.name }
  if (visitor.by === 'token') return { person, role, credential: visitor.token }
  if (visitor.by !== 'cookie') return { person, role }
  ends.watch(visitor.session.hash, visitor.session.end)
  return { person, role, credential: visitor.session.hash }
}

const visitorBehind = async (s: Services, request: IncomingMessage) => {
  const bearer = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1]
  if (bearer) return visitorByToken(s, bearer)
  const name = `${cookieName(s)}=`
  const cookies = (request.headers.cookie ?? '').split(';').map((each) => each.trim())
  const secret = cookies.find((each) => each.startsWith(name))?.slice(name.length)
  return secret ? visitorByCookie(s, secret) : null
}
