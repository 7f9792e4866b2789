/**
 * Fetches what stands at an address of the public web, for who wants it as a source. It is the one place where the
 * server connects to an address that a person wrote: the address, each name's every IP, the peer it is connected to
 * and each redirect are held against public-address.ts. No cookies, no proxy, no kept connections.
 */
import { lookup as lookUp } from 'node:dns/promises'
import http from 'node:http'
import https from 'node:https'
import type { LookupFunction, Socket } from 'node:net'
import { pipeline } from 'node:stream/promises'
import { Writable } from 'node:stream'
import zlib from 'node:zlib'
import { Refusal } from '../../shared/wire/refusal.ts'
import { isPublic, notPublic, webAddress } from './public-address.ts'

export type Fetched = {
  bytes: Uint8Array
  /** As the server of the page names it, in lower case and without parameters; null if it does not. */
  mediaType: string | null
  /** Where it was found in the end, without a fragment. */
  address: string
}

/** Throws Refusal: `address-refused`, `fetch-failed`, `walled`, `unknown-kind`, `too-large`; or the signal's reason. */
export type Fetcher = (address: string, signal?: AbortSignal) => Promise<Fetched>

export type Reach = {
  /** Every IP of a name. */
  resolve?: (name: string) => Promise<string[]>
  /** Origins that may be opened although they are not public, such as a test's own server. */
  trusted?: ReadonlySet<string>
  patienceMs?: number
}

const MEGABYTE = 1024 * 1024
/** Of the page alone, after decompression: ten times the longest article. */
const SIZE = 10 * MEGABYTE
/** In all, redirects and names included: a person waits. */
const PATIENCE_MS = 10_000
/** From a short address to https to www to the page. */
const REDIRECTS = 3

/** What ingest can read, and what servers call what they do not know. */
const READABLE =
  /^(?:text\/(?:html|plain|markdown|x-markdown)|application\/(?:xhtml\+xml|pdf|octet-stream|x-mimearchive|vnd\.openxmlformats-officedocument\.wordprocessingml\.document)|multipart\/related|message\/rfc822)$/

const HEADERS = {
  // Some servers answer nobody who does not say what they are.
  'user-agent': 'Mozilla/5.0 (compatible; Vouch/0.1; fetches a page when a person asks for it)',
  accept: 'text/html,application/xhtml+xml,application/pdf,text/plain;q=0.9,*/*;q=0.5',
  'accept-language': 'en,*;q=0.5',
  'accept-encoding': 'gzip, deflate, br',
}

export const createFetcher = ({
  resolve = everyAddress,
  trusted = new Set(),
  patienceMs = PATIENCE_MS,
}: Reach = {}): Fetcher => {
  const follow = async (typed: string, signal: AbortSignal): Promise<Fetched> => {
    let url = webAddress(typed, trusted)
    for (let hop = 0; hop <= REDIRECTS; hop++) {
      const answer = await open(url, signal)
      const next = redirectOf(answer)
      if (next === null) return taken(url, answer, signal)
      answer.destroy()
      url = webAddress(URL.canParse(next, url) ? new URL(next, url).href : next, trusted)
    }
    throw failed(`It leads on more than ${REDIRECTS} times.`)
  }

  const open = async (url: URL, signal: AbortSignal): Promise<http.IncomingMessage> => {
    const isTrusted = trusted.has(url.origin)
    const ips = await ipsOf(url, isTrusted, signal)
    const secure = url.protocol === 'https:'
    // An agent of its own: nothing of another request is reused, and no proxy comes from the environment.
    const agent = secure ? new https.Agent({ maxCachedSessions: 0 }) : new http.Agent()
    const request = (secure ? https : http).get(url, {
      agent,
      headers: HEADERS,
      signal,
      maxHeaderSize: 32 * 1024,
      // The name is not looked up again: between two look-ups it may come to mean another machine.
      lookup: pinned(ips),
    })
    return new Promise((given, refuse) => {
      request.once('socket', (socket: Socket) => {
        // Before anything is sent to it.
        socket.prependOnceListener('connect', () => {
          if (!isTrusted && !isPublic(socket.remoteAddress ?? '')) socket.destroy(notPublic())
        })
      })
      request.once('response', given)
      request.once('error', refuse)
    })
  }

  const ipsOf = async (url: URL, isTrusted: boolean, signal: AbortSignal): Promise<string[]> => {
    const host = url.hostname.replace(/^\[|\]$/g, '')
    const ips = await unlessAborted(resolve(host), signal)
    if (ips.length === 0) throw failed('There is no such site.')
    // One inside is enough to refuse: who mixes them has something in mind.
    if (!isTrusted && !ips.every(isPublic)) throw notPublic()
    return ips
  }

  return async (address, signal) => {
    const patience = AbortSignal.timeout(patienceMs)
    try {
      return await follow(address, signal ? AbortSignal.any([signal, patience]) : patience)
    } catch (error) {
      signal?.throwIfAborted()
      if (error instanceof Refusal) throw error
      if (patience.aborted) throw failed(`It did not arrive within ${patienceMs / 1000} seconds.`)
      throw failed(reasonOf(error))
    }
  }
}

