/** A language as one file: the words of some rooms, or of all. What it lacks stays English. */
import type { Spoken, Words } from './language.ts'
import type { say as briefPageWords } from './en/brief-page.ts'
import type { say as briefWords } from './en/brief.ts'
import type { say as briefsWords } from './en/briefs.ts'
import type { say as citeWords } from './en/cite.ts'
import type { say as collectWords } from './en/collect.ts'
import type { say as deviceWords } from './en/device.ts'
import type { say as editorWords } from './en/editor.ts'
import type { say as exportWords } from './en/export.ts'
import type { say as libraryWords } from './en/library.ts'
import type { say as pagesWords } from './en/pages.ts'
import type { say as paletteWords } from './en/palette.ts'
import type { say as particularsWords } from './en/particulars.ts'
import type { say as presenceWords } from './en/presence.ts'
import type { say as refusalsWords } from './en/refusals.ts'
import type { say as rolesWords } from './en/roles.ts'
import type { say as sharingWords } from './en/sharing.ts'
import type { say as sourcesWords } from './en/sources.ts'
import type { say as uiWords } from './en/ui.ts'
import type { say as wordWords } from './en/word.ts'

/** The rooms and their English words: types only, so that a language brings none of them along. */
type Rooms = {
  'brief-page': typeof briefPageWords
  brief: typeof briefWords
  briefs: typeof briefsWords
  cite: typeof citeWords
  collect: typeof collectWords
  device: typeof deviceWords
  editor: typeof editorWords
  export: typeof exportWords
  library: typeof libraryWords
  pages: typeof pagesWords
  palette: typeof paletteWords
  particulars: typeof particularsWords
  presence: typeof presenceWords
  refusals: typeof refusalsWords
  roles: typeof rolesWords
  sharing: typeof sharingWords
  sources: typeof sourcesWords
  ui: typeof uiWords
  word: typeof wordWords
}

export type Translation = { [Room in keyof Rooms]?: Partial<Rooms[Room]> }

/** A language that has every word. */
export type CompleteTranslation = Rooms

export const translation =
  (rooms: Translation): Spoken =>
  (room) =>
    (rooms as Record<string, Words | undefined>)[room]

/** The same of a language that has every word: what it lacks is found by the compiler. */
export const complete: (rooms: CompleteTranslation) => Spoken = translation
