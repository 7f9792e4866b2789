/** Publishes a brief: freezes what it says, what it rests on and what is known of that, as a page that never changes for readers. */
import type * as Y from 'yjs'
import { Doc } from 'yjs'
import { coveredIn } from '../../shared/brief/covers.ts'
import type { Person } from '../../shared/brief/document.ts'
import { type Erasure, eraseEvidence, type Tombstone } from '../../shared/brief/erase.ts'
import type { Excerpt } from '../../shared/brief/excerpt.ts'
import { fillBrief } from '../../shared/brief/fill.ts'
import { withFootnotes } from '../../shared/brief/footnotes.ts'
import { type ReadBrief, readBrief } from '../../shared/brief/read.ts'
import { followedExcerpts } from '../../shared/check/changes.ts'
import { checkStanding } from '../../shared/check/standing.ts'
import { type Frozen, freeze, thaw } from '../../shared/export/frozen.ts'
import { dayOf, type Facts } from '../../shared/export/html-notes.ts'
import { outsideObstacles } from '../../shared/export/obstacles.ts'
import { readerPage, type Version } from '../../shared/export/reader-page.ts'
import { portableId } from '../../shared/markdown/portable.ts'
import { writtenIn } from '../../shared/words/written.ts'
import {
  addPublication,
  endPublication,
  type Listed,
  rewritePublication,
  standingPublications,
} from '../storage/publications.ts'
import { CannotCarry } from './carrier.ts'
import type { Desk } from './documents.ts'
import { readStoredBrief } from './export.ts'
import { letOut, refuseWithoutReason } from './go-outside.ts'
import { loudChanges } from './standings.ts'

export type Publish = {
  briefId: string
  by: Person
  openly: boolean
  /** ISO 8601, UTC. */
  embargoUntil: string | null
  reason: string | undefined
}

/** Throws Refusal where a reason is missing: what matters is who may read it on the day that readers can. */
export const publish = async (
  desk: Parameters<typeof loudChanges>[0] & Desk,
  { briefId, by, openly, embargoUntil, reason }: Publish,
): Promise<Listed> => {
  const brief = await readStoredBrief(desk.rooms, briefId)
  const at = new Date().toISOString()
  const against = outsideObstacles(brief, Date.parse(embargoUntil ?? at))
  refuseWithoutReason(against, reason, 'Nothing was published')
  const frozen = freeze(brief, await factsOf(desk, briefId, brief))
  const fields = {
    brief: briefId,
    title: brief.about.title,
    style: brief.about.style,
    at,
    by,
    openly,
    embargo: embargoUntil,
    frozen,
    captures: JSON.stringify(
      Object.fromEntries(
        [...brief.sources].map(([id, { captures }]) => [id, captures.map(({ hash }) => hash)]),
      ),
    ),
  }
  return desk.db.transaction().execute(async (trx) => {
    await letOut({ db: trx }, { briefId, against, format: 'page', by, reason })
    const before = (await standingPublications(trx, briefId)).findLast((each) =>
      isSeenBy(each, embargoUntil ?? at),
    )
    return addPublication(trx, fields, (number) =>
      readerPage(thaw(frozen), { number, at, openly }, before ? known(before) : null),
    )
  })
}

/** Takes a version back for good: what it said is deleted, and later versions do not tell of it. */
export const unpublish = async ({ db }: Pick<Desk, 'db'>, briefId: string, id: string): Promise<boolean> =>
  db.transaction().execute(async (trx) => {
    if (!(await endPublication(trx, briefId, id))) return false
    await drawAgain({ db: trx }, briefId, ({ brief }) => brief)
    return true
  })

