/**
 * What is no WebSocket at all, or a broken one: bytes for a bare TCP connection, each with what it attacks. The frames are
 * of RFC 6455, 5.2, with the liberties that a villain takes.
 */
import { deflateRawSync } from 'node:zlib'

export type HostileStream = {
  attacks: string
  /** Sent after the handshake. */
  bytes: Uint8Array
  /** The head of the request is this in place of a proper one; `bytes` follow at once. */
  head?: (address: { path: string; host: string; cookie: string }) => string
  /** `closed`: the server has to end it. `harmless`: it may stay, and does nothing. */
  end: 'closed' | 'harmless'
  /** The villain does not read what it is answered. */
  deaf?: boolean
}

type Liberties = {
  final?: boolean
  /** Bits 4, 2 and 1: RSV1 to RSV3. */
  reserved?: number
  masked?: boolean
  /** What the header says in place of what comes. */
  says?: bigint | number
}

const CONTINUATION = 0
const TEXT = 1
const BINARY = 2
const CLOSE = 8
const PING = 9
const PONG = 10

const frame = (opcode: number, payload: Uint8Array | string = '', liberties: Liberties = {}): Buffer => {
  const body = typeof payload === 'string' ? Buffer.from(payload) : Buffer.from(payload)
  const { final = true, reserved = 0, masked = true, says = body.length } = liberties
  const length = BigInt(says)
  const first = (final ? 0x80 : 0) | (reserved << 4) | opcode
  const mask = masked ? 0x80 : 0
  const long = Buffer.alloc(8)
  long.writeBigUInt64BE(BigInt.asUintN(64, length))
  const size =
    length < 126n
      ? Buffer.from([first, mask | Number(length)])
      : length < 65536n
        ? Buffer.from([first, mask | 126, long[6]!, long[7]!])
        : Buffer.concat([Buffer.from([first, mask | 127]), long])
  // A mask of zeros is a mask, and leaves the bytes as they are.
  return Buffer.concat([size, masked ? Buffer.alloc(4) : Buffer.alloc(0), body])
}

const many = (times: number, bytes: Buffer): Buffer => Buffer.alloc(times * bytes.length, bytes)
const closing = (code: number, reason: Uint8Array | string = '') =>
  Buffer.concat([Buffer.from([code >> 8, code & 255]), Buffer.from(reason)])

const HALF_A_LETTER = Uint8Array.of(0x61, 0xc3)
const MB = 1024 * 1024

