/** The evidence beside the text: cards, checks, what changed in a source. */
import { counted } from './counted.ts'
import { spoken } from '../language.ts'

export const say = spoken('cite', {
  // add-cite.tsx
  notCited: 'Not cited.',
  addASource: 'Add a source',
  authorTitleYearOrWords: 'Author, title, year or words',
  nothingFound: 'Nothing found.',
  cancel: 'Cancel',

  // card-lines.ts
  sourceMissing: 'Source missing',
  takenOut: 'taken out',
  checkedBy: (name: string) => `Checked by ${name}`,
  changedSinceChecked: 'Changed since checked',

  // change-card.tsx
  saved: (when: string) => `saved ${when}`,
  savedAgain: (before: string, when: string) => `saved ${before}, again ${when}`,
  takeTheNewWords: 'Take the new words',
  takeTheNewCopy: 'Take the new copy',
  keepTheOldCopy: 'Keep the old copy',
  detachFromTheSentence: 'Detach from the sentence',
  letItGo: 'Let it go',
  openPassage: 'Open passage',
  noSentenceRestsOnIt: 'No sentence rests on it.',
  sentencesRestOnIt: (n: number) => (n === 1 ? 'Rests on it:' : `${counted(n, 'sentence')} rest on it:`),
  noWordsBefore: 'No words before the citation',

  // changed-sources.tsx
  sourcesThatChanged: 'Sources that changed',
  noLongerInTheSource: 'No longer in the source',
  wordsAreKept: 'Their words are kept, and so is the saved copy that they were taken from.',
  textAroundItChanged: 'Text around it changed',
  passagesWordForWord: (count: number) => `${counted(count, 'passage')}, word for word as before`,

  // check-line.tsx
  checkedOnDay: (name: string, day: string) => `Checked by ${name}, ${day}`,
  sentenceChangedSince: (name: string) => `Sentence changed since ${name} checked it`,
  passagesChangedSince: (name: string) => `Passages changed since ${name} checked it`,
  iCheckedThis: 'I checked this',
  takeTheCheckBack: 'Take the check back',

  // choose-place.tsx
  itIsThisOne: 'It is this one',

  // citation-card.tsx
  noSource: 'No source',
  passages: (n: number) => counted(n, 'passage'),
  contradicts: 'contradicts',
  nothingCovered: 'No words stand before this citation.',
  covers: 'Covers',
  showInText: 'Show in text',
  itsSentence: 'Its sentence',
  wholeBlock: 'The whole paragraph, list item or cell',

  // cite-details.tsx
  movedUp: 'Moved up.',
  movedDown: 'Moved down.',
  removed: 'Removed.',
  thisSourceIsMissing: 'This source is missing from the brief.',
  asCitedIn: (plainReference: string) => `As cited in ${plainReference}`,
  takenOutBy: (name: string, day: string) =>
    `Taken out of the sources by ${name}, ${day}. What is said of it here stays.`,
  putBack: 'Put back',
  passageMissing: 'The passage is missing from the brief.',
  wholeSourceCited: 'No passage chosen: the whole source is cited.',
  done: 'Done',
  edit: 'Edit',
  remove: 'Remove',
  citeEarlier: 'Cite earlier',
  citeLater: 'Cite later',
  evidenceErasedBy: (name: string, day: string, why: string) => `Evidence erased by ${name}, ${day}: ${why}`,
  heldBy: (heldBy: string) => ` · held by ${heldBy}`,
  myNote: 'My note',
  myNoteNote: (note: string) => `My note: ${note}`,

  // cite-form.tsx
  notSaid: 'Not said',
  where: 'Where',
  number: 'Number',
  wordsBefore: 'Words before',
  wordsAfter: 'Words after',
  leaveOutTheAuthor: 'Leave out the author',
  usedAs: 'Used as',
  forTheSentenceIt: 'For the sentence it',
  seenOnlyAsCitedIn: 'Seen only as cited in',
  seenItself: 'Seen itself',

  // cite-words.ts
  quoted: 'Quoted',
  paraphrased: 'Paraphrased',
  computedFromIt: 'Computed from it',
  background: 'Background',
  supports: 'Supports',
  bearsAgainst: 'Contradicts',
  givesContext: 'Gives context',

  // evidence-pane.tsx
  citations: 'Citations',
  nothingCitedYet: 'What the text cites is shown here, with the words it rests on.',

  // notices.tsx
  newsOfYourSources: 'News of your sources',
  someSource: 'A source of this brief',
  mayNotRead: 'You may not read that copy. Bring the work in again to compare.',
  takeItOver: 'Take it over',
  dismiss: 'Dismiss',
  goOnCitingIt: 'Go on citing it',

  // passage-state.tsx
  copyNotAtHand: 'The saved copy is not at hand to compare',
  comparing: 'Comparing…',
  keptCopyOf: (name: string, day: string) =>
    `${name} kept the copy of ${day}; a newer one says something else.`,
  keptOlderCopy: (name: string) => `${name} kept the older copy; a newer one says something else.`,

  // quotation-findings.tsx
  quotationsThatDiffer: 'Quotations that differ',

  // then-and-now.tsx
  wordsThen: 'Then',
  wordsNow: 'Now',

  // unplaced-citations.tsx
  unplacedCitations: 'Unplaced citations',
  whyUnplaced: 'They lost their place when edits met. Their evidence is kept: put them back, or let them go.',
  cannotStandHere:
    'It cannot stand where the caret is. Put the caret behind the sentence it belongs to, and try again.',
  putItBack: 'Put it back',
})
