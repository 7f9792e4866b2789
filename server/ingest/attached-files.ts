/**
 * The files that an entry of BibTeX, RIS or CSL-JSON names, as Zotero, Better BibTeX, JabRef and Mendeley write them; and the
 * highlights that some lists carry.
 */
import { z } from 'zod'
import type { BibliographyFormat } from '../../shared/cite/bibliography-format.ts'
import type { Highlight, ListedFile } from './collection-entry.ts'
import { colourName } from './mark-colour.ts'
import { readNote } from './note-highlights.ts'

export type Attached = { files: ListedFile[]; highlights: Highlight[]; note: string }

/** `entry`: its text as it stands in the list. */
export const attachedFiles = (entry: string, format: BibliographyFormat): Attached => READ[format](entry)

const plain = (path: string, title = '', mediaType: string | null = null): ListedFile => ({
  path,
  title,
  mediaType,
  at: null,
})

/** `file = {Full Text:files/12/a.pdf:application/pdf;…}`, or the path alone. */
const ofBibtex = (entry: string): Attached => ({
  files: splitAt(fieldOf(entry, 'file'), ';').flatMap((each) => {
    const parts = splitAt(each, ':')
    const [title = '', ...rest] = parts
    const whole = (some: string[]) => unescaped(some.join(':')).trim()
    if (parts.length === 1) return title.trim() ? [plain(whole([title]))] : []
    const mediaType = whole(rest.splice(-1))
    // Without a title: ":files/12/a.pdf:PDF". With two parts, the second is the path.
    return rest.length > 0
      ? [plain(whole(rest), whole([title]), mediaType.includes('/') ? mediaType : null)]
      : [plain(mediaType, whole([title]))]
  }),
  highlights: [],
  note: '',
})

/** The value of a field, without the braces or quotation marks around it and without TeX's own signs. */
const fieldOf = (entry: string, name: string): string => {
  const begin = new RegExp(`[,{\\s]${name}\\s*=\\s*([{"])`, 'i').exec(entry)
  if (!begin) return ''
  const from = begin.index + begin[0].length
  let depth = 0
  let at = from
  for (; at < entry.length; at++) {
    const letter = entry[at]
    if (letter === '\\') at++
    else if (letter === '{') depth++
    else if (depth === 0 && letter === (begin[1] === '{' ? '}' : '"')) break
    else if (letter === '}') depth--
  }
  return entry
    .slice(from, at)
    .replace(/\{\\textbackslash\}|\\textbackslash(?:\{\})?/g, '\\\\')
    .replace(/\{?\\([_&$#%~^])(?:\{\})?\}?/g, '$1')
    .replace(/(?<!\\)[{}]/g, '')
}

/** A sign behind a backslash is meant itself. */
const splitAt = (value: string, sign: string): string[] => {
  const parts = ['']
  for (let at = 0; at < value.length; at++) {
    if (value[at] === '\\' && at + 1 < value.length) parts.push(parts.pop()! + value.slice(at, ++at + 1))
    else if (value[at] === sign) parts.push('')
    else parts.push(parts.pop()! + value[at]!)
  }
  return parts
}

const unescaped = (value: string) => value.replace(/\\([\\:;{}])/g, '$1')

/** L1 is the full text, L2 and L4 are others; N1 is a note, in HTML where Zotero wrote it. */
const ofRis = (entry: string): Attached => {
  const lines = [...entry.matchAll(/^(L[124]|N1) {1,2}- ?(.*)$/gm)]
  const notes = lines
    .filter(([, tag, value]) => tag === 'N1' && /<(?:p|div|span)\b/i.test(value!))
    .map(([, , value]) => readNote(value!))
  return {
    files: lines.flatMap(([, tag, value]) =>
      tag === 'N1' || /^https?:/i.test(value!) || value!.trim() === ''
        ? []
        : [plain(value!.replace(/^(?:file:\/\/|internal-pdf:\/\/)/i, '').trim())],
    ),
    highlights: notes.flatMap(({ highlights }) => highlights),
    note: notes
      .map(({ text }) => text)
      .filter(Boolean)
      .join('\n\n'),
  }
}

const text = z.string().catch('').default('')
const listed = z.object({
  file: text,
  attachments: z
    .array(
      z.object({
        path: z.string().optional().catch(undefined),
        title: text,
        mimeType: z.string().nullable().catch(null).default(null),
        annotations: z
          .array(
            z.object({
              annotationText: text,
              annotationComment: text,
              annotationColor: z.string().nullable().catch(null).default(null),
            }),
          )
          .catch([])
          .default([]),
      }),
    )
    .catch([])
    .default([]),
})

const ofCsl = (entry: string): Attached => {
  const { file, attachments } = listed.parse(objectOf(entry))
  return {
    files: [
      ...(file ? ofBibtex(`@x{file={${file}}}`).files : []),
      ...attachments.flatMap(({ path, title, mimeType }) => (path ? [plain(path, title, mimeType)] : [])),
    ],
    highlights: attachments
      .flatMap(({ annotations }) => annotations)
      .filter(({ annotationText }) => annotationText.trim() !== '')
      .map(({ annotationText, annotationComment, annotationColor }) => {
        const colour = colourName(annotationColor)
        return { words: annotationText, comment: annotationComment, tags: colour ? [colour] : [] }
      }),
    note: '',
  }
}

/** Behind an object of a list may stand a comma or the list's end. */
const objectOf = (entry: string): unknown => {
  for (let end = entry.lastIndexOf('}'); end >= 0; end = entry.lastIndexOf('}', end - 1)) {
    try {
      return JSON.parse(entry.slice(0, end + 1))
    } catch {
      // Of the last object, a brace or two belong to what stands around the list.
      if (entry.length - end > 200) break
    }
  }
  return {}
}

const READ: Record<BibliographyFormat, (entry: string) => Attached> = {
  bibtex: ofBibtex,
  ris: ofRis,
  csl: ofCsl,
}
