/**
 * The sync socket: `GET /sync/DOCUMENT?token&schema&epoch`, upgraded. Decides once, when it opens, who is there
 * and whether they may write; after that it only carries frames.
 *
 * A foreign page is refused at the upgrade; everything else after accepting, with a close code, because a
 * provider takes a refused upgrade for a bad network and tries for ever.
 */
import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { type PerMessageDeflateOptions, WebSocket, WebSocketServer } from 'ws'
import { z } from 'zod'
import { type DocumentName, parseDocumentName, type Person } from '../../shared/brief/document.ts'
import { canWrite, type Role } from '../../shared/brief/role.ts'
import { toProblem } from '../../shared/wire/refusal.ts'
import { CLOSE, type CloseCode } from '../../shared/wire/sync.ts'
import type { Rooms } from '../sync/rooms.ts'
import { createBrake } from './brake.ts'
import { answerPings } from './control-frames.ts'
import { watchLife } from './life.ts'
import { createPost, LARGE } from './outbox.ts'

export type Arrival = {
  request: IncomingMessage
  document: DocumentName
  /** From `params.token`; null when a browser's page is asking, which has a cookie. */
  token: string | null
}
/**
 * Who they are, what they may do in this brief, and the session or token that lets them in; or the close code that says
 * why not.
 */
export type Admission = { person: Person; role: Role; credential?: string | undefined } | CloseCode

export type SocketOptions = {
  rooms: Pick<Rooms, 'enter' | 'turnedOut' | 'sizeOf'>
  authorise(arrival: Arrival): Promise<Admission>
  /** Whether a page of this origin may talk to the server. */
  originAllowed(origin: string, host: string | undefined): boolean
  report(problem: 'cannot-authorise', error: unknown): void
  /** Closed a socket before any room knew of it. */
  turnedAway?(code: number): void
}

