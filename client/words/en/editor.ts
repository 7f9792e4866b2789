/** The editor: blocks, menus, find, citations in the text. */
import { counted } from './counted.ts'
import { spoken } from '../language.ts'
import { numberText } from '../number-text.ts'

export const say = spoken('editor', {
  // block-commands.ts
  headingOfLevel: (level: number) => `Heading ${level}`,
  alsoHeading: (level: number, marks: string) => `h${level} title section ${marks}`,
  text: 'Text',
  aParagraph: 'A paragraph',
  alsoText: 'paragraph plain',
  largest: 'Largest',
  section: 'Section',
  partOfASection: 'Part of a section',
  bulletedList: 'Bulleted list',
  dashAndASpace: '- and a space',
  alsoBulletedList: 'ul unordered points',
  numberedList: 'Numbered list',
  oneAndASpace: '1. and a space',
  alsoNumberedList: 'ol ordered steps',
  taskList: 'Task list',
  boxAndASpace: '[ ] and a space',
  alsoTaskList: 'todo checklist checkbox to do',
  keyJudgment: 'Key judgment',
  setApartWithItsName: 'Set apart, with its name',
  alsoKeyJudgment: 'callout judgement assessment',
  bottomLine: 'Bottom line',
  alsoBottomLine: 'callout bluf summary so what',
  box: 'Box',
  marksAndASpace: '!!! and a space',
  alsoBox: 'callout aside note panel',
  indentedText: 'Indented text',
  angleAndASpace: '> and a space',
  alsoIndentedText: 'blockquote block quote aside',
  table: 'Table',
  tableHint: 'Three by three, with headings',
  alsoTable: 'grid rows columns',
  codeBlock: 'Code block',
  ticksAndASpace: '``` and a space',
  alsoCodeBlock: 'pre monospace',
  dividingLine: 'Dividing line',
  dashesOnALine: '--- on a line',
  alsoDividingLine: 'hr rule separator horizontal',
  listOfSources: 'List of sources',
  listOfSourcesHint: 'All cited sources, numbered',
  alsoListOfSources: 'references bibliography works cited',
  tableOfContents: 'Table of contents',
  contentsHint: 'All headings, always up to date',
  alsoContents: 'toc outline headings',

  // block-handle.tsx
  moveOrChangeThisBlock: 'Move or change this block',
  moveUp: 'Move up',
  moveDown: 'Move down',
  duplicate: 'Duplicate',
  deleteIt: 'Delete',

  // changed-sentences.ts
  sourceChanged: 'The source of this sentence changed',
  sourceWithdrawn: 'A source of this sentence was withdrawn',

  // citation-label.ts
  sourceMissing: 'source missing',
  takenOutOfTheSources: 'taken out of the sources',
  citationWithoutEvidence: 'Citation without evidence',
  citationWithoutASource: 'Citation without a source',
  citationOf: (map: string) => `Citation ${map}`,

  // citation-numbers.ts
  citationInNote: (note: string, words: string) => `Citation ${note}: ${words}`,
  footnoteSays: (letter: string, words: string) => `Footnote ${letter}: ${words}`,
  footnoteEmpty: (letter: string) => `Footnote ${letter}: empty`,

  // citation-peek.tsx
  noEvidenceHere: 'This citation has no evidence in this brief.',
  noSourceCited: 'No source is cited here any more.',
  sourceIsMissing: 'This source is missing from the brief.',
  evidenceErased: 'Evidence erased',

  // cite-from-library.ts
  takenFromLibrary: 'Taken over from the library and cited.',
  notCited: 'Not cited.',

  // cite-menu.tsx
  sourcesAndPassages: 'Sources and passages',
  lookingInTheLibrary: 'Looking in the library…',
  nothingToCiteYet: 'There is nothing to cite yet.',
  nothingFound: 'Nothing found.',
  addASource: 'Add a source…',

  // drawn-blocks.ts
  contents: 'Contents',
  noHeadingsYet: 'Headings are listed here.',
  fromALaterVersion: 'From a later version: kept as it came.',
  namedFromALaterVersion: (name: string) => `From a later version (${name}): kept as it came.`,

  // evidence-picker.tsx
  quoteAPassage: 'Quote a passage',
  noPassagesYet: 'No passages yet. Open a source and mark the words you want to quote.',
  searchExample: (label: string) => `${label}: author, title, year or words`,

  // find-bar.tsx
  placeOf: (n: number, count: number) => `${n} of ${count}`,
  placesReplaced: (n: number) => `${counted(n, 'place')} replaced.`,
  findInTheBrief: 'Find in the brief',
  find: 'Find',
  places: (count: number) => counted(count, 'place'),
  inFootnotes: (below: number) => ` · ${below} in footnotes`,
  previousPlace: 'Previous place',
  nextPlace: 'Next place',
  matchCase: 'Match case',
  wholeWords: 'Whole words',
  regularExpression: 'Regular expression',
  onlyInWhatIsSelected: 'Only in what is selected',
  close: 'Close',
  replaceWith: 'Replace with',
  replace: 'Replace',
  replaceAll: 'Replace all',

  // find-query.ts
  patternNotComplete: 'This pattern is not complete yet, or cannot be read.',

  // first-text.tsx
  openingTheBrief: 'Opening the brief…',

  // footnote-editor.ts
  footnote: 'Footnote',
  citationWords: (words: string) => `Citation ${words}`,

  // footnote-note.tsx
  removeFootnote: 'Remove footnote',

  // insert-picture.ts
  pictureNotKept:
    'The server cannot be reached and this device has no room for the picture, so it was not added. Add it when you are connected.',
  onlyPictures: 'Only pictures can be put into the text. Add other files under Sources.',

  // link-dialog.tsx
  link: 'Link',
  removeLink: 'Remove link',
  save: 'Save',
  address: 'Address',
  addressBegins: 'https://',
  notAnAddress: 'This is no address that a link can lead to. Web and mail addresses are.',

  // open-editor.ts
  briefText: 'Brief text',
  footnoteMissing: 'This footnote’s text is missing.',
  textOfTheFootnote: 'Text of the footnote',
  copiedAsMarkdown: 'Copied as Markdown.',

  // page-commands.ts
  citation: 'Citation',
  citationHint: 'Of a source or a passage',
  alsoCitation: 'cite source reference',
  footnoteHint: 'A remark of your own',
  alsoFootnote: 'note remark',
  picture: 'Picture',
  pictureHint: 'PNG, JPEG, GIF or WebP, with a caption',
  alsoPicture: 'image figure photo chart',
  quotation: 'Quotation',
  quotationHint: 'A passage, word for word',
  alsoQuotation: 'quote passage excerpt',
  findAndReplace: 'Find and replace',
  findInTheText: 'Find in the text',
  alsoFind: 'search look for words replace',
  copyAllAsMarkdown: 'Copy all as Markdown',
  copyAsMarkdown: 'Copy as Markdown',
  alsoCopy: 'clipboard export',
  insert: 'Insert',
  undo: 'Undo',
  redo: 'Redo',
  bold: 'Bold',
  italic: 'Italic',
  strikeThrough: 'Strike through',
  codeWithinALine: 'Code, within a line',
  alsoLink: 'address url',
  newLineInTheParagraph: 'New line in the paragraph',
  spaceWithoutALineBreak: 'Space without a line break',
  alsoHardSpace: 'non-breaking nbsp',
  typeStraightQuotationMarks: 'Type straight quotation marks',
  typeQuotationMarksOfTheLanguage: 'Type quotation marks of the language',
  alsoQuotationMarks: 'smart quotes curly typography dashes apostrophe',
  alsoMove: 'reorder',
  moveTheBlockUp: 'Move the block up',
  moveTheBlockDown: 'Move the block down',

  // page-extensions.ts
  writeHere: 'Write, press / for headings, lists and tables, or [@ to cite',
  captionHere: 'Caption: what it shows, and where it is from',
  heading: 'Heading',
  taskWords: (words: string) => (words ? `Task: ${words}` : 'Empty task'),

  // copied-notes.ts
  missingSource: 'Source missing',

  // left-out.ts
  leftTables: (n: number) => counted(n, 'table'),
  leftPictures: (n: number) => counted(n, 'picture'),
  leftNotes: (n: number) => counted(n, 'footnote'),
  remotePictures: (n: number) =>
    counted(n, 'picture that is kept elsewhere', 'pictures that are kept elsewhere'),
  unreadPictures: (n: number) =>
    counted(n, 'picture that could not be read', 'pictures that could not be read'),
  scripts: (n: number) => counted(n, 'script'),
  embedded: (n: number) =>
    counted(n, 'player, drawing or page within the page', 'players, drawings or pages within the page'),
  formFields: (n: number) => counted(n, 'form field'),
  menus: (n: number) => counted(n, 'menu'),
  comments: (n: number) => counted(n, 'comment'),
  trackedDeletions: (n: number) => counted(n, 'tracked deletion'),
  deadLinks: (n: number) =>
    counted(n, 'link that leads nowhere from here', 'links that lead nowhere from here'),
  tooDeep: (n: number) => counted(n, 'level of nesting too many', 'levels of nesting too many'),
  listed: (first: string, last: string) => `${first} and ${last}`,
  leftOut: (list: string) => `Left out: ${list}.`,
  howToAddPictures: 'Copy a picture by itself, or save it and drop it here, to add it.',

  // paste-markdown.ts
  readAsMarkdown: 'Read as Markdown',
  keepThePlainText: 'Keep the plain text',

  // room-left.ts
  noRoomForPaste:
    'It is more than this brief has room for. Nothing was pasted; paste a part of it, or go on in another brief.',

  // take-footnote-paste.ts
  noFilesInFootnotes: 'A footnote holds words and citations. Put a picture into the text of the brief.',

  // take-long-paste.ts
  takingInALongText: 'Taking in a long text…',
  oneLongTextAtATime: 'A long text is being taken in. Paste the next one when it is there.',

  // take-paste.ts
  pasted: 'Pasted',
  thisTableIsTooLarge: 'This table is too large',
  tableLimit: (cells: number) =>
    `A brief takes tables of up to ${numberText(cells)} cells. Nothing was pasted; paste the part that you need.`,
  thisIsTooMuch: 'This is too much',
  addingPictures: (many: number) => `Adding ${counted(many, 'picture')}…`,

  // open-page.ts
  pictureLeftOver: 'A picture of yours is not in the text',
  pictureLeftOverMeans: 'It is kept on this device, and its figure is not in the brief any more.',
  putIn: 'Put it in',

  // picture-view.ts
  pictureNotHere: 'This picture is not here. It shows again when you are connected.',
  pictureCannotBeDrawn: 'Your browser cannot draw this picture; it may be damaged.',
  pictureWaits: 'Kept on this device; it is sent when the server can be reached.',
  pictureOnItsWay: (name: string | null) =>
    name === null ? 'A picture is on its way.' : `A picture is on its way from ${name}’s device.`,
  noPictureCame: 'The picture is missing. Put it in once more, or delete the figure.',
  tryAgain: 'Try again',
  removePicture: 'Remove',
  describeThisPicture: 'Describe this picture',
  whyDescribe: 'People who cannot see it, and exports, are given these words',

  // picture-dialog.tsx
  describeThePicture: 'Describe the picture',
  describeHint: 'For people who cannot see it: what does it show?',
  description: 'Description',

  // quotation-checks.ts
  theSourceSays: (words: string) => `The source says: ${words}`,

  // quotation-view.ts
  useTheSourcesWords: 'Use the source’s words',

  // references-view.ts
  sources: 'Sources',
  openSource: (title: string) => `Open source ${title}`,
  nothingCitedYet: 'Cited sources are listed here.',
  open: 'Open',

  // refuse-citation.ts
  citationCannotStandHere: 'A citation cannot stand here. Put the caret into a paragraph, a list or a table.',

  // refuse-depth.ts
  tooDeepHere: 'Lists, quotations and tables cannot be nested any deeper. Nothing was changed.',

  // remote-caret.ts
  aColleague: 'A colleague',

  // selection-toolbar.tsx
  selectedText: 'Selected text',
  strikethrough: 'Strikethrough',
  code: 'Code',
  sectionHeading: 'Section heading',
  smallerHeading: 'Smaller heading',
  cite: 'Cite',

  // table-menu.tsx
  addRowAbove: 'Add row above',
  addRowBelow: 'Add row below',
  addColumnBefore: 'Add column before',
  addColumnAfter: 'Add column after',
  headingRowOnOrOff: 'Heading row on or off',
  headingColumnOnOrOff: 'Heading column on or off',
  alignToTheStart: 'Align to the start',
  alignToTheEnd: 'Align to the end',
  captionOnOrOff: 'Caption on or off',
  deleteRow: 'Delete row',
  deleteColumn: 'Delete column',
  deleteTable: 'Delete table',
})
