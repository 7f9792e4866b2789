/** What of a file is known to be no picture of a brief before it is read as one: the same on the server and on a device without one. */
import { type PictureKind, pictureKind } from '../brief/picture-kind.ts'
import { Refusal } from '../wire/refusal.ts'

/** Bytes: a page of a brief, and each of its exports, carries them. */
export const PICTURE_LIMIT = 20 * 1024 * 1024

const SVG = 'Nothing was added; an SVG file is a program, not a picture. Save it as PNG and try again.'
const NO_PICTURE =
  'Nothing was added; this is no picture that a page can show. Save it as PNG, JPEG, GIF or WebP and try again.'

export const pictureTooLarge = (): Refusal =>
  new Refusal(
    'too-large',
    'Nothing was added; the picture is larger than 20 MB or 40 million points. Make it smaller and try again.',
  )

/** Throws Refusal for what is none, or is too large. */
export const pictureEdge = (bytes: Uint8Array): PictureKind => {
  if (bytes.length > PICTURE_LIMIT) throw pictureTooLarge()
  const kind = pictureKind(bytes)
  if (kind) return kind
  const isSvg = /<svg[\s>]/i.test(new TextDecoder('latin1').decode(bytes.subarray(0, 4096)))
  throw new Refusal('unknown-kind', isSvg ? SVG : NO_PICTURE)
}
