import { describe, expect, it } from 'vitest'
import { kindOf } from '../../../server/ingest/kind.ts'
import { read } from '../../../server/ingest/read.ts'
import { Refusal } from '../../../shared/wire/refusal.ts'
import { tinyPng } from '../../support/tiny-png.ts'

const reading = (bytes: Uint8Array, filename: string | null = null) =>
  read({ bytes, filename, mediaType: null, range: null })
const refusal = (bytes: Uint8Array, filename: string | null = null) =>
  reading(bytes, filename).then(
    () => null,
    (error: unknown) => (error instanceof Refusal ? error.code : error),
  )
const of = (...parts: (string | number[])[]) =>
  Buffer.concat(
    parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))),
  )

const gif = of('GIF89a', [40, 0, 30, 0], [0, 0, 0])
const jpeg = of(
  [0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2],
  [0xff, 0xc0, 0, 11, 8, 0, 30, 0, 40, 1, 0, 0, 0],
  [0xff, 0xd9],
)
const lossless = of('RIFF', [20, 0, 0, 0], 'WEBPVP8L', [5, 0, 0, 0, 0x2f, 39, 0x40, 7, 0])
const extended = of('RIFF', [30, 0, 0, 0], 'WEBPVP8X', [10, 0, 0, 0, 0, 0, 0, 0, 39, 0, 0, 29, 0, 0])

describe('A picture', () => {
  it.each([
    ['PNG', tinyPng(40, 30), 'image/png'],
    ['GIF', gif, 'image/gif'],
    ['JPEG', jpeg, 'image/jpeg'],
    ['lossless WebP', lossless, 'image/webp'],
    ['extended WebP', extended, 'image/webp'],
  ])('is a source without text, known by how it begins: %s', async (_, bytes, mediaType) => {
    expect(await reading(bytes, 'chart.txt')).toMatchObject({
      mediaType,
      text: '',
      guess: { type: 'graphic' },
    })
  })

  it('is refused when it is damaged, cut, or claims to be larger than a browser has room for', async () => {
    expect(await refusal(jpeg.subarray(0, 12))).toBe('unreadable')
    expect(await refusal(gif.subarray(0, 7))).toBe('unreadable')
    expect(await refusal(of([0xff, 0xd8, 0xff, 0xe0, 0, 0, 0, 0, 0, 0]))).toBe('unreadable')
    expect(await refusal(tinyPng(4, 4, undefined, { width: 0, height: 4 }))).toBe('unreadable')
    expect(await refusal(tinyPng(4, 4, undefined, { width: 100_000, height: 100_000 }))).toBe('too-large')
    expect(await refusal(of('no picture'), 'chart.png')).toBe('unreadable')
    expect(await refusal(Buffer.concat([tinyPng(4, 4), Buffer.alloc(26 * 1024 * 1024)]))).toBe('too-large')
  })

  it('is never SVG, which can hold a program', () => {
    const svg = of('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"></svg>')
    expect(() => kindOf(svg, 'chart.svg', 'image/svg+xml')).toThrow(/cannot be read/)
    expect(() => kindOf(svg, null, 'image/svg+xml')).toThrow(/cannot be read/)
    expect(() => kindOf(svg, 'chart.png', 'image/png')).toThrow(/damaged/)
  })
})
