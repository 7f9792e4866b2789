/**
 * Erases evidence for good: from the documents (each begins anew, so that no undo and no device brings it back), from
 * the store with its free pages and its log, and from search. Each step may be done again after a kill.
 */
import { readExcerpts } from '../../shared/brief/excerpt.ts'
import type { Person } from '../../shared/brief/document.ts'
import { capturesToErase, type Erasure, eraseEvidence, type Tombstone } from '../../shared/brief/erase.ts'
import { readSources } from '../../shared/brief/source.ts'
import { Refusal } from '../../shared/wire/refusal.ts'
import type * as Y from 'yjs'
import { roleIn } from '../storage/briefs.ts'
import { briefsHolding, emptyFreePages, eraseCaptures, noteErasures } from '../storage/erasures.ts'
import type { Desk } from './documents.ts'
import { eraseFromPublished } from './publish.ts'

type Rewriting = { rooms: { rewrite<T>(name: string, change: (doc: Y.Doc) => T): Promise<T> } }

export type EraseInput = {
  briefId: string
  what: { kind: 'source' | 'capture' | 'excerpt'; id: string }
  by: Person
  why: string
  /** Whoever runs the server may erase in every brief. */
  operates: boolean
}

/** Returns how many excerpts lost their words, in how many briefs. Throws a Refusal before anything is changed. */
export const eraseFrom = async (
  { db, rooms }: Desk & Rewriting,
  { briefId, what, by, why, operates }: EraseInput,
): Promise<{ excerpts: number; captures: number; briefs: number }> => {
  const erasure: Erasure = { [`${what.kind}s`]: [what.id] }
  const doc = await rooms.read(briefId)
  const captures = capturesToErase(doc, erasure)
  const isThere =
    what.kind === 'excerpt'
      ? readExcerpts(doc).has(what.id)
      : what.kind === 'source'
        ? readSources(doc).has(what.id)
        : isNamed(doc, what.id)
  doc.destroy()
  if (!isThere)
    throw new Refusal('no-such-source', `This brief has no such ${NAMES[what.kind]}. Nothing was changed.`)

  const others = (await briefsHolding(db, captures)).filter((id) => id !== briefId)
  if (!operates)
    for (const other of others)
      if ((await roleIn(db, other, by.id)) !== 'owner')
        throw new Refusal(
          'not-allowed',
          'Another brief that you do not own rests on this saved copy, too. Nothing was changed; ask whoever runs the server to erase it.',
        )

  const tombstone: Tombstone = { by, at: new Date().toISOString(), why }
  let excerpts = 0
  for (const each of [briefId, ...others]) {
    const here: Erasure = each === briefId ? { ...erasure, captures } : { captures }
    await eraseFromPublished({ db }, each, here, tombstone)
    excerpts += await rooms.rewrite(each, (document) => eraseEvidence(document, here, tombstone))
  }
  const row = { by: by.id, name: by.name, at: tombstone.at, why }
  await db.transaction().execute(async (trx) => {
    await noteErasures(trx, [
      { brief: briefId, kind: what.kind, target: what.id, ...row },
      ...[briefId, ...others].flatMap((brief) =>
        captures.map((target) => ({ brief, kind: 'capture' as const, target, ...row })),
      ),
    ])
    await eraseCaptures(trx, captures)
  })
  await emptyFreePages(db)
  return { excerpts, captures: captures.length, briefs: 1 + others.length }
}

const NAMES = { source: 'source', capture: 'saved copy', excerpt: 'excerpt' }

/** Held by a source, or erased from one before. */
const isNamed = (doc: Y.Doc, hash: string): boolean =>
  [...readSources(doc).values()].some(
    ({ captures, erased }) => captures.some((each) => each.hash === hash) || erased?.captures.includes(hash),
  )
