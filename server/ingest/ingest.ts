/**
 * Makes a capture of what a person brought in: its hash, its text with explicit blocks, and what it seems to say of
 * itself. Nothing is stored. Throws a Refusal for what cannot be read, and the signal's reason when it is aborted.
 */
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { CaptureRef } from '../../shared/brief/source.ts'
import type { CslItem } from '../../shared/cite/csl.ts'
import { type PageStart, type TextBlock, UPLOAD_LIMIT } from '../../shared/wire/inputs.ts'
import { Refusal } from '../../shared/wire/refusal.ts'
import type { Collection } from './collection.ts'
import type { PageRange } from './page-range.ts'
import type { Mark } from './pdf-marks.ts'
import { withRange } from './ranged-bytes.ts'
import { read, type Reading, type Told } from './read.ts'
import type { HouseTemplate } from './house-template.ts'
import type { ReadWord } from './word-document.ts'

/** A file that arrived and lies on disk; whoever wrote it takes it away. */
export type Arrived = {
  path: string
  size: number
  /** SHA-256 of its bytes. */
  hash: string
}

export type Brought = {
  filename?: string | null
  /** As the browser or program named it; a file's name and its first bytes count for more. */
  mediaType?: string | null
  /** Of a PDF. */
  range?: PageRange | null
  /** Also what its readers marked in a PDF. */
  marks?: boolean
} & ({ bytes: Uint8Array } | { file: Arrived })

export type Ingested = {
  capture: {
    /** SHA-256 of the bytes. */
    hash: string
    mediaType: string
    encoding: string
    extractor: string
    text: string
    blocks: TextBlock[]
    pages: PageStart[]
    bytes: Uint8Array | Arrived
  }
  filename: string | null
  takenAt: string
  /** What the text says of itself: a guess, for a person to look at. */
  guess: Partial<CslItem>
  /** A scan: pages without words in them. What it shows can be attested, not checked. */
  textless: boolean
  /** Where they were asked for. */
  marks: Mark[]
}

/** Who looks on: may stop it, and hears how far it is. */
export type Watch = {
  signal?: AbortSignal | undefined
  told?: Told | undefined
  waiting?: (() => void) | undefined
}

type Asked = {
  content: Uint8Array | Arrived
  filename: string | null
  mediaType: string | null
  range: PageRange | null
  marks?: boolean | undefined
}

/** Where files are read: reading-room.ts for what comes from outside, `here` for what we bring ourselves. */
export type Readers = { read(asked: Asked, watch: Watch): Promise<Reading> }
/** Where a Word file is read as what it says, with its marks, changes and remarks. */
export type WordReaders = { readWord(content: Uint8Array | Arrived, watch: Watch): Promise<ReadWord> }
/** Where a Word file is read for its looks alone. */
export type HouseReaders = { readHouse(content: Uint8Array | Arrived, watch: Watch): Promise<HouseTemplate> }
/** Where an archive is opened: its files come to lie in the folder `into`. */
export type Unpackers = {
  unpack(archive: Uint8Array | Arrived, into: string, watch: Watch): Promise<Collection>
}

/** In this process, which nothing can stop: for the example's own files, and for tests of parsers. */
export const here: Readers = {
  read: async ({ content, ...asked }, { told }) =>
    read({ ...asked, bytes: content instanceof Uint8Array ? content : await readFile(content.path) }, told),
}

const MEGABYTE = 1024 * 1024

export const ingest = async (
  brought: Brought,
  readers: Readers,
  watch: Watch = {},
  now = new Date(),
): Promise<Ingested> => {
  const { filename = null, mediaType = null, range = null, marks: wanted } = brought
  const content = 'file' in brought ? brought.file : brought.bytes
  if (('file' in brought ? brought.file.size : brought.bytes.length) > UPLOAD_LIMIT)
    throw new Refusal(
      'too-large',
      `This is larger than ${UPLOAD_LIMIT / MEGABYTE} MB. Nothing was added; bring in the part that you need.`,
    )
  const {
    guess,
    marks = [],
    ...reading
  } = await readers.read({ content, filename, mediaType, range, marks: wanted }, watch)
  watch.signal?.throwIfAborted()
  const ranged = range !== null && reading.pages.length > 0
  const bytes = ranged ? await withRange(content, range) : content
  const hash = bytes instanceof Uint8Array ? createHash('sha256').update(bytes).digest('hex') : bytes.hash
  return {
    capture: { hash, ...reading, bytes },
    filename: filename ? lastPart(filename) : null,
    takenAt: now.toISOString(),
    guess,
    textless: reading.text === '',
    marks,
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