/** Takes erased evidence out of what was published of a brief; may be done again after a kill. */
export const eraseFromPublished = async (
  { db }: Pick<Desk, 'db'>,
  briefId: string,
  erasure: Erasure,
  tombstone: Tombstone,
): Promise<void> => {
  const named: Erasure = {
    ...erasure,
    ...(erasure.excerpts && { excerpts: erasure.excerpts.map(portableId) }),
    ...(erasure.sources && { sources: erasure.sources.map(portableId) }),
  }
  await db.transaction().execute((trx) =>
    drawAgain({ db: trx }, briefId, ({ brief }) => {
      const doc: Y.Doc = new Doc()
      fillBrief(doc, brief)
      eraseEvidence(doc, named, tombstone)
      // What stood in a document is somewhere in it for ever: a fresh one is made of what is left.
      const left = readBrief(doc)
      doc.destroy()
      return left
    }),
  )
}

const drawAgain = async (
  { db }: Pick<Desk, 'db'>,
  briefId: string,
  change: (frozen: Frozen) => ReadBrief,
): Promise<void> => {
  const drawn: { row: Listed; brief: ReadBrief }[] = []
  for (const row of await standingPublications(db, briefId)) {
    const frozen = thaw(row.frozen)
    const brief = change(frozen)
    const before = drawn.findLast((each) => isSeenBy(each.row, row.embargo ?? row.at))
    const page = await readerPage(
      { brief, facts: frozen.facts },
      versionOf(row),
      before ? { version: versionOf(before.row), brief: before.brief } : null,
    )
    await rewritePublication(db, row.id, { frozen: freeze(brief, frozen.facts), page })
    drawn.push({ row, brief })
  }
}

/** What readers cannot have seen yet tells them of no change. */
const isSeenBy = ({ embargo }: Pick<Listed, 'embargo'>, time: string) => embargo === null || embargo <= time

const versionOf = ({ number, at, openly }: Listed): Version => ({ number, at, openly: openly === 1 })

const known = (row: Listed & { frozen: string }) => ({
  version: versionOf(row),
  brief: thaw(row.frozen).brief,
})

const factsOf = async (
  desk: Parameters<typeof loudChanges>[0],
  briefId: string,
  brief: ReadBrief,
): Promise<Facts> => {
  const words = writtenIn(brief.about.lang)
  const followed = new Map(followedExcerpts(brief).map(({ excerpt, newest }) => [excerpt.id, newest]))
  const compared = await otherwise(desk, briefId, brief)
  const since = (excerpt: Excerpt): string => {
    const newest = followed.get(excerpt.id)
    if (!newest) return ''
    if (compared === null) return words.notCompared
    const day = dayOf(newest.seenAt ?? newest.takenAt, words)
    return compared.has(excerpt.id) ? words.hadChangedBy(day) : words.unchangedOn(day)
  }
  const excerpts = [...brief.excerpts.values()].map((excerpt): [string, string[]] => {
    const copy =
      excerpt.kind === 'anchored'
        ? brief.sources.get(excerpt.source)?.captures.find(({ hash }) => hash === excerpt.capture)
        : undefined
    const facts = [copy ? words.saved(dayOf(copy.takenAt, words)) : '', since(excerpt)]
    return [portableId(excerpt.id), facts.filter(Boolean)]
  })
  const body = withFootnotes(brief.body, brief.footnotes)
  const citations = [...brief.citations.values()].map(({ id, covers }): [string, string] => {
    const check = brief.checks.get(id)
    if (!check) return [portableId(id), words.noCheck]
    const stands = checkStanding(check, coveredIn(body, id, covers)) === 'stands'
    return [portableId(id), words.sentenceChecked(check.by.name, dayOf(check.at, words), stands)]
  })
  return { excerpts: Object.fromEntries(excerpts), citations: Object.fromEntries(citations) }
}

/** Ids of excerpts whose words the newest copy has otherwise; null where that could not be found out. */
const otherwise = async (
  desk: Parameters<typeof loudChanges>[0],
  briefId: string,
  brief: ReadBrief,
): Promise<Set<string> | null> => {
  try {
    return new Set((await loudChanges(desk, briefId, brief)).map(({ excerpt }) => excerpt.id))
  } catch (error) {
    if (error instanceof CannotCarry) return null
    throw error
  }
}
