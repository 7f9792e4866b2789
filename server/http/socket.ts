/**
 * The sync socket: `GET /sync/DOCUMENT?token&schema&epoch`, upgraded. Decides once, when it opens, who is there
 * and whether they may write; after that it only carries frames.
 *
 * A foreign page is refused at the upgrade; everything else after accepting, with a close code, because a
 * provider takes a refused upgrade for a bad network and tries for ever.
 */
import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocket, WebSocketServer } from 'ws'
import { z } from 'zod'
import { type DocumentName, parseDocumentName, type Person } from '../../shared/brief/document.ts'
import { canWrite, type Role } from '../../shared/brief/role.ts'
import { toProblem } from '../../shared/wire/refusal.ts'
import { CLOSE, type CloseCode } from '../../shared/wire/sync.ts'
import type { Rooms } from '../sync/rooms.ts'

export type Arrival = {
  request: IncomingMessage
  document: DocumentName
  /** From `params.token`; null when a browser's page is asking, which has a cookie. */
  token: string | null
}
/** Who they are and what they may do in this brief; or the close code that says why not. */
export type Admission = { person: Person; role: Role } | CloseCode

export type SocketOptions = {
  rooms: Pick<Rooms, 'enter' | 'turnedOut'>
  authorise(arrival: Arrival): Promise<Admission>
  /** Whether a page of this origin may talk to the server. */
  originAllowed(origin: string, host: string | undefined): boolean
  report(problem: 'cannot-authorise', error: unknown): void
}

/** One frame: a step 2 may bring a whole document. */
const FRAME_LIMIT = 8 * 1024 * 1024
/** What may wait for a reader that does not read, before it has to go. */
const UNREAD_LIMIT = 8 * 1024 * 1024
/** What may wait for the answer to who is there. */
const UNADMITTED_LIMIT = 1024 * 1024
/** A socket that answered no ping for this long is dead; proxies cut silent ones after a minute. */
const PING_EVERY = 20_000
/** How long a closed socket may take to say that it heard. */
const CLOSING_FOR = 5_000

/** `ws` closes what is too large with 1009, after which providers come back and send it again, for ever. */
class SyncSocket extends WebSocket {
  override close(code?: number, reason?: string | Buffer): void {
    if (code === 1009) super.close(CLOSE.malformed, 'too large')
    else super.close(code, reason)
  }
}

const digits = z
  .string()
  .regex(/^\d{1,15}$/)
  .transform(Number)
  .optional()
const parameters = z.object({ schema: digits, epoch: digits, token: z.string().max(500).optional() })

