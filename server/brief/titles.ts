/** Keeps the list's copy of each brief's title, and when it changed, in step with the documents. */
import type { Kysely } from 'kysely'
import { readAbout } from '../../shared/brief/about.ts'
import { briefsWithUpdates, correctTitle, touchBrief } from '../storage/briefs.ts'
import type { Database } from '../storage/database.ts'
import { follow, type Followed } from './follow.ts'

export const followTitles = (
  { db, rooms }: { db: Kysely<Database>; rooms: Followed },
  report: (error: unknown) => void,
): { stop(): Promise<void> } =>
  follow({
    rooms,
    look: (doc) => readAbout(doc).title,
    list: (id, title) => touchBrief(db, id, title),
    // The list says when a brief was changed: nobody misses a quarter of a minute.
    sameFor: 15_000,
    // A server that was killed may have stored a title and not listed it.
    behind: () => briefsWithUpdates(db),
    correct: (id, title) => correctTitle(db, id, title),
    report,
  })
