/**
 * Keeps the list's copy of each brief's title, and when it changed, in step with the documents. The documents are
 * what counts; the list may be a moment behind.
 */
import type { Kysely } from 'kysely'
import { parseDocumentName } from '../../shared/brief/document.ts'
import { readAbout } from '../../shared/brief/about.ts'
import { Refusal } from '../../shared/wire/refusal.ts'
import { briefsWithUpdates, correctTitle, touchBrief } from '../storage/briefs.ts'
import type { Database } from '../storage/database.ts'
import type { Documents } from './documents.ts'

type Needs = {
  db: Kysely<Database>
  rooms: Pick<Documents, 'transact' | 'read'> & { onChanged(listener: (name: string) => void): () => void }
}

/** A list is looked at, not watched: several writers would otherwise cost a row's write for each letter. */
const EVERY_MS = 1000

/** `stop` writes what is left; the rooms are closed by then. */
export const followTitles = (
  { db, rooms }: Needs,
  report: (error: unknown) => void,
): { stop(): Promise<void> } => {
  const changed = new Set<string>()
  let timer: NodeJS.Timeout | null = null
  let stopped = false

  // Edits nothing: an open document is read where it is, without a copy.
  const live = async (name: string) => (await rooms.transact(name, readAbout)).title
  const stored = async (name: string) => {
    const doc = await rooms.read(name)
    const { title } = readAbout(doc)
    doc.destroy()
    return title
  }
  const reporting = async (work: () => Promise<void>) => {
    try {
      await work()
    } catch (error) {
      // Deleted in the meantime: there is nothing left to list.
      if (!(error instanceof Refusal && error.code === 'no-such-brief')) report(error)
    }
  }

  const write = async (titleOf: (name: string) => Promise<string>) => {
    const names = [...changed]
    changed.clear()
    for (const name of names) await reporting(async () => touchBrief(db, name, await titleOf(name)))
  }
  /** A server that was killed may have stored a title and not listed it. */
  const catchUp = async () => {
    for (const name of await briefsWithUpdates(db)) {
      if (stopped) return
      await reporting(async () => correctTitle(db, name, await stored(name)))
    }
  }
  let writing = reporting(catchUp)

  const forget = rooms.onChanged((name) => {
    if (parseDocumentName(name)?.part !== 'brief') return
    changed.add(name)
    timer ??= setTimeout(() => {
      timer = null
      writing = writing.then(() => write(live))
    }, EVERY_MS)
    timer.unref()
  })
  return {
    async stop() {
      stopped = true
      forget()
      if (timer) clearTimeout(timer)
      await writing
      await write(stored)
    },
  }
}
