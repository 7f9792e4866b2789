/**
 * Where in a work a passage stands, as a reader sees it: "p. 42", "paras. 4-6". The terms are those of the CSL
 * locale en-US, which pandoc reads back into the same locator.
 */

/** CSL locator labels with their short forms, one and several. */
const TERMS: Record<string, readonly [one: string, several: string]> = {
  book: ['bk.', 'bks.'],
  chapter: ['chap.', 'chaps.'],
  column: ['col.', 'cols.'],
  figure: ['fig.', 'figs.'],
  folio: ['fol.', 'fols.'],
  issue: ['no.', 'nos.'],
  line: ['l.', 'll.'],
  note: ['n.', 'nn.'],
  opus: ['op.', 'opp.'],
  page: ['p.', 'pp.'],
  paragraph: ['para.', 'paras.'],
  part: ['pt.', 'pts.'],
  section: ['sec.', 'secs.'],
  'sub verbo': ['s.v.', 's.vv.'],
  verse: ['v.', 'vv.'],
  volume: ['vol.', 'vols.'],
  // No term in the CSL locales; these read well as they are.
  timestamp: ['at', 'at'],
  appendix: ['appendix', 'appendices'],
  table: ['table', 'tables'],
}

/** The labels that a form offers, the most usual first. */
export const LOCATOR_LABELS = [
  'page',
  'paragraph',
  'section',
  'chapter',
  'figure',
  'table',
  'line',
  'note',
  'part',
  'volume',
  'timestamp',
  'appendix',
]

const isSeveral = (locator: string) => /[-–,&]/.test(locator.trim().slice(1))

/** "p. 42", "pp. 7-8"; an unknown label stands as it is; without a label the locator alone; '' without a locator. */
export const locatorText = (label: string | null | undefined, locator: string | null | undefined): string => {
  const where = (locator ?? '').trim()
  if (!where) return ''
  if (!label) return where
  const terms = Object.hasOwn(TERMS, label) ? TERMS[label] : undefined
  const term = terms ? terms[isSeveral(where) ? 1 : 0] : label
  return `${term} ${where}`
}

/** The label that a term stands for: "p." and "pp." are 'page'. Null for a term no label has. */
export const labelOfTerm = (term: string): string | null => {
  const found = Object.entries(TERMS).find(([, terms]) => terms.includes(term.toLowerCase()))
  return found ? found[0] : null
}
