/** Exports, and the citation style. */
import { counted } from './counted.ts'
import { spoken } from '../language.ts'

export const say = spoken('export', {
  // brief-marks.tsx
  handlingMarkOfTheBrief: 'Handling mark of the brief',
  markHint: 'Stands on every page: TLP:GREEN, say, or your own words',
  underEmbargoUntil: 'Under embargo until',

  // export-dialog.tsx
  archive: 'archive',
  inside: 'Inside',
  insideMeans: 'Everything: excerpts, notes and checks.',
  outside: 'Outside',
  outsideMeans: 'The cited words only: no notes, no checks, no text around them.',
  usuallyGoesOutside: 'Outside is chosen: a file of this kind mostly goes there.',
  footnotesWithTheQuotedWords: 'Footnotes with the quoted words',
  pandocCitationsInTheText: 'Pandoc citations in the text',
  numbersInTheText: 'Numbers in the text',
  thePassages: 'The passages',
  sourcesAndPlacesOnly: 'Sources and places only',
  noEvidence: 'None: the file restores no evidence',
  fileFailed: 'The file could not be made here. Your brief is as it was; reload the page and try again.',
  picturesNotInTheFile: (n: number) =>
    n === 1 ? 'One picture is not in the file' : `${counted(n, 'picture')} are not in the file`,
  pictureInWords: 'Each could not be had here just now; what it shows stands in words in its place.',
  picturesOnTheirWay: (n: number) =>
    n === 1
      ? 'One picture has not reached the server yet and will be missing in the file. The file says so in its place.'
      : `${counted(n, 'picture')} have not reached the server yet and will be missing in the file. The file says so in their place.`,
  fileMade: (name: string) => `${name}: file made.`,
  exportIt: 'Export',
  cancel: 'Cancel',
  writing: 'Writing…',
  download: (short: string) => `Download ${short}`,
  whoIsItFor: 'Who is it for?',
  file: 'File',
  houseTemplate: 'House template',
  looksOfVouch: 'None: it looks as Vouch writes it',
  chooseTemplate: 'Choose a .docx…',
  withoutTemplate: 'Without it',
  whatTemplateGives: 'Its styles, page, margins, headers and footers are taken; of its text nothing is.',
  cameBack: 'It went out and came back with changes?',
  bringItBack: 'Bring back a Word file…',
  onlyTheWorks: 'The works that the brief cites, without what you noted on them.',
  citations: 'Citations',
  evidenceInTheFile: 'Evidence in the file',
  whyOutside: 'Why it goes outside all the same',
  reasonIsRecorded: 'It is recorded with your name, the day and the kind of file.',

  // language-choice.tsx
  languageOfTheBrief: 'Language of the brief',

  // style-choice.tsx
  vouchNotes: 'Vouch notes: numbers by source',
  noSample:
    'No example of this style can be shown here. The brief cites in it; open Export again to see one.',
  styleFailed: 'The style could not be tried here. Nothing was changed; reload the page and try again.',
  citesInStyle: (titleOfStyle: string) => `The brief cites in the style ${titleOfStyle} now.`,
  citationStyle: 'Citation style',
  citationStyleOfTheBrief: 'Citation style of the brief',
  styleFile: 'Style file',
  addAStyleFromAFile: 'Add a style from a file…',
  citedAs: 'Cited as',
  listedAs: 'Listed as',
})
