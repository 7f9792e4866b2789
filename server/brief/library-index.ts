/** Keeps the index of sources across briefs in step with the documents it follows from. */
import type { Kysely } from 'kysely'
import type * as Y from 'yjs'
import { readCitations } from '../../shared/brief/citation.ts'
import { readExcerpts } from '../../shared/brief/excerpt.ts'
import { libraryWork } from '../../shared/brief/library-work.ts'
import { readSources } from '../../shared/brief/source.ts'
import { Refusal } from '../../shared/wire/refusal.ts'
import { allBriefs, briefsWithUpdates } from '../storage/briefs.ts'
import { rebuildSearch } from '../storage/capture-search.ts'
import type { Database } from '../storage/database.ts'
import { briefsNotIndexed, type IndexedSource, indexSources, unlistSources } from '../storage/library.ts'
import { follow, type Followed, type Follower } from './follow.ts'

/** What the library lists of one document. `briefId` names works that nothing else names. */
export const sourcesIn = (doc: Y.Doc, briefId: string): IndexedSource[] => {
  const cited = counts(
    [...readCitations(doc).values()]
      .filter((record) => !record.removed)
      .flatMap((record) => [...new Set(record.cites.map((cite) => cite.source))]),
  )
  const excerpts = counts([...readExcerpts(doc).values()].map((each) => each.source))
  return [...readSources(doc).values()]
    .filter((source) => !source.removed)
    .map((source) => ({
      source: source.id,
      work: libraryWork(source, briefId),
      item: source.item,
      origin: source.origin,
      captures: source.captures.map((each) => each.hash),
      excerpts: excerpts.get(source.id) ?? 0,
      cited: cited.get(source.id) ?? 0,
      added: source.addedAt ?? '',
    }))
}

const counts = (ids: readonly string[]): Map<string, number> => {
  const counted = new Map<string, number>()
  for (const id of ids) counted.set(id, (counted.get(id) ?? 0) + 1)
  return counted
}

export const followSources = (
  { db, rooms }: { db: Kysely<Database>; rooms: Followed },
  report: (error: unknown) => void,
): Follower => {
  const list = (briefId: string, sources: IndexedSource[]) =>
    db.transaction().execute((trx) => indexSources(trx, briefId, sources))
  return follow({
    rooms,
    look: sourcesIn,
    list,
    sameFor: 60_000,
    behind: async () => [...new Set([...(await briefsNotIndexed(db)), ...(await briefsWithUpdates(db))])],
    correct: list,
    report,
  })
}

export type Reindexed = {
  briefs: number
  sources: number
  captures: number
  /** Briefs whose documents cannot be read: what was listed of them stays. */
  unread: string[]
}

/**
 * Makes the library's two indexes anew, from the documents and from the captures' texts: nothing that was in them
 * counts. Briefs come one after the other, each in a transaction, so that whoever looks meanwhile sees each brief as
 * it was listed before or as it is.
 */
export const reindex = async (
  { db, rooms }: { db: Kysely<Database>; rooms: Pick<Followed, 'read'> },
  { inTurn }: Pick<Follower, 'inTurn'>,
  report: (error: unknown) => void,
): Promise<Reindexed> => {
  let sources = 0
  const unread: string[] = []
  const relist = async (briefId: string) => {
    const doc = await rooms.read(briefId)
    const listed = sourcesIn(doc, briefId)
    doc.destroy()
    await db.transaction().execute(async (trx) => {
      await unlistSources(trx, briefId)
      await indexSources(trx, briefId, listed)
    })
    sources += listed.length
  }
  const briefs = await allBriefs(db)
  for (const briefId of briefs)
    await inTurn(() => relist(briefId)).catch((error: unknown) => {
      // Deleted in the meantime.
      if (error instanceof Refusal && error.code === 'no-such-brief') return
      report(error)
      unread.push(briefId)
    })
  return { briefs: briefs.length - unread.length, sources, captures: await rebuildSearch(db), unread }
}
