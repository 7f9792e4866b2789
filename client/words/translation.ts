/** A language as one file: the words of some rooms, or of all. What it lacks stays English. */
import type { Words } from './language.ts'
import type { Spoken } from './others.ts'
import type { say as briefs } from './en/briefs.ts'
import type { say as presence } from './en/presence.ts'
import type { say as sharing } from './en/sharing.ts'
import type { say as ui } from './en/ui.ts'

/** The rooms and their English words: types only, so that a language brings none of them along. */
type Rooms = {
  briefs: typeof briefs
  presence: typeof presence
  sharing: typeof sharing
  ui: typeof ui
}

export type Translation = { [Room in keyof Rooms]?: Partial<Rooms[Room]> }

export const translation =
  (rooms: Translation): Spoken =>
  (room) =>
    (rooms as Record<string, Words | undefined>)[room]
