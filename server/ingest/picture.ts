/**
 * Pictures (PNG, JPEG, GIF, WebP). Only their header is read, here and nowhere else on the server; they are drawn in the
 * browser of who looks at them.
 */
import { pictureKind } from '../../shared/brief/picture-kind.ts'
import type { Extracted } from '../../shared/capture/text-blocks.ts'
import { Refusal } from '../../shared/wire/refusal.ts'

/** Bytes. A photograph of a page has five million. */
const SIZE = 25 * 1024 * 1024
/** A few kilobytes can claim to be a picture that no browser has room for. */
const PIXELS = 100_000_000

const beginsWith = (bytes: Uint8Array, text: string, at = 0) =>
  Buffer.from(bytes.subarray(at, at + text.length)).toString('latin1') === text

/** A picture as a capture without text. Throws Refusal for what is damaged or too large. */
export const pictureWithoutText = (bytes: Uint8Array): Extracted => {
  if (bytes.length > SIZE) throw tooLarge()
  const size = pictureSize(bytes)
  if (!size || size.width === 0 || size.height === 0) throw new Refusal('unreadable')
  if (size.width * size.height > PIXELS) throw tooLarge()
  return { text: '', blocks: [], guess: { type: 'graphic' }, extractor: 'picture 1' }
}

const tooLarge = () =>
  new Refusal(
    'too-large',
    'This picture is larger than 25 MB or 100 million points. Nothing was added; make it smaller and try again.',
  )

type Size = { width: number; height: number }

/** What its header says; null where it ends before that. */
export const pictureSize = (bytes: Uint8Array): Size | null => {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    switch (pictureKind(bytes)) {
      case 'image/png':
        return beginsWith(bytes, 'IHDR', 12)
          ? { width: view.readUInt32BE(16), height: view.readUInt32BE(20) }
          : null
      case 'image/gif':
        return { width: view.readUInt16LE(6), height: view.readUInt16LE(8) }
      case 'image/jpeg':
        return jpegSize(view)
      case 'image/webp':
        return webpSize(view)
      default:
        return null
    }
  } catch {
    // It ends before its header does.
    return null
  }
}

/** The frame header (ITU T.81, B.2.2) behind any number of other segments. */
const jpegSize = (view: Buffer): Size | null => {
  for (let at = 2; view[at] === 0xff;) {
    const marker = view[at + 1]!
    if (marker === 0xff) {
      at++
      continue
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isFrame) return { height: view.readUInt16BE(at + 5), width: view.readUInt16BE(at + 7) }
    const length = view.readUInt16BE(at + 2)
    if (length < 2) return null
    at += 2 + length
  }
  return null
}

/** RFC 9649: lossy, lossless or extended. */
const webpSize = (view: Buffer): Size | null => {
  if (beginsWith(view, 'VP8X', 12))
    return { width: view.readUIntLE(24, 3) + 1, height: view.readUIntLE(27, 3) + 1 }
  if (beginsWith(view, 'VP8L', 12)) {
    const bits = view.readUInt32LE(21)
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
  }
  if (beginsWith(view, 'VP8 ', 12))
    return { width: view.readUInt16LE(26) & 0x3fff, height: view.readUInt16LE(28) & 0x3fff }
  return null
}
