/**
 * A bibliography as CSL items: BibTeX or BibLaTeX, RIS, CSL-JSON. What cannot be read is told by its line; the rest comes.
 * Gives others their turn between entries. Throws Refusal for what is no bibliography at all.
 */
import type { BibliographyFormat } from '../../shared/cite/bibliography-format.ts'
import { TEXT_LIMIT } from '../../shared/wire/inputs.ts'
import { Refusal } from '../../shared/wire/refusal.ts'
import { type Read, readEntry } from './bibliography-entry.ts'
import { splitEntries } from './bibliography-entries.ts'

export type Bibliography = {
  /** `text`: the entry as it stands in the file. */
  entries: (Read & { text: string })[]
  problems: { line: number; why: string }[]
}

/** Of one file: more is a library, of which a brief needs a part. */
const ENTRIES = 2000
/** Others wait no longer than this for their turn, in milliseconds. */
const TURN_MS = 20

export const readBibliography = async (text: string, format: BibliographyFormat): Promise<Bibliography> => {
  if (text.length > TEXT_LIMIT) throw new Refusal('too-large')
  const all = splitEntries(text, format)
  const isString = ({ text: entry }: { text: string }) =>
    format === 'bibtex' && /^\s*@\s*string\b/i.test(entry)
  const strings = all
    .filter(isString)
    .map((each) => each.text)
    .join('\n')
    // Each entry is read with them: so many abbreviations are no abbreviations.
    .slice(0, 20_000)
  const given = all.filter(
    (each) => !isString(each) && !(format === 'bibtex' && /^\s*@\s*(?:comment|preamble)\b/i.test(each.text)),
  )
  if (given.length === 0)
    throw new Refusal(
      'invalid',
      `There is no ${NAMES[format]} entry in it. Nothing was added; paste the whole file.`,
    )
  if (given.length > ENTRIES)
    throw new Refusal(
      'too-large',
      `This has ${given.length.toLocaleString('en')} entries; ${ENTRIES.toLocaleString('en')} at once are the limit. Nothing was added; export the part that you need.`,
    )
  const entries: Bibliography['entries'] = []
  const problems: Bibliography['problems'] = []
  let turn = performance.now()
  for (const { line, text: entry } of given) {
    try {
      entries.push({ ...readEntry(entry, format, strings), text: entry })
    } catch (error) {
      problems.push({ line, why: error instanceof Error ? error.message : 'It cannot be read.' })
    }
    if (performance.now() - turn < TURN_MS) continue
    await new Promise(setImmediate)
    turn = performance.now()
  }
  return { entries, problems }
}

const NAMES: Record<BibliographyFormat, string> = { bibtex: 'BibTeX', ris: 'RIS', csl: 'CSL-JSON' }
