/**
 * Makes a capture of bytes that a person brought in: its hash, its text with explicit blocks, and what it seems to
 * say of itself. Throws a Refusal for what is not text, empty, too large or of an unknown kind. Pure: no clock but
 * the one given, no network, nothing stored.
 */
import { createHash } from 'node:crypto'
import type { CaptureRef } from '../../shared/brief/source.ts'
import type { CslItem } from '../../shared/cite/csl.ts'
import { TEXT_LIMIT, type TextBlock } from '../../shared/wire/inputs.ts'
import { Refusal } from '../../shared/wire/refusal.ts'
import { decode } from './decode.ts'
import { htmlText } from './html-text.ts'
import { kindOf } from './kind.ts'
import { markdownText } from './markdown-text.ts'
import { plainText } from './plain-text.ts'
import type { Extracted } from './text-blocks.ts'

export type Brought = {
  bytes: Uint8Array
  filename?: string | null
  /** As the browser or program named it; a file's name and its first bytes count for more. */
  mediaType?: string | null
}

export type Ingested = {
  capture: {
    /** SHA-256 of the bytes. */
    hash: string
    mediaType: string
    encoding: string
    extractor: string
    text: string
    blocks: TextBlock[]
    bytes: Uint8Array
  }
  filename: string | null
  takenAt: string
  /** What the text says of itself: a guess, for a person to look at. */
  guess: Partial<CslItem>
}

const MEGABYTE = 1024 * 1024

const extractors: Record<ReturnType<typeof kindOf>, (text: string) => Extracted> = {
  'text/plain': plainText,
  'text/markdown': markdownText,
  'text/html': htmlText,
}

export const ingest = ({ bytes, filename = null, mediaType = null }: Brought, now = new Date()): Ingested => {
  if (bytes.length > TEXT_LIMIT)
    throw new Refusal(
      'too-large',
      `This is larger than ${TEXT_LIMIT / MEGABYTE} MB. Nothing was added; bring in the part that you need.`,
    )
  const kind = kindOf(bytes, filename, mediaType)
  const { text: decoded, encoding } = decode(bytes, kind)
  const { text, blocks, guess, extractor } = extractors[kind](decoded)
  if (!/[\p{L}\p{N}]/u.test(text)) throw new Refusal('empty-text')
  return {
    capture: {
      hash: createHash('sha256').update(bytes).digest('hex'),
      mediaType: kind,
      encoding,
      extractor,
      text,
      blocks,
      bytes,
    },
    filename: filename ? lastPart(filename) : null,
    takenAt: now.toISOString(),
    guess,
  }
}

/** How a brief names what was brought in. */
export const captureRefOf = ({ capture, filename, takenAt }: Ingested): CaptureRef => ({
  hash: capture.hash,
  mediaType: capture.mediaType,
  filename,
  takenAt,
  extractor: capture.extractor,
  length: capture.text.length,
})

/** Some programs send a whole path; folders of somebody's machine are nobody's business. */
const lastPart = (filename: string) => filename.split(/[\\/]/).at(-1)!.slice(0, 200) || null
