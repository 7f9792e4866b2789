import { createHash } from 'node:crypto'
import { crc32 } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cleanPicture } from '../../../server/ingest/clean-picture.ts'
import { pictureSize } from '../../../server/ingest/picture.ts'
import { pictureKind } from '../../../shared/brief/picture-kind.ts'
import { startTestServer, type TestServer } from '../../support/server.ts'
import { tinyPng } from '../../support/tiny-png.ts'

const of = (...parts: (string | number[] | Buffer)[]) =>
  Buffer.concat(
    parts.map((part) =>
      Buffer.isBuffer(part)
        ? part
        : typeof part === 'string'
          ? Buffer.from(part, 'latin1')
          : Buffer.from(part),
    ),
  )
const SECRET = 'Ana, 59.91 N 10.75 E'

const withText = (png: Buffer): Buffer => {
  const named = of('tEXt', `Author\0${SECRET}`)
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(named.length - 4, 0)
  frame.writeUInt32BE(crc32(named), 4)
  return of(png.subarray(0, 33), frame.subarray(0, 4), named, frame.subarray(4), png.subarray(33))
}
/** A photograph, held upright (6), that says whose it is. */
const tiff = of(
  'II*\0',
  [8, 0, 0, 0, 2, 0],
  [0x12, 1, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0],
  [0x3b, 1, 2, 0, 20, 0, 0, 0, 40, 0, 0, 0],
  [0, 0, 0, 0],
  SECRET,
)
const exif = of('Exif\0\0', tiff)
const jpeg = of(
  [0xff, 0xd8],
  [0xff, 0xe1, 0, exif.length + 2],
  exif,
  [0xff, 0xe0, 0, 4, 1, 2],
  [0xff, 0xfe, 0, SECRET.length + 2],
  SECRET,
  [0xff, 0xc0, 0, 11, 8, 0, 30, 0, 40, 1, 0, 0, 0],
  [0xff, 0xda, 0, 2, 1, 2, 3],
  [0xff, 0xd9],
  `behind the end: ${SECRET}`,
)
const gif = of(
  'GIF89a',
  [40, 0, 30, 0, 0, 0, 0],
  [0x21, 0xfe, SECRET.length],
  SECRET,
  [0],
  [0x21, 0xff, 11],
  'NETSCAPE2.0',
  [3, 1, 0, 0, 0],
  [0x2c, 0, 0, 0, 0, 40, 0, 30, 0, 0, 2, 1, 7, 0],
  [0x3b],
)
const chunk = (name: string, body: Buffer) =>
  of(name, [body.length, 0, 0, 0], body, body.length % 2 ? [0] : [])
const inside = of(
  'WEBP',
  chunk('VP8X', of([0b1100, 0, 0, 0, 39, 0, 0, 29, 0, 0])),
  chunk('EXIF', of(SECRET)),
  chunk('VP8 ', of([1, 2])),
)
const webp = of('RIFF', [inside.length, 0, 0, 0], inside)

describe('A picture that is brought into a brief', () => {
  it.each([
    ['PNG', withText(tinyPng(40, 30)), 40, 30],
    ['JPEG', jpeg, 30, 40],
    ['GIF', gif, 40, 30],
    ['WebP', webp, 40, 30],
  ])('leaves behind what a camera or a program wrote into it: %s', (_, bytes, width, height) => {
    const clean = cleanPicture(bytes)
    expect(bytes.includes(SECRET)).toBe(true)
    expect(Buffer.from(clean.bytes).includes(SECRET)).toBe(false)
    expect(pictureKind(clean.bytes)).toBe(clean.mediaType)
    expect(pictureSize(clean.bytes)).toEqual(pictureSize(bytes))
    expect(clean).toMatchObject({ width, height })
    // What is clean stays as it is, so that the same picture is stored once.
    expect(Buffer.from(cleanPicture(clean.bytes).bytes).equals(Buffer.from(clean.bytes))).toBe(true)
  })

  it('is refused with one sentence when it is none, too large, cut off, or a program', () => {
    const refused = (bytes: Uint8Array) => () => cleanPicture(bytes)
    expect(refused(tinyPng(1, 1, [0, 0, 0, 0], { width: 8000, height: 5001 }))).toThrow(/40 million points/)
    expect(refused(new Uint8Array(20 * 1024 * 1024 + 1))).toThrow(/20 MB/)
    expect(refused(of('<svg onload="alert(1)">'))).toThrow(/SVG file is a program/)
    expect(refused(of('%PDF-1.7'))).toThrow(/no picture that a page can show/)
    for (const [name, whole] of Object.entries({
      png: tinyPng(40, 30),
      jpeg: jpeg.subarray(0, 120),
      gif,
      webp,
    }))
      for (const part of [0.3, 0.6, 0.9])
        expect(refused(whole.subarray(0, whole.length * part)), `${name} ${part}`).toThrow(
          /damaged|no picture/,
        )
  })
})

describe('The pictures of a brief', () => {
  let server: TestServer
  beforeAll(async () => {
    server = await startTestServer()
  })
  afterAll(() => server.close())

  it('are stored by their hash, for who may read it, and may be held by another brief', async () => {
    const [one, other] = [await server.newBrief(), await server.newBrief()]
    const { status, body } = await server.upload(`/api/briefs/${one.id}/pictures`, new Blob([jpeg]), 'x.jpg')
    const sha256 = createHash('sha256').update(cleanPicture(jpeg).bytes).digest('hex')
    expect([status, body]).toEqual([201, { sha256, mediaType: 'image/jpeg', width: 30, height: 40 }])
    const { headers } = await server.ask('GET', `/api/captures/${sha256}/bytes`)
    expect(headers.get('content-type')).toBe('image/jpeg')
    expect((await server.ask('PUT', `/api/briefs/${other.id}/pictures/${sha256}`)).status).toBe(204)
    expect((await server.ask('PUT', `/api/briefs/${other.id}/pictures/${'0'.repeat(64)}`)).status).toBe(404)
    const svg = await server.upload(`/api/briefs/${one.id}/pictures`, new Blob(['<svg/>']), 'x.svg')
    expect(svg.status).toBe(415)
  })
})
