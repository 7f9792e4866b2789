/** The page of a brief around its text: header, panes, banners, palette. */
import { counted } from './counted.ts'
import { spoken } from '../language.ts'
import { numberText } from '../number-text.ts'

export const say = spoken('brief-page', {
  // brief-banners.tsx
  yoursRecovered: 'Some of what you wrote could not go into the brief. It is kept here for you to copy.',
  colleaguesRecovered:
    'Some of what a colleague wrote could not go into the brief. It is kept here for you to copy.',
  showRecoveredText: 'Show recovered text',
  signIn: 'Sign in',
  goToYourBriefs: 'Go to your briefs',
  reloadThePage: 'Reload the page',

  // brief-header.tsx
  allBriefs: 'All briefs',
  showSources: 'Show sources',
  foldSources: 'Fold sources',
  share: 'Share',
  exportIt: 'Export',
  showEvidence: 'Show evidence',
  foldEvidence: 'Fold evidence',

  // brief-page.tsx
  cannotBeOpened: 'This brief cannot be opened.',
  tryAgain: 'Try again',

  // brief-palette.tsx
  paneAlso: 'pane panel',
  brief: 'Brief',
  shareAlso: 'people link publish members',
  exportAlso: 'download word docx pdf markdown html bibtex ris zip style',
  bringBackAWordFile: 'Bring back a Word file',
  bringBackAlso: 'docx tracked changes comments clearance review',
  keyboardShortcuts: 'Keyboard shortcuts',
  shortcutsAlso: 'keys help',
  commandsHeadingsSources: 'Commands, headings, sources',
  nextPane: 'Next pane',
  fromAPaneBack: 'From a pane back to the text',
  theCommands: 'The commands',
  headings: 'Headings',
  untitledSection: 'Untitled section',
  sources: 'Sources',

  // brief-panes.tsx
  evidence: 'Evidence',
  thePage: 'The page',
  fold: (pane: string) => `Fold ${pane.toLowerCase()}`,
  thePane: (pane: string) => `The ${pane.toLowerCase()} pane`,
  widthOf: (pane: string) => `Width of ${pane.toLowerCase()}`,
  panes: 'Panes',

  // brief-title.tsx
  untitledBrief: 'Untitled brief',
  pageTitle: (title: string) => `${title} · Vouch`,
  titleOfTheBrief: 'Title of the brief',

  // example-line.tsx
  example: 'Example',
  thisIsAnExample: 'This is an example. A copy is yours to write in.',

  // page-status.tsx
  wordCount: (words: number) => counted(words, 'word'),
  wordsOf: (words: number, target: number) => `${numberText(words)} of ${numberText(target)} words`,
  tooMany: (words: number) => `${numberText(words)} too many`,
  aboutPages: (pages: number) => `about ${counted(pages, 'page')}`,
  headingsOfTheBrief: 'Headings of the brief',
  outline: 'Outline',
  find: 'Find',
  commands: 'Commands',

  // recovered-dialog.tsx
  roleDidNotLet: (when: string) => `Your role did not let you write when this was sent, ${when}.`,
  briefWasFull: (when: string) =>
    `The brief is as large as a brief can be, so this was not added, ${when}. Take something out, then paste it again.`,
  serverCouldNotRead: (when: string) =>
    `The server could not read this change, ${when}. Reload the page, then paste the words again.`,
  briefWasRestored: (when: string) =>
    `The brief was restored on the server to an earlier state, ${when}. These words were not in it any more:`,
  youChangedIt: (when: string) =>
    `You changed this paragraph while a colleague wrote in it, ${when}. These words of theirs were not in it any more:`,
  colleagueChangedIt: (when: string) =>
    `A colleague changed this paragraph while you wrote in it, ${when}. These words were not in it any more:`,
  recoveredText: 'Recovered text',
  dismissRecovered: 'I need it no more',
  textCopied: 'Text copied.',
  copyText: 'Copy text',

  // use-renewal.ts
  olderAndUnsent:
    'This page is older than the server, and what you wrote last is in this window only. Copy it, then reload the page.',
  olderStill:
    'This page is older than the server, and loading it anew has not brought the newer one yet. What you wrote is kept on this device; reload in a few minutes.',
  olderAndRenewing:
    'This page is older than the server: the newer one is on its way. What you wrote is kept on this device.',

  // use-send-waiting.ts
  pastedTextWaits: 'A text that you pasted offline waits here',
})
