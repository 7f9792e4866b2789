/** Which kind of file bytes are: by how they begin, then by the file's name, then by the kind that came with them. */
import { type PictureKind, pictureKind } from '../../shared/brief/picture-kind.ts'
import { PAGE_START } from '../../shared/capture/page-start.ts'
import { Refusal } from '../../shared/wire/refusal.ts'

export type TextKind = 'text/plain' | 'text/markdown' | 'text/html'

export const PDF = 'application/pdf'
export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
/** A page with its parts in one file, as browsers save it (RFC 2557). */
export const MHTML = 'multipart/related'

export type SourceKind = TextKind | typeof PDF | typeof DOCX | typeof MHTML | PictureKind

const byExtension: Record<string, SourceKind> = {
  txt: 'text/plain',
  text: 'text/plain',
  md: 'text/markdown',
  markdown: 'text/markdown',
  html: 'text/html',
  htm: 'text/html',
  xhtml: 'text/html',
  mhtml: MHTML,
  mht: MHTML,
}

const byMediaType: Record<string, SourceKind> = {
  'text/plain': 'text/plain',
  'text/markdown': 'text/markdown',
  'text/x-markdown': 'text/markdown',
  'text/html': 'text/html',
  'application/xhtml+xml': 'text/html',
  'multipart/related': MHTML,
  'message/rfc822': MHTML,
  'application/x-mimearchive': MHTML,
}

/** Kinds of files that people will try, by how they begin, so that the sentence can name them. */
const known: [name: string, begins: string][] = [
  ['An old Word or Excel file', '\u00d0\u00cf\u0011\u00e0'],
  ['An RTF file', '{\\rtf'],
  ['A PostScript file', '%!PS'],
]

/** Other zip files than Word's, by the name of a part that they have. */
const zipped: [name: string, part: RegExp][] = [
  ['An Excel file', /xl\/(?:workbook|worksheets)/],
  ['A PowerPoint file', /ppt\/(?:presentation|slides)/],
  ['An EPUB book', /application\/epub\+zip/],
  ['An OpenDocument file', /application\/vnd\.oasis\.opendocument/],
]

/** Browsers write these headers before anything else. */
const MHTML_START = /^(?:[\w-]+:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*)*?content-type:\s*multipart\/related/i

/** Throws Refusal `unknown-kind`. */
export const kindOf = (bytes: Uint8Array, filename: string | null, mediaType: string | null): SourceKind => {
  const start = Buffer.from(bytes.subarray(0, 4096)).toString('latin1')
  const extension = /\.([a-z0-9]{1,8})$/i.exec(filename ?? '')?.[1]?.toLowerCase()
  // Readers of PDF take up to a kilobyte of anything before it (ISO 32000-1, note to 7.5.2).
  if (/^[^]{0,1019}%PDF-\d/.test(start) && (start.startsWith('%PDF-') || extension === 'pdf')) return PDF
  if (start.startsWith('PK\u0003\u0004')) return zipKind(bytes)
  const picture = pictureKind(bytes)
  if (picture) return picture
  const other = known.find(([, begins]) => start.startsWith(begins))
  if (other) refuse(other[0])
  if (MHTML_START.test(start)) return MHTML
  // A page stays a page when it is pasted or called .txt: the same bytes then always give the same text.
  if (PAGE_START.test(start)) return 'text/html'
  if (extension === 'pdf' || extension === 'docx' || PICTURE_NAME.test(extension ?? ''))
    throw new Refusal('unreadable')
  if (extension) return byExtension[extension] ?? refuse(`A file that ends in .${extension}`)
  const type = mediaType?.split(';')[0]?.trim().toLowerCase()
  if (!type || type === 'application/octet-stream') return 'text/plain'
  return byMediaType[type] ?? refuse('This kind of file')
}

/** The parts' names stand at the beginning, each before its part, and once more at the end. */
const zipKind = (bytes: Uint8Array): SourceKind => {
  const ends = [bytes.subarray(0, 64 * 1024), bytes.subarray(-64 * 1024)]
  const names = ends.map((part) => Buffer.from(part).toString('latin1')).join('')
  if (names.includes('word/document')) return DOCX
  const kind = zipped.find(([, part]) => part.test(names))
  return refuse(kind?.[0] ?? 'A zip file')
}

/** What is called so and does not begin so is damaged, or something else under a picture's name. */
const PICTURE_NAME = /^(?:png|jpe?g|gif|webp)$/

const refuse = (what: string): never => {
  throw new Refusal(
    'unknown-kind',
    `${what} cannot be read. Nothing was added; save it as .pdf, .docx, .html, .txt or .png, or paste the text.`,
  )
}