/** One frame: a step 2 may bring a whole document. */
const FRAME_LIMIT = 8 * 1024 * 1024
/** What may wait for a reader that does not read, before it has to go. */
const UNREAD_LIMIT = 8 * 1024 * 1024
/** What may wait for the answer to who is there. */
const UNADMITTED_LIMIT = 1024 * 1024
/** What an empty message takes. */
const EMPTY = 100
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
  const { rooms, authorise, originAllowed, report, turnedAway } = options
  const serverOf = (perMessageDeflate: false | PerMessageDeflateOptions) =>
    new WebSocketServer({
      noServer: true,
      clientTracking: false,
      maxPayload: FRAME_LIMIT,
      autoPong: false,
      perMessageDeflate,
      WebSocket: SyncSocket,
    })
  // Compressing each small frame costs a readers' crowd more than it saves, and memory for each socket: a
  // compressing socket is only for who loads a long brief for the first time.
  const plain = serverOf(false)
  const deflating = serverOf({ serverNoContextTakeover: true, clientNoContextTakeover: true })
  const post = createPost()
  const life = watchLife((socket) => turnsOut.get(socket)?.(CLOSE.readsTooSlowly, 'reads too slowly'))
  const turnsOut = new Map<WebSocket, (code: number, reason: string) => void>()

  const upgrade = (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    // The other end may go at any moment; an error nobody listens to would end the process.
    stream.on('error', () => undefined)
    const { origin, host } = request.headers
    const url = urlOf(request.url ?? '/')
    const name = /^\/sync\/([^/]+)$/.exec(url?.pathname ?? '')?.[1]
    if (!url || name === undefined) return refuseUpgrade(stream, 'no-such-page')
    if (origin !== undefined && !originAllowed(origin, host)) return refuseUpgrade(stream, 'wrong-origin')
    const take = (sockets: WebSocketServer) =>
      sockets.handleUpgrade(request, stream, head, (socket) => {
        // A frame that is no WebSocket frame: `ws` closes the socket itself.
        socket.on('error', () => undefined)
        accept(socket, stream, request, name, url.searchParams)
      })
    const offered = request.headers['sec-websocket-extensions']?.includes('permessage-deflate') ?? false
    if (!offered || url.searchParams.has('epoch')) return take(plain)
    void isLong(name).then((long) => stream.destroyed || take(long ? deflating : plain))
  }

  const isLong = async (name: string): Promise<boolean> => {
    const size = await rooms.sizeOf(name).catch(() => 0)
    return size >= LARGE
  }

  const accept = (
    socket: WebSocket,
    stream: Duplex,
    request: IncomingMessage,
    name: string,
    search: URLSearchParams,
  ) => {
    const turnAway = (code: number, reason: string) => {
      turnedAway?.(code)
      close(socket, code, reason)
    }
    const document = parseDocumentName(name)
    const params = parameters.safeParse(Object.fromEntries(search))
    if (!document) return turnAway(CLOSE.noSuchBrief, 'no-such-brief')
    if (!params.success) return turnAway(CLOSE.malformed, 'a parameter of the address')
    const { schema, epoch, token } = params.data

    const outbox = post.outbox(stream, socket.extensions !== '')
    const brake = createBrake(socket)
    let early: Uint8Array[] | null = []
    let earlyBytes = 0
    let visit: ReturnType<Rooms['enter']> | null = null
    socket.on('message', (data: Buffer, isBinary: boolean) => {
      if (socket.readyState !== WebSocket.OPEN) return
      if (!isBinary) return turnOut(CLOSE.malformed, 'text instead of bytes')
      if (visit) return visit.receive(data)
      earlyBytes += data.byteLength + EMPTY
      if (earlyBytes > UNADMITTED_LIMIT) return turnOut(CLOSE.tooMany, 'too much before it was let in')
      early?.push(data)
    })
    const turnOut = (code: number, reason: string) => {
      early = null
      if (visit) return visit.close(code, reason)
      turnedAway?.(code)
      closeNow(code, reason)
    }
    const closeNow = (code: number, reason: string) => {
      brake.letGo()
      if (socket.readyState === WebSocket.OPEN) outbox.finish()
      close(socket, code, reason)
    }
    const send = (message: Uint8Array) => {
      if (outbox.waiting() > UNREAD_LIMIT) turnOut(CLOSE.readsTooSlowly, 'reads too slowly')
      else if (socket.readyState === WebSocket.OPEN) outbox.send(message)
    }
    answerPings(socket, {
      waiting: outbox.waiting,
      tooMany: () => turnOut(CLOSE.tooMany, 'too many pings'),
    })
    turnsOut.set(socket, turnOut)
    life.watch(socket, stream)

    const letIn = async (arrival: Arrival) => {
      let admission: Admission
      let before: number
      do {
        // Whoever is turned out while we ask must not slip in on the old answer.
        before = rooms.turnedOut()
        admission = await authorise(arrival)
      } while (before !== rooms.turnedOut())
      if (typeof admission === 'number') return turnOut(admission, 'not let in')
      if (!early) return
      const { person, role, credential } = admission
      visit = rooms.enter(name, {
        person,
        writes: canWrite(role, document.part),
        credential,
        schema,
        epoch,
        wire: { send, close: closeNow, hold: brake.hold },
      })
      for (const data of early.splice(0)) visit.receive(data)
      if (socket.readyState === WebSocket.CLOSED) visit.leave()
    }
    socket.on('close', () => {
      turnsOut.delete(socket)
      visit?.leave()
    })
    // Given, not held: the request would live as long as the socket.
    const byToken = request.headers.origin === undefined ? (token ?? null) : null
    letIn({ request, document, token: byToken }).catch((error: unknown) => {
      report('cannot-authorise', error)
      turnOut(CLOSE.cannotServe, 'cannot-load')
    })
  }

  server.on('upgrade', upgrade)
  return {
    close() {
      server.off('upgrade', upgrade)
      life.stop()
      for (const socket of turnsOut.keys()) socket.terminate()
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
