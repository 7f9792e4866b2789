/** A brief as a file of one of the kinds. Pure functions: the button, the address and the command line make the same bytes. */
import type { ReadBrief } from '../brief/read.ts'
import { toMarkdown } from '../markdown/write.ts'
import { toBibtex } from './bibtex.ts'
import { toCslJson } from './csl-json.ts'
import { type ExportOptions, FORMATS, type FormatName } from './formats.ts'
import { toHtml } from './html.ts'
import { toRis } from './ris.ts'

const WRITERS: Record<FormatName, (brief: ReadBrief, options: ExportOptions) => string> = {
  md: toMarkdown,
  html: toHtml,
  'csl.json': toCslJson,
  bib: toBibtex,
  ris: toRis,
}

export const writeAs = (format: FormatName, brief: ReadBrief, options: ExportOptions = {}): string =>
  WRITERS[format](brief, { ...options, audience: options.audience ?? FORMATS[format].audience })
