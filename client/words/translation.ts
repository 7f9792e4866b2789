/** A language as one file: the words of some rooms, or of all. What it lacks stays English. */
import type { Words } from './language.ts'
import type { Spoken } from './others.ts'

/** The rooms and their English words: types only, so that a language brings none of them along. */
type Rooms = {
  briefs: typeof import('./en/briefs.ts').say
  presence: typeof import('./en/presence.ts').say
  sharing: typeof import('./en/sharing.ts').say
  ui: typeof import('./en/ui.ts').say
}

export type Translation = { [Room in keyof Rooms]?: Partial<Rooms[Room]> }

export const translation =
  (rooms: Translation): Spoken =>
  (room) =>
    (rooms as Record<string, Words | undefined>)[room]
