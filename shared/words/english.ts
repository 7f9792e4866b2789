/** What the house itself says in what it writes of a brief, in English. `written.ts` chooses; another language is a file beside this one. */
import { englishTemplates, type TemplatesWords } from './english-templates.ts'

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
)

const counted = (n: number, one: string, many = `${one}s`) => `${n} ${n === 1 ? one : many}`

export const english = {
  /** Of a work. `month` counts from 1; null where there is no such month. */
  month: (month: number): string | null => MONTHS[month - 1] ?? null,
  monthOf: (month: string, year: number) => `${month} ${year}`,
  day: (day: number, month: string, year: number) => `${day} ${month} ${year}`,
  /** Two names or more. */
  names: (names: readonly string[]) => `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`,
  editors: (names: string, several: boolean) => `${names} (ed${several ? 's' : ''}.)`,
  titleWithin: (title: string) => `“${title}”`,
  number: (number: string) => `No. ${number}`,
  accessed: (day: string) => `accessed ${day}`,
  untitledSource: 'Untitled source',
  /** What a reader should know of a work that is not printed text, by its type in CSL. */
  kinds: {
    broadcast: 'broadcast',
    interview: 'interview',
    motion_picture: 'video',
    personal_communication: 'personal communication',
    post: 'post',
    speech: 'speech',
  } as Readonly<Record<string, string>>,

  /**
   * Short forms of CSL's locator labels, one and several: those of the CSL locale en-US, which pandoc reads back into the same
   * locator.
   */
  locators: {
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
  } as Readonly<Record<string, readonly [one: string, several: string]>>,
  locator: (term: string, where: string) => `${term} ${where}`,

  /** Of a citation. */
  contradicts: 'Contradicts the sentence',
  forContext: 'For context',
  /** `caption` and `heads` may be empty, not both. */
  inTable: (caption: string, heads: string) =>
    `In the table${caption ? ` “${caption}”` : ''}${heads ? `: ${heads}` : ''}`,
  asCitedIn: (name: string) => `As cited in ${name}.`,
  /** Around words that are marked as quoted. */
  quoteMarks: ['“', '”'] as readonly [string, string],
  quoted: (words: string) => `“${words}”`,
  notNamed: 'not named',
  via: (name: string) => `via ${name}`,
  transcript: (name: string) => `${name}’s transcript, not machine-checked`,
  heldBy: (name: string) => `held by ${name}`,
  saved: (day: string) => `saved ${day}`,
  checked: (name: string, day: string) => `Checked by ${name}, ${day}`,
  officialTranslation: 'Official translation',
  machineTranslation: (by: string) => `Machine translation, ${by}`,
  translatedBy: (by: string) => `Translated by ${by}`,
  openAtTheseWords: 'Open at these words',
  evidenceErased: 'Evidence erased',
  sourceMissing: 'This source is missing from the brief.',
  recordMissing: 'This citation’s record is missing.',
  noSource: 'No source in this brief.',

  /** Of the page. */
  untitledBrief: 'Untitled brief',
  untitledSection: 'Untitled section',
  sources: 'Sources',
  contents: 'Contents',
  footnotes: 'Footnotes',
  whatCitationsRestOn: 'What the citations rest on',
  citation: (number: string) => `Citation ${number}`,
  footnote: (letter: string) => `Footnote ${letter}`,
  backToCitation: (number: string) => `Back to the text, citation ${number}`,
  backToFootnote: (letter: string) => `Back to the text, footnote ${letter}`,
  backToText: 'Back to the text',
  done: 'Done',
  notDone: 'Not done',
  picture: (description: string) => `Picture: ${description}`,
  /** It was not on the server when the file was made. */
  missingPicture: (description: string) => `A picture is missing here: ${description}`,
  withoutDescription: 'without a description',
  /** Over callouts, by their kind; a box has no words over it. */
  callouts: { 'key-judgment': 'Key judgment', 'bottom-line': 'Bottom line', box: '' },
  box: 'Box',

  /** Of grades, by their scale and value: shared/check/grades.ts. */
  grades: {
    official: 'Official record',
    named: 'Named, on record',
    unnamed: 'Unnamed',
    reprint: 'Reprint or summary',
    'not-judged': 'Not judged',
    A: 'Completely reliable',
    B: 'Usually reliable',
    C: 'Fairly reliable',
    D: 'Not usually reliable',
    E: 'Unreliable',
    F: 'Cannot be judged',
    '1': 'Confirmed by other sources',
    '2': 'Probably true',
    '3': 'Possibly true',
    '4': 'Doubtful',
    '5': 'Improbable',
    '6': 'Cannot be judged',
  } as Readonly<Record<string, string>>,

  /** What speaks against giving it to people outside; `own` and `theirs` are marks, '' for none. */
  briefEmbargo: (day: string) => `The brief is under embargo until ${day}.`,
  sourceMark: (title: string, theirs: string, own: string) =>
    `The source “${title}” is marked ${theirs}, and the brief is ${own ? `marked ${own}` : 'not marked'}.`,
  sourceEmbargo: (title: string, day: string) => `The source “${title}” is under embargo until ${day}.`,

  /** Of a published page. */
  published: (number: number, day: string) => `Version ${number} · published ${day}`,
  laterVersion: (day: string) => `A later version was published on ${day}:`,
  readVersion: (number: number) => `read version ${number}`,
  nothingChanged: (number: number, day: string) => `No sentence changed since version ${number} of ${day}.`,
  changed: (number: number, day: string, sentences: number) =>
    `What changed since version ${number} of ${day}: ${counted(sentences, 'sentence')}`,
  andMore: (sentences: number) => `And ${sentences} more.`,
  sentenceAdded: 'Added',
  sentenceRemoved: 'Removed',
  sentenceChanged: 'Changed',
  notCompared: 'a newer copy could not be compared',
  hadChangedBy: (day: string) => `the source had changed by ${day}`,
  unchangedOn: (day: string) => `unchanged in the source on ${day}`,
  noCheck: 'No check of the sentence is recorded',
  sentenceChecked: (name: string, day: string, stands: boolean) =>
    `Sentence checked by ${name}, ${day}; ${stands ? 'unchanged' : 'changed'} since`,

  /** Where nothing is published, yet or any more. */
  nothingPublished: 'Nothing is published here',
  lookAgain: 'Look at the address again, or ask who gave it to you.',
  takenBack: 'This was taken back',
  askWhoGaveIt: 'Who published it took it back. Ask who gave you the address.',
  notYet: 'Not published yet',
  readableFrom: (day: string, time: string) => `It can be read here from ${day}, ${time} UTC.`,
  templates: englishTemplates as TemplatesWords,

  noSuchPicture: 'No such picture',
  showsNoSuchPicture: 'This page shows no such picture.',
}

export type WrittenWords = typeof english
