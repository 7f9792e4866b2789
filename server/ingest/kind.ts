/** Which kind of text bytes are: by how they begin, then by the file's name, then by the kind that came with them. */
import { Refusal } from '../../shared/wire/refusal.ts'

export type TextKind = 'text/plain' | 'text/markdown' | 'text/html'

const byExtension: Record<string, TextKind> = {
  txt: 'text/plain',
  text: 'text/plain',
  md: 'text/markdown',
  markdown: 'text/markdown',
  html: 'text/html',
  htm: 'text/html',
  xhtml: 'text/html',
}

const byMediaType: Record<string, TextKind> = {
  'text/plain': 'text/plain',
  'text/markdown': 'text/markdown',
  'text/x-markdown': 'text/markdown',
  'text/html': 'text/html',
  'application/xhtml+xml': 'text/html',
}

/** Kinds of files that people will try, by how they begin, so that the sentence can name them. */
const known: [name: string, begins: string][] = [
  ['a PDF', '%PDF-'],
  ['a Word, Excel, EPUB or zip file', 'PK\u0003\u0004'],
  ['an old Word or Excel file', '\u00d0\u00cf\u0011\u00e0'],
  ['an RTF file', '{\\rtf'],
]

/** Throws Refusal `unknown-kind`. */
export const kindOf = (bytes: Uint8Array, filename: string | null, mediaType: string | null): TextKind => {
  const start = Buffer.from(bytes.subarray(0, 1024)).toString('latin1')
  const binary = known.find(([, begins]) => start.startsWith(begins))
  if (binary) refuse(`This is ${binary[0]}`)
  // A page stays a page when it is pasted or called .txt: the same bytes then always give the same text.
  if (
    /^(?:\u00ef\u00bb\u00bf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^]*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b/i.test(
      start,
    )
  )
    return 'text/html'
  const extension = /\.([a-z0-9]{1,8})$/i.exec(filename ?? '')?.[1]?.toLowerCase()
  if (extension) return byExtension[extension] ?? refuse(`A file that ends in .${extension}`)
  const type = mediaType?.split(';')[0]?.trim().toLowerCase()
  if (!type || type === 'application/octet-stream') return 'text/plain'
  return byMediaType[type] ?? refuse('This kind of file')
}

const refuse = (what: string): never => {
  throw new Refusal(
    'unknown-kind',
    `${what} cannot be read yet. Nothing was added; save it as .txt, .md or .html, or paste the text.`,
  )
}
