/** An open brief: whether it is saved, what stands in its way, how quotations stand to their sources. */
import { counted } from './counted.ts'
import { spoken } from '../language.ts'

export const say = spoken('brief', {
  // connection.ts
  opening: 'Opening…',
  saved: 'Saved',
  saving: 'Saving…',
  offlineKeptOnThisDevice: 'Offline, kept on this device',
  offline: 'Offline',
  notSavedRetrying: 'Not saved, retrying',
  notKeptOnThisDevice: 'Not kept on this device',
  notConnected: 'Not connected',
  offlineNotKept:
    'There is no connection, and this device does not keep what you write, most likely for want of room: it is in this window only. Do not close it; make room on the device, or connect again.',
  serverCouldNotRead:
    'The server could not read what this page sent. What you wrote is still here; copy it, then reload the page.',
  notSignedIn: 'You are not signed in any more. What you wrote stays here; sign in again to send it.',
  noAccess: 'You have no access to this brief any more. What you wrote is still here; copy what you need.',
  briefWasDeleted: 'This brief was deleted. What is on this page is still here; copy what you need.',
  briefWasRestored:
    'This brief was restored on the server. It is being opened anew; your own words are kept.',
  pageIsOlder: 'This page is older than the server. Reload it; what you wrote is kept.',
  serverCannotStore:
    'The server cannot store anything just now; its disk may be full. What you write stays in this page and is saved by itself as soon as there is room. Leave the page open; whoever runs the server can make room.',
  partDamaged:
    'Part of what was stored of this brief is damaged. You see its last good state; it can be read and exported, not changed. What you wrote yourself is still here. Its owner can see what is missing with "npx vouch repair".',

  // evidence-entries.ts
  wholeSource: 'Whole source',

  // format-name.ts
  webPage: 'Web page',
  citedWorksAs: (format: string) => `Cited works, ${format}`,
  everythingAsArchive: 'Everything, as an archive',

  // fullness.ts
  isFull:
    'This brief is full: nothing more can be added. All of it is kept, and can be read and exported. Delete text or excerpts that are no longer needed to make room, or go on in another brief.',
  isNearlyFull: (n: number) =>
    `This brief is ${n} % full. Everything works until it is full; deleting what is no longer needed makes room.`,

  // library-works.ts
  libraryUnreached: 'Offline: only what this brief has is shown.',
  libraryFailed: 'The library did not answer: only what this brief has is shown.',
  fromTheLibrary: 'From the library',
  excerpts: (excerpts: number) => counted(excerpts, 'excerpt'),

  // live-link.tsx
  seeItOnThePage: 'See it on the page',

  // locator-name.ts
  page: 'Page',
  paragraph: 'Paragraph',
  section: 'Section',
  chapter: 'Chapter',
  figure: 'Figure',
  table: 'Table',
  line: 'Line',
  note: 'Note',
  part: 'Part',
  volume: 'Volume',
  time: 'Time',
  appendix: 'Appendix',

  // notice-words.ts
  newerCopy: 'There is a newer saved copy',
  retracted: 'Retracted',
  correctedByItsPublisher: 'Corrected by its publisher',
  discredited: 'Discredited',
  noLongerWithdrawn: 'No longer withdrawn',

  // standing-words.ts
  numberDiffers: 'Differs from the source: a number',
  negationDiffers: 'Differs from the source: “not”',
  wordsDiffer: 'Words differ from the source',
  notTiedToAPassage: 'Not tied to a passage',
  evidenceErased: 'Evidence erased',
  passageHasNoWords: 'The passage has no words to compare',
  originalWordForWord: (by: string) => `Original word for word · translated by ${by}`,
  wordForWord: 'Word for word',
  sameWordsChangesMarked: 'Same words, changes marked',
  sameWordsShortened: 'Same words, shortened',
  sameWordsLayoutDiffers: 'Same words, layout differs',
  wordForWordMoved: 'Word for word, moved',
  textAroundItChanged: 'Text around it changed',
  foundInSeveralPlacesChoose: 'Found in several places: choose',
  noLongerInTheSource: 'No longer in the source',
  wordsChanged: 'Words changed',
  aNumber: 'number',
  aNegation: '“not”',
  transcriptOf: (name: string) => `${name}’s transcript, not machine-checked`,
  via: (name: string) => `via ${name}`,

  // translation-kinds.ts
  ourOwn: 'Our own',
  official: 'Official',
  byAMachine: 'By a machine',
  translatedByAMachine: 'Translated by a machine',
  ownTranslation: 'Our own translation',
  officialTranslation: 'Official translation',
  aTranslation: 'A translation',
})
