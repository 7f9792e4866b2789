/**
 * A picture as it may go into a brief: without what a camera wrote into it (where, when, whose), which nobody sees and
 * everybody would pass on. What draws it, bytes of colour and light, stays as it is; so does the way a photograph was held.
 */
import { Refusal } from '../../shared/wire/refusal.ts'
import type { PictureKind } from '../../shared/brief/picture-kind.ts'
import { pictureEdge, pictureTooLarge } from '../../shared/capture/picture-edge.ts'
import { EXIF, orientationOf } from './jpeg-orientation.ts'
import { pictureSize } from './picture.ts'

export type CleanPicture = { bytes: Uint8Array; mediaType: PictureKind; width: number; height: number }

/** Points: what a browser still draws on a telephone. */
export const POINTS_LIMIT = 40_000_000

/** Throws Refusal for what is none, is damaged, or is too large. */
export const cleanPicture = (bytes: Uint8Array): CleanPicture => {
  const kind = pictureEdge(bytes)
  const size = pictureSize(bytes)
  if (!size || size.width === 0 || size.height === 0) throw damaged()
  if (size.width * size.height > POINTS_LIMIT) throw pictureTooLarge()
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let pieces: Buffer[]
  try {
    pieces = CLEANERS[kind](view)
  } catch {
    // It ends before its parts do.
    throw damaged()
  }
  const turned = kind === 'image/jpeg' && orientationOf(view) >= 5
  const { width, height } = turned ? { width: size.height, height: size.width } : size
  return { bytes: Buffer.concat(pieces), mediaType: kind, width, height }
}

const damaged = () =>
  new Refusal(
    'unreadable',
    'Nothing was added; the picture is damaged. Open it in its own program, save it again, and try again.',
  )

/** PNG, 3rd edition: what draws the picture, and its colours. Text, time and EXIF are other chunks. */
const PNG_KEPT = new Set(
  'IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB cICP bKGD pHYs acTL fcTL fdAT'.split(' '),
)

const png = (view: Buffer): Buffer[] => {
  const kept = [view.subarray(0, 8)]
  for (let at = 8; at < view.length;) {
    const end = at + 12 + view.readUInt32BE(at)
    const name = view.toString('latin1', at + 4, at + 8)
    if (end > view.length) throw new Error('A chunk is cut off.')
    if (PNG_KEPT.has(name)) kept.push(view.subarray(at, end))
    if (name === 'IEND') return kept
    at = end
  }
  throw new Error('There is no end.')
}

/** ITU T.81: JFIF, colour profiles and Adobe's colour sign stay; EXIF, XMP, IPTC and comments go. */
const isKeptSegment = (marker: number, body: Buffer): boolean => {
  if (marker === 0xe0 || marker === 0xee) return true
  if (marker === 0xe2) return body.toString('latin1', 0, 11) === 'ICC_PROFILE'
  return !((marker >= 0xe1 && marker <= 0xef) || marker === 0xfe)
}

const jpeg = (view: Buffer): Buffer[] => {
  const kept = [view.subarray(0, 2)]
  const orientation = orientationOf(view)
  if (orientation > 1) kept.push(orientationSegment(orientation))
  for (let at = 2; ;) {
    if (view[at] !== 0xff) throw new Error('No segment begins here.')
    const marker = view[at + 1]!
    if (marker === 0xff) {
      at++
      continue
    }
    const end = at + 2 + view.readUInt16BE(at + 2)
    if (end > view.length) throw new Error('A segment is cut off.')
    if (isKeptSegment(marker, view.subarray(at + 4, end))) kept.push(view.subarray(at, end))
    // The lines of the picture follow, to the end: what stands behind the end is no picture.
    if (marker === 0xda) {
      const close = view.lastIndexOf(Buffer.from([0xff, 0xd9]))
      if (close < end) throw new Error('There is no end.')
      kept.push(view.subarray(end, close + 2))
      return kept
    }
    at = end
  }
}

const orientationSegment = (orientation: number): Buffer => {
  const tiff = Buffer.alloc(26)
  tiff.write('MM\0*', 'latin1')
  tiff.writeUInt32BE(8, 4)
  tiff.writeUInt16BE(1, 8)
  tiff.writeUInt16BE(0x0112, 10)
  tiff.writeUInt16BE(3, 12)
  tiff.writeUInt32BE(1, 14)
  tiff.writeUInt16BE(orientation, 18)
  const body = Buffer.concat([Buffer.from(EXIF, 'latin1'), tiff])
  const head = Buffer.from([0xff, 0xe1, 0, 0])
  head.writeUInt16BE(body.length + 2, 2)
  return Buffer.concat([head, body])
}

/** GIF89a, 23 to 26: comments go, and of the applications' notes all but how often it repeats. */
const gif = (view: Buffer): Buffer[] => {
  const tableAfter = (flags: number) => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0)
  const endOfBlocks = (from: number) => {
    let at = from
    for (; view[at] !== 0; at += view[at]! + 1) if (at >= view.length) throw new Error('A block is cut off.')
    return at + 1
  }
  let at = 13 + tableAfter(view[10]!)
  const kept = [view.subarray(0, at)]
  for (;;) {
    const from = at
    const sign = view[at]
    if (sign === 0x3b) return [...kept, view.subarray(at, at + 1)]
    if (sign === 0x2c) at = endOfBlocks(at + 10 + tableAfter(view[at + 9]!) + 1)
    else if (sign === 0x21) at = endOfBlocks(at + 2)
    else throw new Error('No block begins here.')
    if (at > view.length) throw new Error('A block is cut off.')
    const repeats = view.toString('latin1', from + 3, from + 14) === 'NETSCAPE2.0'
    if (sign === 0x2c || view[from + 1] === 0xf9 || view[from + 1] === 0x01 || repeats)
      kept.push(view.subarray(from, at))
  }
}

/** RFC 9649: EXIF and XMP go, with their flags. */
const webp = (view: Buffer): Buffer[] => {
  const kept: Buffer[] = []
  const end = Math.min(view.length, 8 + view.readUInt32LE(4))
  for (let at = 12; at < end;) {
    const length = view.readUInt32LE(at + 4)
    const next = at + 8 + length + (length % 2)
    if (at + 8 + length > view.length) throw new Error('A chunk is cut off.')
    const name = view.toString('latin1', at, at + 4)
    const chunk = Buffer.from(view.subarray(at, Math.min(next, view.length)))
    if (name === 'VP8X') chunk[8]! &= ~0b1100
    if (name !== 'EXIF' && name !== 'XMP ') kept.push(chunk)
    at = next
  }
  const head = Buffer.from(view.subarray(0, 12))
  head.writeUInt32LE(4 + kept.reduce((sum, { length }) => sum + length, 0), 4)
  return [head, ...kept]
}

const CLEANERS: Record<PictureKind, (view: Buffer) => Buffer[]> = {
  'image/png': png,
  'image/jpeg': jpeg,
  'image/gif': gif,
  'image/webp': webp,
}