/** Listens to the upgrades of `server`. `close` cuts what is still open: drain the rooms first. */
export const attachSocket = (server: Server, options: SocketOptions): { close(): void } => {
  const { rooms, authorise, originAllowed, report } = options
  const sockets = new WebSocketServer({
    noServer: true,
    clientTracking: true,
    maxPayload: FRAME_LIMIT,
    // Compressing each small frame costs a readers' crowd more than it saves, and memory for each socket.
    perMessageDeflate: false,
    WebSocket: SyncSocket,
  })
  const silent = new WeakSet<WebSocket>()

  const upgrade = (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    const { origin, host } = request.headers
    const url = urlOf(request.url ?? '/')
    const name = /^\/sync\/([^/]+)$/.exec(url?.pathname ?? '')?.[1]
    if (!url || name === undefined) return refuseUpgrade(stream, 'no-such-page')
    if (origin !== undefined && !originAllowed(origin, host)) return refuseUpgrade(stream, 'wrong-origin')
    sockets.handleUpgrade(request, stream, head, (socket) => {
      // A frame that is no WebSocket frame: `ws` closes the socket itself.
      socket.on('error', () => undefined)
      socket.on('pong', () => silent.delete(socket))
      accept(socket, request, name, url.searchParams)
    })
  }

  const accept = (socket: WebSocket, request: IncomingMessage, name: string, search: URLSearchParams) => {
    const document = parseDocumentName(name)
    const params = parameters.safeParse(Object.fromEntries(search))
    if (!document) return close(socket, CLOSE.noSuchBrief, 'no-such-brief')
    if (!params.success) return close(socket, CLOSE.malformed, 'a parameter of the address')
    const { schema, epoch, token } = params.data

    let early: Uint8Array[] | null = []
    let earlyBytes = 0
    let visit: ReturnType<Rooms['enter']> | null = null
    socket.on('message', (data: Buffer, isBinary: boolean) => {
      if (socket.readyState !== WebSocket.OPEN) return
      if (!isBinary) return turnOut(CLOSE.malformed, 'text instead of bytes')
      if (visit) return visit.receive(data)
      earlyBytes += data.byteLength
      if (earlyBytes > UNADMITTED_LIMIT) return turnOut(CLOSE.tooMany, 'too much before it was let in')
      early?.push(data)
    })
    const turnOut = (code: number, reason: string) => {
      early = null
      if (visit) visit.close(code, reason)
      else close(socket, code, reason)
    }
    const send = (frame: Uint8Array) => {
      if (socket.bufferedAmount > UNREAD_LIMIT) turnOut(CLOSE.readsTooSlowly, 'reads too slowly')
      else if (socket.readyState === WebSocket.OPEN) socket.send(frame)
    }

    const letIn = async () => {
      const arrival = {
        request,
        document,
        token: request.headers.origin === undefined ? (token ?? null) : null,
      }
      let admission: Admission
      let before: number
      do {
        // Whoever is turned out while we ask must not slip in on the old answer.
        before = rooms.turnedOut()
        admission = await authorise(arrival)
      } while (before !== rooms.turnedOut())
      if (typeof admission === 'number') return turnOut(admission, 'not let in')
      if (!early) return
      const { person, role } = admission
      visit = rooms.enter(name, {
        person,
        writes: canWrite(role, document.part),
        schema,
        epoch,
        wire: { send, close: (code, reason) => close(socket, code, reason) },
      })
      for (const data of early.splice(0)) visit.receive(data)
      if (socket.readyState === WebSocket.CLOSED) visit.leave()
    }
    socket.on('close', () => visit?.leave())
    letIn().catch((error: unknown) => {
      report('cannot-authorise', error)
      turnOut(CLOSE.cannotServe, 'cannot-load')
    })
  }

  const pings = setInterval(() => {
    for (const socket of sockets.clients) {
      if (silent.has(socket)) socket.terminate()
      silent.add(socket)
      if (socket.readyState === WebSocket.OPEN) socket.ping()
    }
  }, PING_EVERY)
  pings.unref()

  server.on('upgrade', upgrade)
  return {
    close() {
      server.off('upgrade', upgrade)
      clearInterval(pings)
      for (const socket of sockets.clients) socket.terminate()
      sockets.close()
    },
  }
}

const close = (socket: WebSocket, code: number, reason: string) => {
  socket.close(code, reason)
  setTimeout(() => socket.terminate(), CLOSING_FOR).unref()
}

const urlOf = (path: string): URL | null =>
  URL.canParse(path, 'http://here') ? new URL(path, 'http://here') : null

const refuseUpgrade = (stream: Duplex, code: 'wrong-origin' | 'no-such-page') => {
  const problem = toProblem(code)
  const body = JSON.stringify(problem)
  // The other end may be gone already; an error nobody listens to would end the process.
  stream.on('error', () => undefined)
  stream.end(
    [
      `HTTP/1.1 ${problem.status} ${code === 'wrong-origin' ? 'Forbidden' : 'Not Found'}`,
      'Connection: close',
      'Content-Type: application/problem+json',
      `Content-Length: ${Buffer.byteLength(body)}`,
      '',
      body,
    ].join('\r\n'),
  )
}
