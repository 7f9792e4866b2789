/**
 * Blocks of a PDF (ISO 32000) with the map of its pages, read by pdf.js. Its fonts and scripts never run; a page that
 * cannot be read is empty, a file that cannot is refused.
 */
import { createRequire } from 'node:module'
import path from 'node:path'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
// Here it does its work in this thread; loaded now, so that it counts as the program's and not as the file's.
import 'pdfjs-dist/legacy/build/pdf.worker.mjs'
import type { PageStart } from '../../shared/wire/inputs.ts'
import { Refusal } from '../../shared/wire/refusal.ts'
import { PAGES, type PageRange } from './page-range.ts'
import { pdfBlocks } from './pdf-blocks.ts'
import { linesOfPage, type Line } from './pdf-lines.ts'
import { type Mark, marksOfPage, type PageMark, placeMarks } from './pdf-marks.ts'
import { guessFromPdf } from './pdf-guess.ts'
import { withoutRunningLines } from './pdf-running-lines.ts'
import type { Told } from './read.ts'
import { type Block, type Extracted, joinBlocks } from '../../shared/capture/text-blocks.ts'

/** `wanted`: also what readers of the file marked in it. */
export const pdfText = async (
  bytes: Uint8Array,
  { range, marks: wanted }: { range: PageRange | null; marks: boolean },
  told: Told,
): Promise<Extracted & { marks?: Mark[] }> => {
  const { document, close } = await opened(bytes)
  try {
    const { from, to } = pagesToRead(document.numPages, range)
    const pages: Line[][] = []
    const marks: PageMark[] = []
    for (let number = from; number <= to; number++) {
      const page = await readPage(document, number, wanted)
      pages.push(page.lines)
      marks.push(...page.marks)
      told(number - from + 1, to - from + 1)
    }
    const blocks = withoutRunningLines(pages).map(pdfBlocks)
    const labels = await document.getPageLabels().catch(() => null)
    const { text, blocks: placed } = joinBlocks(blocks.flat())
    const map = pageMap(blocks, placed, text.length, from, labels)
    return {
      text,
      blocks: placed,
      pages: map,
      ...(wanted && { marks: placeMarks(text, map, marks) }),
      guess: await guessFromPdf(document, blocks[0] ?? [], from),
      extractor: range ? `pdf-text 1, pages ${from}-${to}` : 'pdf-text 1',
    }
  } finally {
    await close()
  }
}

const opened = async (bytes: Uint8Array) => {
  const home = path.dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
  const task = getDocument({
    data: new Uint8Array(bytes),
    // Only errors: what it says besides goes nowhere.
    verbosity: 0,
    isEvalSupported: false,
    useWasm: false,
    useSystemFonts: false,
    disableFontFace: true,
    // Names of signs in Chinese, Japanese and Korean files; the widths of fonts that a file does not carry.
    cMapUrl: path.join(home, 'cmaps', path.sep),
    cMapPacked: true,
    standardFontDataUrl: path.join(home, 'standard_fonts', path.sep),
  })
  try {
    const document = await task.promise
    return { document, close: () => task.destroy() }
  } catch (error) {
    await task.destroy()
    throw new Refusal(
      error instanceof Error && error.name === 'PasswordException' ? 'encrypted' : 'unreadable',
    )
  }
}

export type PdfDocument = Awaited<ReturnType<typeof opened>>['document']

const pagesToRead = (count: number, range: PageRange | null): PageRange => {
  if (range && range.from > count)
    throw new Refusal(
      'range-needed',
      `This file has ${count} pages. Nothing was added; say which of them you need.`,
    )
  if (range) return { from: range.from, to: Math.min(range.to, count) }
  if (count <= PAGES) return { from: 1, to: count }
  throw new Refusal(
    'range-needed',
    `This file has ${count} pages, and ${PAGES} are read at once. Nothing was added; say which pages you need.`,
  )
}

type ReadPage = { lines: Line[]; marks: PageMark[] }

const readPage = async (document: PdfDocument, number: number, marked: boolean): Promise<ReadPage> => {
  try {
    const page = await document.getPage(number)
    const { items } = await page.getTextContent()
    const { height } = page.getViewport({ scale: 1 })
    const lines = linesOfPage(items, height)
    const marks = marked ? await marksOfPage(page, number, items).catch(() => []) : []
    page.cleanup()
    return { lines, marks }
  } catch {
    // One broken page is no reason to refuse the others; it stands in the map as a page without text.
    return { lines: [], marks: [] }
  }
}

const pageMap = (
  blocks: Block[][],
  placed: { start: number }[],
  length: number,
  from: number,
  labels: string[] | null,
): PageStart[] => {
  let block = 0
  return blocks.map((own, i): PageStart => {
    const start = placed[block]?.start ?? length
    block += own.filter((each) => each.text !== '').length
    const page = from + i
    const label = labels?.[page - 1]?.trim().slice(0, 20)
    return { page, start, ...(label && label !== String(page) && { label }) }
  })
}
