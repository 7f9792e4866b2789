/** The palette, and the list of keys. */
import { spoken } from '../language.ts'

export const say = spoken('palette', {
  // palette.tsx
  paletteTitle: 'Commands, headings and sources',
  searchLabel: 'Search commands, headings and sources',
  searchExample: 'A command, a heading, a source',
  esc: 'Esc',
  nothingFound: 'Nothing here is called so. To look for words in the text, choose “Find and replace”.',

  // shortcuts-dialog.tsx
  keyboardShortcuts: 'Keyboard shortcuts',
})
