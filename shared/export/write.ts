/** A brief as a file of one of the kinds. Pure functions: the button, the address and the command line make the same bytes. */
import type { ReadBrief } from '../brief/read.ts'
import { loadStyle } from '../cite/styles.ts'
import type { StyleData } from '../cite/styler.ts'
import { toMarkdown } from '../markdown/write.ts'
import { toBibtex } from './bibtex.ts'
import { toCslJson } from './csl-json.ts'
import { type ExportOptions, FORMATS, type FormatName } from './formats.ts'
import { toHtml } from './html.ts'
import type { Pictures } from './pictures.ts'
import { toRis } from './ris.ts'

type Writer = (
  brief: ReadBrief,
  options: ExportOptions & { pictures?: Pictures },
  style: StyleData | null,
) => string

const WRITERS: Record<FormatName, Writer> = {
  md: toMarkdown,
  html: toHtml,
  'csl.json': toCslJson,
  bib: toBibtex,
  ris: toRis,
}

/** Loads the brief's style first where the kind of file shows it. `pictures`: for a kind that holds them. */
export const writeAs = async (
  format: FormatName,
  brief: ReadBrief,
  options: ExportOptions = {},
  pictures?: Pictures,
): Promise<string> =>
  WRITERS[format](
    brief,
    { ...options, pictures, audience: options.audience ?? FORMATS[format].audience },
    format === 'html' ? await loadStyle(brief.about) : null,
  )
