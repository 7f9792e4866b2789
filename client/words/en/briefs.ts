/** The list of briefs: its rows, its dialogs, the account menu. */
import { counted } from './counted.ts'
import { spoken } from '../language.ts'

export const say = spoken('briefs', {
  // about-dialog.tsx
  aboutVouch: 'About Vouch',
  version: (version: string) => `Version ${version}`,
  license:
    'Free software under the GNU Affero General Public License, version 3 or later (AGPL-3.0-or-later).',
  stylesAreOf: 'Citation styles and their languages are those of the',
  styleProject: 'Citation Style Language project',
  stylesUnchangedUnder: ', unchanged, under',
  stylesLicense: 'Creative Commons Attribution-ShareAlike 3.0',
  stylesSetBy: '. They are set by citeproc-js, © Frank Bennett, under the GNU Affero General Public License.',

  // account-menu.tsx
  sendingWhatIsNotSent: 'Sending what is not sent yet…',
  accountOf: (name: string) => `Account of ${name}`,
  signOut: 'Sign out',
  language: 'Language',
  asTheBrowser: (name: string) => `As the browser: ${name}`,

  // brief-row.tsx
  untitledBrief: 'Untitled brief',
  example: 'Example',
  people: (people: number) => counted(people, 'person', 'people'),
  changed: 'changed',
  moreFor: (title: string) => `More for ${title}`,
  deleteBrief: 'Delete…',

  // delete-brief-dialog.tsx
  deleteThisBrief: 'Delete this brief?',
  keepIt: 'Keep it',
  deleteForEverybody: 'Delete for everybody',
  goesForEverybody: (title: string) =>
    `“${title}” goes for all who are in it, with its sources and excerpts. Export it first if you may want it again.`,

  // import-brief.tsx
  importIt: 'Import',
  fileToImport: 'File to import: Markdown, Word or an archive',
  importedWithTheseNotes: 'Imported, with these notes',
  openTheBrief: 'Open the brief',

  // make-it-yours.tsx
  copyOf: (title: string) => `Copy of ${title}`,
  makeItYours: 'Make it yours',

  // new-brief-dialog.tsx
  anEmptyPage: 'An empty page',
  templateWithWords: (name: string, words: number) => `${name} · ${counted(words, 'word')}`,
  emptyPageHint: 'Headings, lists and tables are a press of / away.',
  newBrief: 'New brief',
  cancel: 'Cancel',
  makeBrief: 'Make it',
  title: 'Title',
  titleCanChange: 'It can change at any time.',
  startFrom: 'Start from',

  // sign-out-dialog.tsx
  notEverythingIsSent: 'Not everything is sent',
  signingOutLoses:
    'Signing out takes your briefs off this device. Changes that have not reached the server, and recovered text that you have not put away, would be lost, in:',
  howToKeepThem: 'Open them while you are connected, wait for “Saved”, and copy what was recovered.',
  signOutAndLoseThem: 'Sign out and lose them',
  staySignedIn: 'Stay signed in',
})