const streams: Record<string, Omit<HostileStream, 'attacks'>> = {
  'an opcode that is none': { bytes: frame(3, 'x'), end: 'closed' },
  'a control opcode that is none': { bytes: frame(11), end: 'closed' },
  'a reserved bit': { bytes: frame(BINARY, 'x', { reserved: 2 }), end: 'closed' },
  'all reserved bits': { bytes: frame(BINARY, 'x', { reserved: 7 }), end: 'closed' },
  'compressed without having agreed on it': { bytes: frame(BINARY, 'x', { reserved: 4 }), end: 'closed' },
  'a frame without a mask': { bytes: frame(BINARY, 'x', { masked: false }), end: 'closed' },
  'a length of eight million million million': {
    bytes: frame(BINARY, '', { says: 2n ** 63n - 1n }),
    end: 'closed',
  },
  'a length with its highest bit set': { bytes: frame(BINARY, '', { says: 2n ** 64n - 1n }), end: 'closed' },
  'a length of nine megabytes': { bytes: frame(BINARY, '', { says: 9 * MB }), end: 'closed' },
  'nine megabytes, really': { bytes: frame(BINARY, new Uint8Array(9 * MB)), end: 'closed' },
  'nine megabytes in small pieces': {
    bytes: Buffer.concat([
      frame(BINARY, 'x', { final: false }),
      many(9 * 1024, frame(CONTINUATION, new Uint8Array(1024), { final: false })),
    ]),
    end: 'closed',
  },
  'a message of two hundred thousand empty pieces': {
    bytes: Buffer.concat([
      frame(BINARY, 'x', { final: false }),
      many(200_000, frame(CONTINUATION, '', { final: false })),
    ]),
    end: 'closed',
  },
  'a message of two hundred thousand pieces of one byte': {
    bytes: Buffer.concat([
      frame(BINARY, 'x', { final: false }),
      many(200_000, frame(CONTINUATION, 'x', { final: false })),
    ]),
    end: 'closed',
  },
  'a piece of no message': { bytes: frame(CONTINUATION, 'x'), end: 'closed' },
  'a message within a message': {
    bytes: Buffer.concat([frame(BINARY, 'x', { final: false }), frame(BINARY, 'y')]),
    end: 'closed',
  },
  'a ping in pieces': { bytes: frame(PING, 'x', { final: false }), end: 'closed' },
  'a ping that is too long': { bytes: frame(PING, new Uint8Array(126)), end: 'closed' },
  'a hundred thousand pings whose answers nobody reads': {
    bytes: many(100_000, frame(PING, new Uint8Array(125))),
    end: 'closed',
    deaf: true,
  },
  'a hundred thousand pongs that nobody asked for': { bytes: many(100_000, frame(PONG)), end: 'closed' },
  text: { bytes: frame(TEXT, 'Hello'), end: 'closed' },
  'text that is not UTF-8': { bytes: frame(TEXT, HALF_A_LETTER), end: 'closed' },
  'half a letter at the end of a piece of text': {
    bytes: Buffer.concat([frame(TEXT, HALF_A_LETTER, { final: false }), frame(CONTINUATION, 'b')]),
    end: 'closed',
  },
  'a closing of one byte': { bytes: frame(CLOSE, 'x'), end: 'closed' },
  'a closing with a code that is none': { bytes: frame(CLOSE, closing(999)), end: 'closed' },
  'a closing with a code that nobody may send': { bytes: frame(CLOSE, closing(1006)), end: 'closed' },
  'a closing with a reason that is not UTF-8': {
    bytes: frame(CLOSE, closing(1000, HALF_A_LETTER)),
    end: 'closed',
  },
  'a closing, and more after it': {
    bytes: Buffer.concat([frame(CLOSE, closing(1000)), many(1000, frame(BINARY, 'x'))]),
    end: 'closed',
  },
  'ten thousand empty messages': { bytes: many(10_000, frame(BINARY)), end: 'closed' },
  'another request': { bytes: Buffer.from('GET /api/briefs HTTP/1.1\r\nHost: x\r\n\r\n'), end: 'closed' },
  'a megabyte of the same byte': { bytes: new Uint8Array(MB).fill(0xa5), end: 'closed' },
  'half a header': { bytes: Uint8Array.of(0x82), end: 'harmless' },
  'half a frame': { bytes: frame(BINARY, 'x', { says: MB }), end: 'harmless' },
  'a message that never ends': { bytes: frame(BINARY, 'x', { final: false }), end: 'harmless' },
  'a bomb that was compressed': {
    bytes: frame(BINARY, deflateRawSync(new Uint8Array(64 * MB)), { reserved: 4 }),
    head: request(['Sec-WebSocket-Extensions: permessage-deflate']),
    end: 'closed',
  },
  'compressed, but not really': {
    bytes: frame(BINARY, Uint8Array.of(255, 255, 255), { reserved: 4 }),
    head: request(['Sec-WebSocket-Extensions: permessage-deflate']),
    end: 'closed',
  },
  'an extension with a parameter that is none': {
    bytes: new Uint8Array(),
    head: request(['Sec-WebSocket-Extensions: permessage-deflate; server_max_window_bits=999']),
    end: 'closed',
  },
  'an extension that cannot be read': {
    bytes: new Uint8Array(),
    head: request(['Sec-WebSocket-Extensions: permessage-deflate; ==,,;']),
    end: 'closed',
  },
  'a key that is none': {
    bytes: frame(BINARY, 'x'),
    head: request([], { key: 'x' }),
    end: 'closed',
  },
  'a version of the past': { bytes: frame(BINARY, 'x'), head: request([], { version: '7' }), end: 'closed' },
  'a header of a megabyte': {
    bytes: new Uint8Array(),
    head: request([`X-Long: ${'x'.repeat(MB)}`]),
    end: 'closed',
  },
  'an address that is none': {
    bytes: new Uint8Array(),
    head: request([], { path: '/sync/%E0%A4%A' }),
    end: 'closed',
  },
  'an address that climbs': {
    bytes: new Uint8Array(),
    head: request([], { path: '/sync/../../etc/passwd' }),
    end: 'closed',
  },
  'a parameter that is none': {
    bytes: frame(BINARY, 'x'),
    head: request([], { search: '?epoch=__proto__' }),
    end: 'closed',
  },
  'ten thousand parameters': {
    bytes: frame(BINARY, 'x'),
    head: request([], { search: `?${'a=1&'.repeat(3000)}schema=x` }),
    end: 'closed',
  },
}

/** The head of an upgrade, with more lines or other values. */
function request(
  lines: string[],
  other: { key?: string; version?: string; path?: string; search?: string } = {},
): HostileStream['head'] {
  return ({ path, host, cookie }) =>
    [
      `GET ${other.path ?? path}${other.search ?? ''} HTTP/1.1`,
      `Host: ${host}`,
      `Cookie: ${cookie}`,
      'Connection: Upgrade',
      'Upgrade: websocket',
      `Sec-WebSocket-Version: ${other.version ?? '13'}`,
      `Sec-WebSocket-Key: ${other.key ?? 'AAAAAAAAAAAAAAAAAAAAAA=='}`,
      ...lines,
      '',
      '',
    ].join('\r\n')
}

export const properRequest = request([])!

export const hostileStreams: HostileStream[] = Object.entries(streams).map(([attacks, stream]) => ({
  attacks: `WebSocket: ${attacks}`,
  ...stream,
}))
