/** Sources: adding, reading, marking, checking and withdrawing them. */
import { counted } from './counted.ts'
import { spoken } from '../language.ts'
import { numberText } from '../number-text.ts'

export const say = spoken('sources', {
  // add-source-dialog.tsx
  pasteText: 'Paste text',
  file: 'File',
  webAddress: 'Web address',
  references: 'References',
  withoutText: 'Without text',
  addSource: 'Add source',
  howToAddIt: 'How to add it',

  // adding-files.tsx
  stop: 'Stop',
  sending: 'Sending',
  waitingForOtherFiles: 'Waiting for other files:',
  reading: 'Reading',
  pages: 'Pages',
  pagesExample: 'For example 1-200.',
  readThesePages: 'Read these pages',
  leaveItOut: 'Leave it out',

  // all-sources-menu.tsx
  moreForAllSources: 'More for all sources',
  checkAllAgain: 'Check all again',
  checkAllOnASchedule: 'Check all on a schedule…',

  // area-bar.tsx
  area: 'Area',
  howToDraw: 'Draw around what you mean, with the mouse or the arrow keys.',
  takeThisArea: 'Take this area',
  cancel: 'Cancel',
  markAnArea: 'Mark an area',

  // area-layer.tsx
  areaKeys: (label: string, said: string) =>
    `${label}. Arrow keys move the area, with Shift they change its size, Enter takes it. ${said}`,
  areaAt: (x: number, y: number, width: number, height: number) =>
    `From the left ${x} %, from the top ${y} %, ${width} % wide, ${height} % high.`,
  noAreaYet: 'No area yet.',

  // area-picture.tsx
  theAreaOfThePicture: 'The area of the picture',

  // picture-reader.tsx
  tryAgain: 'Try again',
  pictureNotRead:
    'No machine reads a picture. What it shows is kept as an excerpt in your words, with its area.',
  pictureCannotBeDrawn:
    'Your browser cannot draw this picture; it may be damaged. Its excerpts are here all the same.',
  areaOf: (title: string) => `Area of ${title}`,

  // attested-dialog.tsx
  whatTheAreaShows: 'What the area shows',
  addWordsByHand: 'Add words by hand',
  shownAsTranscript: (name: string) => `They are shown as ${name}’s transcript, not machine-checked.`,
  addExcerpt: 'Add excerpt',
  wordsInIt: 'Words in it',
  wordsAsSaidOrWritten: 'Words as said or written',
  wordsInItHint: 'As they stand there. A picture without words needs a note instead.',
  heldBy: 'Held by',
  heldByHint: 'Where the recording or paper can be seen',
  myNote: 'My note',

  // available-offline.tsx
  availableOffline: (available: number, count: number) =>
    `Available offline: ${numberText(available)} of ${counted(count, 'source')}`,
  markedNotKept: (marked: number) => `; ${counted(marked, 'marked source')} not kept on this device`,
  keepMarkedSources: (n: number) =>
    `Keep ${counted(n, 'marked source')} on this device too. Who can use this browser could then read ${n === 1 ? 'it' : 'them'} until you sign out.`,

  // checked-line.tsx
  willBeLookedAt: 'Its address is looked at as soon as its turn comes.',
  couldNotBeChecked: (when: string, why: string) => `Could not be checked, ${when}. ${why}`,
  unchangedChecked: 'Unchanged, checked',
  changedChecked: 'Changed, checked',
  checkedDailyUntil: (day: string) => `Checked daily until ${day}`,
  checkedWeeklyUntil: (day: string) => `Checked weekly until ${day}`,
  setBy: (by: string) => `, set by ${by}`,

  // choose-file.tsx
  whatFiles:
    'Drop files here, or choose them: PDF, Word, web pages (.html, .mhtml), text, pictures, or a list of references (.bib, .ris, .json, Zotero’s export as .zip).',
  wordsAreKept: 'The words are kept exactly as they are in the file.',
  chooseFiles: 'Choose files',
  filesToAddAsSources: 'Files to add as sources',

  // drop-zone.tsx
  dropToAddAsASource: 'Drop to add as a source',

  // edit-excerpt-dialog.tsx
  editExcerpt: 'Edit excerpt',
  save: 'Save',
  howItStandsAsInformation: 'How it stands as information',
  notGraded: 'Not graded',

  // edit-source-dialog.tsx
  detailsOfTheSource: 'Details of the source',
  markHint: 'How far it may be passed on: TLP:AMBER, say',
  underEmbargoUntil: 'Under embargo until',

  // excerpt-card.tsx
  excerptDeleted: 'Excerpt deleted.',
  nothingCitedIt: 'Nothing cited it.',
  putBack: 'Put back',
  evidenceErasedBy: (name: string) => `Evidence erased by ${name}`,
  noWordsWereTyped: 'No words were typed.',
  myNoteNote: (note: string) => `My note: ${note}`,
  tags: 'Tags',
  citedTimes: (n: number) =>
    n === 0 ? 'not cited yet' : n === 1 ? 'cited once' : `cited ${numberText(n)} times`,
  openAtTheArea: 'Open at the area',
  openAtThePassage: 'Open at the passage',
  quote: 'Quote',
  cite: 'Cite',
  quoteInline: 'Quote inline',
  edit: 'Edit',
  deleteIt: 'Delete',

  // excerpt-lines.ts
  says: (who: string) => `Says: ${who}`,
  saysNotNamed: (who: string) => `Says: ${who} (not named)`,
  viaLine: (via: string) => `Via: ${via}`,
  heldByWhom: (heldBy: string) => `held by ${heldBy}`,

  // excerpt-list.tsx
  nothingTakenYet: 'Nothing was taken from this source yet.',
  howToTakeFromText: 'Mark a passage in its text.',
  howToTakeWithoutText: 'Its text is not held here. Type the words that were said or written, and where.',
  excerpts: 'Excerpts',

  // found-in-texts.tsx
  inTheTexts: 'In the texts',
  places: (places: number) => counted(places, 'place'),

  // from-address.tsx
  fetchedWhenOnline: 'The address will be fetched when online.',
  addressExample: 'https://…',
  howPagesAreFetched:
    'The page is fetched as anybody sees it. If you read it with a subscription or a sign-in,',
  sendItFromYourBrowser: 'send it from your browser',
  orAddTheFile: ', or save it there and add the file.',

  // list-report.tsx
  worksAdded: (n: number) => (n === 1 ? '1 work was added' : `${numberText(n)} works were added`),
  hereAlready: (n: number) => `${numberText(n)} ${n === 1 ? 'was' : 'were'} here already`,
  couldNotBeRead: (n: number) => `${numberText(n)} could not be read`,
  line: (line: number, why: string) => `Line ${line}: ${why}`,
  withCopiesAndExcerpts: (sum: string, copies: number, excerpts: number) =>
    `${sum}, with ${counted(copies, 'saved copy', 'saved copies')} and ${counted(excerpts, 'excerpt')}.`,

  // locator-fields.tsx
  where: 'Where',
  fromTo: 'From, to',
  number: 'Number',

  // marking.ts
  paragraphMarked: 'Paragraph marked. Enter quotes it, Tab goes to more.',

  // merge-dialog.tsx
  mergeWithAnotherSource: 'Merge with another source',
  whatMergingDoes: (title: string) =>
    `“${title}” becomes a part of the source you choose: its excerpts, citations and saved copies go there. You can take it back.`,
  merge: 'Merge',
  noOtherSource: 'There is no other source in this brief.',
  theSameWorkAs: 'The same work as',

  // merged-lines.tsx
  mergedInto: (name: string) => `Merged by ${name} into`,
  undoTheMerge: 'Undo the merge',
  partOfIt: (title: string, name: string, day: string) => `“${title}” was merged into it by ${name}, ${day}.`,

  // missing-field.ts
  noTitleIsKnown: 'No title is known.',
  noDateIsKnown: 'No date is known.',
  noAddressIsKnown: 'No address is known.',

  // missing-question.tsx
  addOne: 'Add one',
  leaveOpen: 'Leave open',

  // newer-copy-dialog.tsx
  sameCopy: 'This is the copy that is here already. Nothing was added.',
  newSavedCopyAdded: 'New saved copy added.',
  addANewerCopy: 'Add a newer copy',
  whatANewerCopyDoes:
    'The copy that is here stays. Sentences whose words are different in the newer one are marked, and other briefs that use the work are told.',
  chooseAFile: 'Choose a file',
  addTheText: 'Add the text',
  itsTextNow: 'Its text now',
  newerCopyHint: 'Paste the whole text, or choose a file.',
  fileWithTheNewerCopy: 'File with the newer copy',

  // other-pages-dialog.tsx
  pagesWereRead: (pages: string) => `Pages ${pages} were read.`,
  readOtherPages: 'Read other pages',
  whatPagesWereRead: (read: string) =>
    `Pages ${read} of this file were read. They stay as a saved copy of their own, with the excerpts that were taken from them.`,
  otherPagesExample: 'For example 201-400; 500 at most.',

  // pdf-page.tsx
  page: (label: string) => `Page ${label}`,

  // pdf-reader.tsx
  pagesOf: (title: string) => `Pages of ${title}`,
  scanHint: 'This is a scan: no machine reads its words. Mark an area, and type what stands there.',
  sizeOfThePages: 'Size of the pages',
  smaller: 'Smaller',
  larger: 'Larger',
  openingThePages: 'Opening the pages…',
  thePagesCannotBeDrawn: 'The pages cannot be drawn.',
  andTextIsHere: (what: string) => `${what} The text and its excerpts are here all the same.`,
  readTheText: 'Read the text',
  areaOfPage: (label: string) => `Area of page ${label}`,
  wordsInNoParagraph:
    'These words stand in no paragraph of the text: a heading that every page repeats, or a part of a picture. Add them by hand under Excerpts.',

  // paste-references.tsx
  notReferences:
    'This is neither BibTeX, RIS nor CSL-JSON. Nothing was added; export the list again in one of them.',
  referencesExample: 'Paste BibTeX, RIS or CSL-JSON, as Zotero and others export it.',
  zoteroHint:
    'With their files: in Zotero, export a folder with “Export Files” and “Include Annotations”, pack it as a .zip and choose that. What was highlighted in it becomes excerpts.',
  addReferences: 'Add references',
  fileOfReferences: 'File of references',

  // paste-text.tsx
  text: 'Text',
  pasteTextHint: 'Paste the whole text here. It is kept as it is.',
  structureIsKept: 'Its headings, lists and tables are kept.',
  keepTheTextAlone: 'Keep the text alone',

  // read-by-all.tsx
  readByAll:
    'All who can open this brief can read what you write here, names too. Leave out who must not be known.',

  // reader-keys.tsx
  goThroughTheParagraphs: 'Go through the paragraphs',
  markParagraph: 'Mark the paragraph, and once more: quote it',
  markByWord: 'Mark by word, with Alt by character',
  markBySentence: 'Mark by sentence',
  goToActions: 'Go to quote, cite, note',
  letGo: 'Let go',
  findInThisSource: 'Find in this source',
  keysInTheText: 'Keys in the text',

  // reader-search.tsx
  placeOf: (n: number, count: number) => `${n} of ${count}`,
  notFound: 'Not found',
  previousPlace: 'Previous place',
  nextPlace: 'Next place',
  stopSearching: 'Stop searching',

  // reader.tsx
  howToMark: 'Mark words here to quote or cite them in your text.',
  textOf: (title: string) => `Text of ${title}`,
  excerpt: 'Excerpt',

  // saved-copy.tsx
  savedCopy: 'Saved copy',
  savedCopyWhen: (when: string) => `Saved copy, ${when}`,
  openingTheSavedCopy: 'Opening the saved copy…',
  excerptsAreHere: 'Its excerpts and what cites them are here all the same.',
  shownAs: 'Shown as',

  // schedule-dialog.tsx
  everyDay: 'Every day',
  everyWeek: 'Every week',
  scheduleTitle: 'Check on a schedule',
  scheduleForAll: 'Check all on a schedule',
  whatAScheduleDoes:
    'The server looks at the address. When the text there is different, it becomes a new saved copy under your name, and the sentences that rest on changed words are marked.',
  stopChecking: 'Stop checking',
  set: 'Set',
  howOften: 'How often',
  until: 'Until',

  // selection-bar.tsx
  excerptKept: 'Excerpt kept.',
  markedPassage: 'Marked passage',
  whoSaysThis: 'Who says this?',
  keepAsExcerpt: 'Keep as excerpt',

  // source-fields.tsx
  kind: 'Kind',
  title: 'Title',
  author: 'Author',
  authorHint: 'Family name, given name; several with a semicolon between',
  outletOrPublisher: 'Outlet or publisher',
  date: 'Date',
  dateExample: '3 May 2024, May 2024 or 2024',
  address: 'Address',
  addressBegins: 'https://',
  firstReportedBy: 'First reported by',
  originHint: 'Where this work has it from, if it passes on what others reported',

  // source-kinds.ts
  newsArticle: 'News article',
  magazineArticle: 'Magazine article',
  journalArticle: 'Journal article',
  report: 'Report',
  webPage: 'Web page',
  post: 'Post',
  blogPost: 'Blog post',
  broadcast: 'Broadcast',
  video: 'Video',
  audioRecording: 'Audio recording',
  picture: 'Picture',
  interview: 'Interview',
  speech: 'Speech',
  book: 'Book',
  chapter: 'Chapter',
  lawOrDecree: 'Law or decree',
  personalCommunication: 'Personal communication',
  otherDocument: 'Other document',

  // source-line.ts
  savedCopyDay: (day: string) => `Saved copy, ${day}`,
  noTextHeld: 'No text held',

  // source-list.tsx
  sourcesFound: (count: number) => `${counted(count, 'source')} found.`,
  nothingFound: 'No source is called so, and no excerpt has these words.',
  sources: 'Sources',
  searchSources: 'Search sources',
  search: 'Search',
  noSourceYet: 'There is no source in this brief yet.',
  howToBegin: 'Paste text, or drop a file here: PDF, Word, a saved page or text.',
  ofThisBrief: 'Of this brief',
  unusedExcerptsN: (count: number) => `Unused excerpts ${count}`,
  unusedExcerpts: 'Unused excerpts',

  // source-menu.tsx
  takenOutOfTheList: 'Taken out of the list.',
  whatStays: 'Its excerpts stay, and so does what cites it.',
  moreFor: (title: string) => `More for ${title}`,
  citeTheSource: 'Cite the source',
  editDetails: 'Edit details',
  mergeWith: 'Merge with…',
  checkAgain: 'Check again',
  scheduleNext: 'Check on a schedule…',
  addANewerCopyNext: 'Add a newer copy…',
  readOtherPagesNext: 'Read other pages…',
  withdraw: 'Withdraw…',
  takeTheWithdrawalBack: 'Take the withdrawal back…',
  removeFromTheList: 'Remove from the list',

  // source-row.tsx
  willBeSentWhenOnline: 'will be sent when online',
  excerptsCount: (count: number) => counted(count, 'excerpt'),
  firstReportedByWhom: (origin: string) => `First reported by ${origin}`,

  // source-view.tsx
  allSources: 'All sources',
  openTheAddress: 'Open the address',
  evidenceErased: (name: string, day: string, why: string) => `Evidence erased by ${name}, ${day}: ${why}`,
  takenOutOfTheListBy: (name: string) => `Taken out of the list by ${name}.`,
  ofThisSource: 'Of this source',
  excerptsN: (count: number) => `Excerpts ${count}`,

  // tags-field.tsx
  commasBetweenThem: 'Commas between them',
  tagsOfThisBrief: 'Tags of this brief',

  // take-back-dialog.tsx
  takeBackTitle: 'Take the withdrawal back',
  whatTakingBackDoes:
    'Every brief of the workspace that uses the work is told, with your name and the reason. The sentences that cite it are no longer marked here.',
  takeItBack: 'Take it back',
  reason: 'Reason',

  // translations-field.tsx
  translations: 'Translations',
  translation: (n: number) => `Translation ${n}`,
  language: 'Language',
  languageExample: 'en, de, fr-CA',
  translatedBy: 'Translated by',
  removeTranslation: (n: number) => `Remove translation ${n}`,
  addATranslation: 'Add a translation',

  // twin-question.tsx
  theSameWork: 'The same work?',
  looksLike: (title: string) => `This looks like “${title}”, which is already here.`,
  addAsCopy: 'Add to it as a new copy',
  mergeWithIt: 'Merge with it',
  keepApart: 'Keep apart',

  // unused-excerpts.tsx
  everyExcerptIsUsed: 'Every excerpt is used.',
  unusedWaitHere: 'What you take from a source and do not cite yet waits here.',
  sourceMissing: 'Source missing',

  // use-add-files.ts
  fileTooLarge: (megabytes: number) =>
    `It is larger than ${megabytes} MB. Nothing was added; cut it into parts.`,
  scanAdded:
    'This is a scan: there is no text in it. It was added; mark an area on a page, and type the words that stand there.',
  sourcesAdded: (count: number) => `${count} sources added.`,
  stopped: 'Stopped. What was added before stays.',

  // use-checking.ts
  lookingAtTheAddressAgain: 'Looking at the address again…',
  unchanged: 'Unchanged.',
  hasChanged: 'It has changed: there is a new saved copy.',
  willBeChecked: (sources: number) => `${counted(sources, 'source')} will be looked at, two at a time.`,

  // use-citing.ts
  noPlaceAtCaret: 'There is no place for it at the caret.',
  howToPlaceIt: (what: string) => `${what} Put the caret into a paragraph of the brief and try again.`,
  excerptIsKept: 'The excerpt is kept.',
  sourceCited: 'Source cited.',
  nothingWasChanged: 'Nothing was changed.',
  excerptCited: 'Excerpt cited.',
  quotationAdded: 'Quotation added.',
  wordsQuoted: 'Words quoted.',

  // use-merging.ts
  theyAreTwoSourcesAgain: 'They are two sources again.',
  nowAPartOf: (title: string) => `Now a part of “${title}”.`,
  whatWentThere: 'Its excerpts, citations and saved copies went there.',
  undo: 'Undo',

  // use-reference-files.ts
  listTooLarge: (megabytes: number) =>
    `It is larger than ${megabytes} MB. Nothing was added; export it in parts.`,
  listStopped: 'Stopped. The works that came before stay.',

  // waiting-addresses.tsx
  addressesThatWait: 'Addresses that wait',
  willBeFetchedWhenOnline: 'Will be fetched when online',
  remove: 'Remove',

  // who-says.tsx
  nameOrDescription: 'Name or description',
  sayerExample: 'A minister, unnamed officials',
  role: 'Role',
  namedInTheSource: 'Named in the source',
  via: 'Via',
  viaHint: 'What it passed through: a report, a briefing. One a line, the nearest to this source last.',

  // withdraw-dialog.tsx
  retracted: 'Retracted',
  correctedByItsPublisher: 'Corrected by its publisher',
  discredited: 'Discredited',
  withdrawThisSource: 'Withdraw this source',
  whatWithdrawingDoes:
    'Every brief of the workspace that uses the work is told, with your name and the reason. Nothing is deleted.',
  withdrawIt: 'Withdraw',
  whatHappened: 'What happened',

  // withdrawn-line.tsx
  goesOnCitingIt: (name: string) => ` · ${name} goes on citing it`,

  // without-text.tsx
  whatIsWithoutText:
    'For an interview, a video or audio recording, a post or a paper held elsewhere. You then type the words as you heard or read them, with the time or page and where it is held. A picture or a scan that you have is added as a file.',
})
