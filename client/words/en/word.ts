/** A Word file that came back. */
import { counted } from './counted.ts'
import { spoken } from '../language.ts'

export const say = spoken('word', {
  // bring-back-dialog.tsx
  bringBack: 'Bring back a Word file',
  whatItIs:
    'Choose the Word file that was exported from this brief and changed by others. What it says otherwise is listed here; you take it or leave it, one by one. Nothing changes by itself.',
  chooseTheFile: 'Choose the Word file',
  anotherFile: 'Another file…',
  reading: 'Reading…',
  failed: 'The file could not be read here. Your brief is as it was; reload the page and try again.',
  notFromHere:
    'This Word file did not go out from this brief: none of its paragraphs is known here. Nothing was changed. To make a new brief of it, import it in the list of briefs.',
  nothingOtherwise: 'The file says what the brief says. There is nothing to take.',
  allDone: 'Nothing is left to take or leave.',
  close: 'Close',
  takeAll: (n: number) => (n === 1 ? 'Take it' : `Take all ${n}`),
  take: 'Take',
  leave: 'Leave',
  show: 'Show in the text',
  took: (n: number) => `${counted(n, 'change')} taken.`,
  notTaken: 'It could not be taken: the brief has changed at that place. It stays in the list.',
  leftCount: (n: number) => `${counted(n, 'change')} left out.`,
  lookAgain: 'Show them again',
  changes: (n: number) => counted(n, 'change'),
  remarks: (n: number) => counted(n, 'comment'),
  by: (name: string) => name || 'Somebody',
  untracked: 'Without tracked changes',
  alsoHere: 'The brief was changed at this place, too, since the file went out.',
  aboutWords: (words: string) => `On “${words}”`,
  seen: 'Done',
  words: 'Words',
  look: 'Formatting',
  kind: 'Kind of paragraph',
  added: 'New paragraph',
  removed: 'Paragraph taken out',
  moved: 'Moved',
  title: 'Title',
  note: 'Footnote',
  picture: 'Picture',
})
