/**
 * Keeps what is listed of briefs in step with their documents. The documents are what counts; a list may be a
 * moment behind, and is caught up after a kill.
 */
import { createHash } from 'node:crypto'
import type * as Y from 'yjs'
import { parseDocumentName } from '../../shared/brief/document.ts'
import { Refusal } from '../../shared/wire/refusal.ts'
import type { Documents } from './documents.ts'

export type Followed = Pick<Documents, 'transact' | 'read'> & {
  onChanged(listener: (name: string) => void): () => void
}

export type Following<T> = {
  rooms: Followed
  /** Reads what is listed out of a document; edits nothing. */
  look(doc: Y.Doc, briefId: string): T
  /** Lists what was seen just now in a brief that changed. */
  list(briefId: string, seen: T): Promise<void>
  /** How long, in milliseconds, a brief whose listed part is the same as before need not be listed again. */
  sameFor: number
  /** Briefs that may be listed wrongly since the last run, and how they are put right. */
  behind(): Promise<string[]>
  correct(briefId: string, seen: T): Promise<void>
  report(error: unknown): void
}

/** Briefs that are listed at once because somebody looks; more would make looking slow. */
const CROWD = 8

/** A list is looked at, not watched: several writers would otherwise cost a row's write for each letter. */
const EVERY_MS = 1000

export type Follower = {
  /**
   * Resolves when what changed before this call is listed: whoever adds something and looks at the list finds it there.
   * In a crowd, and while the start is being caught up with, nobody waits, and the list is a moment behind.
   */
  upToDate(): Promise<void>
  /** Runs this between two listings: what it reads is not listed by anybody else until it is done. */
  inTurn<R>(work: () => Promise<R>): Promise<R>
  /** Writes what is left; the rooms are closed by then. */
  stop(): Promise<void>
}

export const follow = <T>(following: Following<T>): Follower => {
  const { rooms, look, list, sameFor, behind, correct, report } = following
  const changed = new Set<string>()
  /** What was listed last, as a digest, and when: most letters change nothing that a list shows. */
  const listed = new Map<string, { digest: string; at: number }>()
  let timer: NodeJS.Timeout | null = null
  let stopped = false

  // An open document is read where it is, without a copy.
  const live = (name: string) => rooms.transact(name, (doc) => look(doc, name))
  const stored = async (name: string) => {
    const doc = await rooms.read(name)
    const seen = look(doc, name)
    doc.destroy()
    return seen
  }
  const reporting = async (work: () => Promise<void>) => {
    try {
      await work()
    } catch (error) {
      // Deleted in the meantime: there is nothing left to list.
      if (!(error instanceof Refusal && error.code === 'no-such-brief')) report(error)
    }
  }

  const listIfNew = async (name: string, seen: T) => {
    const digest = createHash('sha256').update(JSON.stringify(seen)).digest('base64')
    const before = listed.get(name)
    if (before?.digest === digest && Date.now() - before.at < sameFor) return
    await list(name, seen)
    listed.set(name, { digest, at: Date.now() })
  }
  const write = async (see: (name: string) => Promise<T>) => {
    const names = [...changed]
    changed.clear()
    for (const name of names) await reporting(async () => listIfNew(name, await see(name)))
  }
  const catchUp = async () => {
    for (const name of await behind()) {
      if (stopped) return
      await reporting(async () => correct(name, await stored(name)))
    }
  }
  let behindStill = true
  let writing = reporting(catchUp).then(() => {
    behindStill = false
  })
  const writeChanged = () => {
    if (timer) clearTimeout(timer)
    timer = null
    writing = writing.then(() => write(live))
  }

  const forget = rooms.onChanged((name) => {
    if (parseDocumentName(name)?.part !== 'brief') return
    changed.add(name)
    timer ??= setTimeout(writeChanged, EVERY_MS)
    timer.unref()
  })
  return {
    async upToDate() {
      if (behindStill || stopped || changed.size > CROWD) return
      if (timer) writeChanged()
      await writing
    },
    inTurn(work) {
      const done = writing.then(work)
      writing = done.then(
        () => {},
        () => {},
      )
      return done
    },
    async stop() {
      stopped = true
      forget()
      if (timer) clearTimeout(timer)
      await writing
      await write(stored)
    },
  }
}
