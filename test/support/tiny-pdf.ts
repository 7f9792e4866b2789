/** Writes small PDFs by hand (ISO 32000-1, 7.5): for what no program would write, and for pages one can read here. */
import { deflateSync } from 'node:zlib'

/** Words at a place, in 1/72 inch from the lower left corner of an A4 page. */
export type Words = { text: string; x?: number; y: number; size?: number }

/** A mark of a reader (ISO 32000-1, 12.5.6): `over` are boxes [left, bottom, right, top], one a line. */
export type PdfMark = {
  /** From 0. */
  page: number
  kind?: 'Highlight' | 'Underline' | 'Text'
  over: [number, number, number, number][]
  comment?: string
  /** From 0 to 1 each. */
  colour?: [number, number, number]
}

export type PdfOptions = {
  marks?: PdfMark[]
  info?: Record<string, string>
  /** Of the catalogue, as PDF writes it: `/Lang (en)`. */
  catalogue?: string
  /** Of the trailer: `/Encrypt …`. */
  trailer?: string
  /** Number of pages that the page tree claims to have. */
  claims?: number
}

export const tinyPdf = (pages: (Words[] | Buffer)[], options: PdfOptions = {}): Buffer => {
  const objects: (string | Buffer)[] = []
  const add = (body: string | Buffer) => objects.push(body)
  const { marks = [] } = options
  const firstMark = 4 + 2 * pages.length
  const marksOf = (page: number) =>
    marks.flatMap((mark, i) => (mark.page === page ? [`${firstMark + i} 0 R`] : [])).join(' ')
  const kids = pages.map((_, i) => `${4 + 2 * i} 0 R`).join(' ')
  add(`<< /Type /Catalog /Pages 2 0 R ${options.catalogue ?? ''} >>`)
  add(`<< /Type /Pages /Kids [${kids}] /Count ${options.claims ?? pages.length} >>`)
  add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>')
  for (const [i, page] of pages.entries()) {
    add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${5 + 2 * i} 0 R /Resources << /Font << /F 3 0 R >> >> /Annots [${marksOf(i)}] >>`,
    )
    const packed = Buffer.isBuffer(page) ? page : deflateSync(operators(page))
    add(
      Buffer.concat([
        Buffer.from(`<< /Length ${packed.length} /Filter /FlateDecode >>\nstream\n`),
        packed,
        Buffer.from('\nendstream'),
      ]),
    )
  }
  for (const mark of marks) add(annotation(mark))
  const info = Object.entries(options.info ?? {})
  if (info.length > 0) add(`<< ${info.map(([key, value]) => `/${key} (${escaped(value)})`).join(' ')} >>`)
  return file(objects, `${info.length > 0 ? `/Info ${objects.length} 0 R` : ''} ${options.trailer ?? ''}`)
}

const annotation = ({ kind = 'Highlight', over, comment, colour = [1, 0.83, 0] }: PdfMark): string => {
  const quads = over.map(([l, b, r, t]) => [l, t, r, t, l, b, r, b].join(' ')).join(' ')
  const edge = (i: 0 | 1 | 2 | 3) => over.map((box) => box[i])
  const rect = [Math.min(...edge(0)), Math.min(...edge(1)), Math.max(...edge(2)), Math.max(...edge(3))]
  const said = comment === undefined ? '' : `/Contents (${escaped(comment)})`
  return `<< /Type /Annot /Subtype /${kind} /F 4 /Rect [${rect.join(' ')}] /QuadPoints [${quads}] /C [${colour.join(' ')}] ${said} >>`
}

const operators = (words: Words[]) =>
  words
    .map(({ text, x = 72, y, size = 11 }) => `BT /F ${size} Tf 1 0 0 1 ${x} ${y} Tm (${escaped(text)}) Tj ET`)
    .join('\n')

/** No letters of Latin-1; fonts have them all the same (ISO 32000-1, annex D.2). */
const MARKS = new Map([...'‘’“”•–—'].map((mark, i) => [mark, `\\${(0o221 + i).toString(8)}`]))
const escaped = (text: string) =>
  text.replace(/[\\()]/g, '\\$&').replace(/[‘’“”•–—]/g, (mark) => MARKS.get(mark)!)

const file = (objects: (string | Buffer)[], trailer: string): Buffer => {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')]
  const places: number[] = []
  let at = parts[0]!.length
  const put = (part: Buffer) => {
    parts.push(part)
    at += part.length
  }
  for (const [i, body] of objects.entries()) {
    places.push(at)
    put(Buffer.concat([Buffer.from(`${i + 1} 0 obj\n`), Buffer.from(body), Buffer.from('\nendobj\n')]))
  }
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  const size = objects.length + 1
  const xref = `xref\n0 ${size}\n0000000000 65535 f \n${table}`
  const end = `trailer\n<< /Size ${size} /Root 1 0 R ${trailer} >>\nstartxref\n${at}\n%%EOF\n`
  put(Buffer.from(xref + end))
  return Buffer.concat(parts)
}
