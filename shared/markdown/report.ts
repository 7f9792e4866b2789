/** What an import did not understand, counted by kind and told in sentences. */

const SENTENCES = {
  'front-matter': () => 'The front matter is not valid YAML; title, authors and date were not read from it.',
  ties: (n: number) =>
    n === 1
      ? 'One line of the ties could not be read and was left out.'
      : `${n} lines of the ties could not be read and were left out.`,
  'ties-version': () => 'The ties were written by a later version; they were left out.',
  'ties-long': () => 'The ties are not ours to read; the rest of them was left out.',
  'ties-open': () => 'The ties have no end; they were left out.',
  remainder: (n: number) =>
    `${n === 1 ? 'One block was' : `${n} blocks were`} changed by hand; attributes that Markdown has no sign for were not restored there.`,
  items: (n: number) =>
    `${n === 1 ? 'One reference' : `${n} references`} in the front matter could not be read and ${n === 1 ? 'was' : 'were'} left out.`,
  'unknown-key': (n: number) =>
    `${n === 1 ? 'One citation key has' : `${n} citation keys have`} no reference in the file; each became a source that knows nothing but its key.`,
  edited: (n: number) =>
    `${n === 1 ? 'One citation was' : `${n} citations were`} edited in the text; sources and locators follow the text.`,
  notes: (n: number) =>
    `${n === 1 ? 'One footnote' : `${n} footnotes`} within ${n === 1 ? 'another one was' : 'others were'} put into the text in brackets.`,
  html: (n: number) => `HTML in ${n === 1 ? 'one place' : `${n} places`} was read as plain text.`,
  images: (n: number) =>
    `${n === 1 ? 'One picture' : `${n} pictures`} became links: pictures are not imported.`,
  links: (n: number) =>
    `${n === 1 ? 'One link' : `${n} links`} of a kind that is not allowed became plain text; http, https and mailto are.`,
  deep: () => 'Some blocks are nested too deep; their words were kept as paragraphs.',
  long: () => 'The file is too long to be read as Markdown; its paragraphs were kept as plain text.',
  knotty: (n: number) =>
    `${n === 1 ? 'One part' : `${n} parts`} of the text could not be read as Markdown; the paragraphs were kept as plain text.`,
  shape: () => 'Some blocks do not fit a brief; the words were kept as paragraphs.',
} as const

type ReportKind = keyof typeof SENTENCES

export const REPORT_KINDS = Object.keys(SENTENCES) as ReportKind[]

export type Report = { note: (kind: ReportKind, count?: number) => void; sentences: () => string[] }

export const newReport = (): Report => {
  const counts = new Map<ReportKind, number>()
  return {
    note: (kind, count = 1) => {
      if (count > 0) counts.set(kind, (counts.get(kind) ?? 0) + count)
    },
    sentences: () =>
      REPORT_KINDS.filter((kind) => counts.has(kind)).map((kind) => SENTENCES[kind](counts.get(kind)!)),
  }
}
