/**
 * What takes long of a brief, at once or in a thread (write-aside.ts): writing it as text, as a Word file or as what a PDF is set
 * from, holding a Word file against it, trying the style that it came with.
 */
import type { ReadBrief } from '../../shared/brief/read.ts'
import { faultOfStyle } from '../../shared/cite/style-fault.ts'
import { loadStyle } from '../../shared/cite/styles.ts'
import type { ExportOptions, FormatName } from '../../shared/export/formats.ts'
import type { Pictures } from '../../shared/export/pictures.ts'
import { writeAs } from '../../shared/export/write.ts'
import type { WordDocument } from '../../shared/word/document.ts'
import type { HouseTemplate } from '../ingest/house-template.ts'
import { pdfContent } from '../paper/pdf-content.ts'
import { wordFile } from '../paper/word-file.ts'
import { compareWord } from './compare-word.ts'
import { zipOf } from './zip.ts'

/** `house`: whose looks a Word file takes on. */
export type PaperJob = {
  brief: ReadBrief
  options: ExportOptions
  pictures: Pictures
  house?: HouseTemplate | undefined
}
type TextJob = { format: FormatName; brief: ReadBrief; options: ExportOptions; pictures?: Pictures }
/** Answers with JSON: what was found, or the sentence on a style, null for one that works. */
type LookJob =
  | { as: 'compared'; brief: ReadBrief; document: WordDocument }
  | { as: 'tried style'; csl: string; lang: string }
export type WriteJob = (TextJob & { as: 'text' }) | (PaperJob & { as: 'word' | 'pdf' }) | LookJob

export const writeJob = async (job: WriteJob): Promise<string | Uint8Array<ArrayBuffer>> => {
  if (job.as === 'text') return writeAs(job.format, job.brief, job.options, job.pictures)
  if (job.as === 'compared') return JSON.stringify(compareWord(job.brief, job.document))
  if (job.as === 'tried style') {
    const { locale, locales } = (await loadStyle({ style: 'ieee', ownStyle: null, lang: job.lang }))!
    return JSON.stringify(faultOfStyle(job.csl, { locale, locales }))
  }
  const { brief, options, pictures } = job
  const style = await loadStyle(brief.about)
  if (job.as === 'pdf') return JSON.stringify(pdfContent(brief, options, pictures, style))
  return new Uint8Array(await zipOf(wordFile(brief, options, pictures, style, job.house ?? null)))
}
