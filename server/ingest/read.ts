/**
 * Reads bytes into a capture's text with explicit blocks, and what they seem to say of themselves. Throws a Refusal
 * for what is no text, empty, too large or of an unknown kind. Pure: no clock, no network, nothing stored. What comes
 * from outside is read in a process of its own (reading-room.ts), because any of these parsers may never end.
 */
import type { CslItem } from '../../shared/cite/csl.ts'
import { type PageStart, TEXT_LIMIT, type TextBlock } from '../../shared/wire/inputs.ts'
import { Refusal } from '../../shared/wire/refusal.ts'
import { decode } from './decode.ts'
import { htmlText } from './html-text.ts'
import { DOCX, kindOf, MHTML, PDF, type SourceKind } from './kind.ts'
import { languageOf } from './language.ts'
import { markdownText } from './markdown-text.ts'
import { pictureWithoutText } from './picture.ts'
import type { PageRange } from './page-range.ts'
import type { Mark } from './pdf-marks.ts'
import { plainText } from '../../shared/capture/plain-text.ts'
import type { Extracted } from '../../shared/capture/text-blocks.ts'

export type ToRead = {
  bytes: Uint8Array
  filename: string | null
  /** As the browser or program named it; a file's name and its first bytes count for more. */
  mediaType: string | null
  /** Of a PDF; null: all of them. */
  range: PageRange | null
  /** Also what its readers marked in a PDF. */
  marks?: boolean | undefined
}

export type Reading = {
  mediaType: string
  /** A name of the WHATWG Encoding Standard; "binary" for what is no text file. */
  encoding: string
  extractor: string
  text: string
  blocks: TextBlock[]
  pages: PageStart[]
  /** What the text says of itself: a guess, for a person to look at. */
  guess: Partial<CslItem>
  /** In the order of the text; only where they were asked for. */
  marks?: Mark[]
}

/** Told now and then: `done` of `of` pages. */
export type Told = (done: number, of: number) => void

type Decoded = Extracted & { encoding: string; marks?: Mark[] }
type Reader = (given: ToRead, told: Told) => Decoded | Promise<Decoded>

const MEGABYTE = 1024 * 1024

/** A page of notes has some twenty; what has more is no text that anybody reads, and each is kept with its place. */
const BLOCKS = 100_000

const textReader =
  (kind: 'text/plain' | 'text/markdown' | 'text/html', read: (text: string) => Extracted): Reader =>
  ({ bytes }) => {
    const { text, encoding } = decode(bytes, kind)
    return { ...read(text), encoding }
  }

const binary = async (read: () => Promise<Omit<Decoded, 'encoding'>>): Promise<Decoded> => ({
  ...(await read()),
  encoding: 'binary',
})

const pictureReader =
  (): Reader =>
  async ({ bytes }) =>
    binary(async () => pictureWithoutText(bytes))

/** The parsers of binary files are large: each is loaded when it is needed. */
const readers: Record<SourceKind, () => Reader | Promise<Reader>> = {
  'text/plain': () => textReader('text/plain', plainText),
  'text/markdown': () => textReader('text/markdown', markdownText),
  'text/html': () => textReader('text/html', htmlText),
  [MHTML]: async () => {
    const { mhtmlText } = await import('./mhtml-text.ts')
    return ({ bytes }) => mhtmlText(bytes)
  },
  [DOCX]: async () => {
    const { docxText } = await import('./docx-text.ts')
    return ({ bytes }) => binary(() => docxText(bytes))
  },
  'image/png': pictureReader,
  'image/jpeg': pictureReader,
  'image/gif': pictureReader,
  'image/webp': pictureReader,
  [PDF]: async () => {
    const { pdfText } = await import('./pdf-text.ts')
    return ({ bytes, range, marks = false }, told) => binary(() => pdfText(bytes, { range, marks }, told))
  },
}

/** `begins` is called when the parser is loaded, and what comes now is the file's own doing. */
export const read = async (
  given: ToRead,
  told: Told = () => {},
  begins: () => void = () => {},
): Promise<Reading> => {
  const kind = kindOf(given.bytes, given.filename, given.mediaType)
  if ((kind === 'text/plain' || kind === 'text/markdown') && given.bytes.length > TEXT_LIMIT) tooLarge('This')
  const reader = await readers[kind]()
  begins()
  const { text, blocks, guess, extractor, encoding, pages = [], marks } = await reader(given, told)
  // A scan or a picture has no text: it is a source all the same, and what it shows can be attested.
  if (!/[\p{L}\p{N}]/u.test(text) && pages.length === 0 && !kind.startsWith('image/'))
    throw new Refusal('empty-text')
  if (text.length > TEXT_LIMIT) tooLarge('The text in it')
  if (blocks.length > BLOCKS)
    throw new Refusal(
      'too-large',
      `This has more than ${BLOCKS.toLocaleString('en')} paragraphs. Nothing was added; bring in the part that you need.`,
    )
  const language = guess.language ?? languageOf(text)
  return {
    mediaType: kind,
    encoding,
    extractor,
    text,
    blocks,
    pages,
    guess: { ...guess, ...(language && { language }) },
    ...(marks && { marks }),
  }
}

const tooLarge = (what: string): never => {
  throw new Refusal(
    'too-large',
    `${what} is larger than ${TEXT_LIMIT / MEGABYTE} MB. Nothing was added; bring in the part that you need.`,
  )
}
