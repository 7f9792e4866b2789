/** The library: works, where they are used, how far they are trusted. */
import { counted } from './counted.ts'
import { spoken } from '../language.ts'
import { numberText } from '../number-text.ts'

export const say = spoken('library', {
  // found-copies.tsx
  foundInSavedCopies: 'Found in saved copies',
  untitledBrief: 'Untitled brief',
  inBrief: (title: string) => `In “${title}”`,
  andIn: (titles: readonly string[]) => ` and ${titles.map((title) => `“${title}”`).join(', ')}`,

  // scale-choice.tsx
  plainScale: 'Plain words: official, named, unnamed, reprint',
  admiraltyScale: 'Admiralty code: A to F',
  sourcesAreGradedIn: 'Sources are graded in',
  gradesStay: 'Grades that were given stay what they were.',

  // take-over-dialog.tsx
  addToABrief: 'Add to a brief',
  whatComesAlong: 'The source comes along with its saved copies and the excerpts that you tick.',
  excerptsTakenOver: (taken: number) =>
    `${counted(taken, 'excerpt')} ${taken === 1 ? 'was' : 'were'} taken over.`,
  added: (takenOver: string) => `Added. ${takenOver}`,
  briefHadIt: (what: string) => `The brief had this source already. ${what}`,
  noBriefToWriteIn: 'There is no brief that you may write in. Make a new one first.',
  brief: 'Brief',
  hasItAlready: ' (has this source)',
  excerpts: 'Excerpts',
  onlyThisBriefHasTheSource: 'Only this brief has the source. Choose another one.',
  addToBrief: 'Add to brief',

  // work-grade.tsx
  theGradeWasTakenBack: (byLine: string) => `The grade was taken back. ${byLine}`,
  earlierGrades: 'Earlier grades',
  takenBack: 'Taken back',
  gradeAnew: 'Grade anew…',
  gradeThisSource: 'Grade this source…',
  theSourceIs: 'The source is',
  notGraded: 'Not graded',
  takeTheGradeBack: 'Take the grade back',
  why: 'Why',
  whoReadsWhy: 'Everybody with a brief that has this work reads it.',
  save: 'Save',
  cancel: 'Cancel',

  // work-lines.ts
  inBriefs: (briefs: number) => `In ${counted(briefs, 'brief')}`,
  citedTimes: (n: number) =>
    n === 0 ? 'not cited' : n === 1 ? 'cited once' : `cited ${numberText(n)} times`,
  noTextHeld: 'no text held',

  // work-row.tsx
  firstReportedBy: (origin: string) => `First reported by ${origin}`,

  // work-uses.tsx
  lookingItUp: 'Looking it up…',
  tryAgain: 'Try again',
  addToABriefNext: 'Add to a brief…',
  excerptsCount: (count: number) => counted(count, 'excerpt'),
  noSentenceRestsOnItYet: 'No sentence rests on it yet.',
  aCitationWithoutWords: 'A citation without words',
  lostItsPlace: '(lost its place)',
  notNamed: ' (not named)',
  origins: (n: number) => (n === 1 ? 'One origin' : counted(n, 'origin')),

  // library-page.tsx
  library: 'Library',
  searchLabel: 'Search titles, people, outlets, and the words of every saved copy',
  searchExample: 'briefing, Путин or Putin, 2024…',
  noSourceYet: 'There is no source in your briefs yet.',
  howToBegin: 'Open a brief and add a source: it is listed here, with every sentence that rests on it.',
  nothingHasInIt: (q: string) => `Nothing has “${q}” in it.`,
  nothingFoundWhere: 'Neither a title, a name nor a saved copy of the briefs that you may read.',
  works: (total: number) => counted(total, 'work'),
  showMore: 'Show more',
  foundInSavedCopiesCount: (count: number) => `Found in ${counted(count, 'saved copy', 'saved copies')}`,
})