const everyAddress = async (name: string): Promise<string[]> =>
  (await lookUp(name, { all: true, verbatim: true })).map(({ address }) => address)

const pinned =
  (ips: readonly string[]): LookupFunction =>
  (_name, { all }, done) => {
    const each = ips.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))
    if (all) done(null, each)
    else done(null, each[0]!.address, each[0]!.family)
  }

const unlessAborted = <T>(work: Promise<T>, signal: AbortSignal): Promise<T> =>
  new Promise((given, refuse) => {
    signal.throwIfAborted()
    signal.addEventListener('abort', () => refuse(signal.reason as Error), { once: true })
    work.then(given, refuse)
  })

const redirectOf = ({ statusCode = 0, headers }: http.IncomingMessage): string | null =>
  [301, 302, 303, 307, 308].includes(statusCode) ? (headers.location ?? null) : null

const taken = async (url: URL, answer: http.IncomingMessage, signal: AbortSignal): Promise<Fetched> => {
  try {
    refuseStatus(answer.statusCode ?? 0)
    const mediaType = answer.headers['content-type']?.split(';')[0]!.trim().toLowerCase() || null
    if (mediaType && !READABLE.test(mediaType))
      throw new Refusal(
        'unknown-kind',
        `At this address lies a file of a kind that cannot be read (${mediaType.slice(0, 60)}). Nothing was added; give the address of the article, or paste its text.`,
      )
    if (Number(answer.headers['content-length'] ?? 0) > SIZE) throw tooLarge()
    const address = new URL(url)
    address.hash = ''
    return { bytes: await bodyOf(answer, signal), mediaType, address: address.href }
  } finally {
    answer.destroy()
  }
}

const refuseStatus = (status: number) => {
  if (status >= 200 && status < 300) return
  if ([401, 402, 403, 407, 429, 451, 503].includes(status)) throw new Refusal('walled')
  throw failed(
    status === 404 || status === 410
      ? 'The site says that there is no such page.'
      : `The site answers with an error (${status}).`,
  )
}

const bodyOf = async (answer: http.IncomingMessage, signal: AbortSignal): Promise<Uint8Array> => {
  const pieces: Uint8Array[] = []
  let size = 0
  const kept = new Writable({
    write(piece: Uint8Array, _encoding, done) {
      size += piece.length
      pieces.push(piece)
      // What unpacks to more than that is cut off as it does.
      done(size > SIZE ? tooLarge() : null)
    },
  })
  await pipeline([answer, ...unpackingOf(answer.headers['content-encoding']), kept], { signal })
  return Buffer.concat(pieces)
}

const unpackingOf = (encoding: string | undefined) => {
  switch ((encoding ?? 'identity').trim().toLowerCase()) {
    case 'identity':
    case '':
      return []
    case 'gzip':
    case 'x-gzip':
      return [zlib.createGunzip()]
    case 'deflate':
      return [zlib.createInflate()]
    case 'br':
      return [zlib.createBrotliDecompress()]
    default:
      throw failed('It is packed in a way that nobody asked for.')
  }
}

const tooLarge = () =>
  new Refusal(
    'too-large',
    `What lies at this address is larger than ${SIZE / MEGABYTE} MB. Nothing was added; save it from your browser and add the file.`,
  )

const failed = (why: string) =>
  new Refusal(
    'fetch-failed',
    `The page could not be fetched. ${why} Nothing was added; check the address, or save the page from your browser and add the file.`,
  )

const REASONS: Record<string, string> = {
  ENOTFOUND: 'There is no such site.',
  EAI_AGAIN: 'The site’s name cannot be looked up just now.',
  ECONNREFUSED: 'The site does not answer.',
  ECONNRESET: 'The connection broke off.',
  EHOSTUNREACH: 'The site cannot be reached.',
  ENETUNREACH: 'The site cannot be reached.',
}

const reasonOf = (error: unknown): string => {
  const code = (error as NodeJS.ErrnoException).code ?? ''
  if (/CERT|SSL|TLS/.test(code)) return 'The site’s certificate is not in order.'
  return REASONS[code] ?? 'The connection did not come about.'
}
