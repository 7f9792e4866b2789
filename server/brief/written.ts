/** What is written of a brief, at once or in a thread (write-aside.ts): text, a Word file, or what a PDF is set from. */
import type { ReadBrief } from '../../shared/brief/read.ts'
import { loadStyle } from '../../shared/cite/styles.ts'
import type { ExportOptions, FormatName } from '../../shared/export/formats.ts'
import type { Pictures } from '../../shared/export/pictures.ts'
import { writeAs } from '../../shared/export/write.ts'
import type { HouseTemplate } from '../ingest/house-template.ts'
import { pdfContent } from '../paper/pdf-content.ts'
import { wordFile } from '../paper/word-file.ts'
import { zipOf } from './zip.ts'

/** `house`: whose looks a Word file takes on. */
export type PaperJob = {
  brief: ReadBrief
  options: ExportOptions
  pictures: Pictures
  house?: HouseTemplate | undefined
}
type TextJob = { format: FormatName; brief: ReadBrief; options: ExportOptions; pictures?: Pictures }
export type WriteJob = (TextJob & { as: 'text' }) | (PaperJob & { as: 'word' | 'pdf' })

export const writeJob = async (job: WriteJob): Promise<string | Uint8Array<ArrayBuffer>> => {
  if (job.as === 'text') return writeAs(job.format, job.brief, job.options, job.pictures)
  const { brief, options, pictures } = job
  const style = await loadStyle(brief.about)
  if (job.as === 'pdf') return JSON.stringify(pdfContent(brief, options, pictures, style))
  return new Uint8Array(await zipOf(wordFile(brief, options, pictures, style, job.house ?? null)))
}
