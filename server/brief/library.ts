/** What the library says of one work: where it is used, in which sentences, with which words; and how a brief takes it over. */
import { coveredIn } from '../../shared/brief/covers.ts'
import { withFootnotes } from '../../shared/brief/footnotes.ts'
import { type Person, roots } from '../../shared/brief/document.ts'
import { addExcerpt, type Excerpt, readExcerpts } from '../../shared/brief/excerpt.ts'
import { libraryWork } from '../../shared/brief/library-work.ts'
import { type ReadBrief, readBrief } from '../../shared/brief/read.ts'
import { addCapture, addSource, readSource, readSources, type Source } from '../../shared/brief/source.ts'
import { type Origin, originsOf } from '../../shared/check/origins.ts'
import { can } from '../../shared/brief/role.ts'
import type { WorkEvent } from '../../shared/wire/inputs.ts'
import { Refusal } from '../../shared/wire/refusal.ts'
import { grantCaptures, heldOf, readableCaptures } from '../storage/captures.ts'
import { placesOf } from '../storage/library.ts'
import { addWorkEvent, workEvents } from '../storage/work-events.ts'
import type { Desk } from './documents.ts'

export type Use = {
  brief: string
  title: string
  source: Source
  /** In the order of the brief. A citation that lost its place has the sentence it was last seen in. */
  sentences: { citation: string; sentence: string; placed: boolean }[]
  excerpts: Excerpt[]
}
export type WorkDetails = { uses: Use[]; origins: Origin[]; events: WorkEvent[] }

/** More briefs than this are named in the list, and opened by nobody at once. */
const MOST_BRIEFS = 50

/** Reads the documents themselves: what the index says may be a moment old. */
export const workDetails = async (desk: Desk, personId: string, work: string): Promise<WorkDetails> => {
  const places = (await placesOf(desk.db, personId, work)).slice(0, MOST_BRIEFS)
  const uses: Use[] = []
  for (const place of places) {
    const doc = await desk.rooms.read(place.brief)
    const brief = readBrief(doc)
    doc.destroy()
    const source = brief.sources.get(place.source)
    if (source) uses.push({ brief: place.brief, title: place.title, ...useOf(brief, source) })
  }
  if (uses.length === 0) throw new Refusal('no-such-source', 'No brief that you may read has this work.')
  return { uses, origins: originsAmong(uses), events: await workEvents(desk.db, work) }
}

/** The caller holds `grade` against a scale. Who may write in a brief with the work may grade it, for everybody. */
export const gradeWork = async (
  { db }: Pick<Desk, 'db'>,
  by: Person,
  { work, grade, why }: { work: string; grade: string | null; why: string },
): Promise<void> => {
  const places = await placesOf(db, by.id, work)
  if (places.length === 0) throw new Refusal('no-such-source', 'No brief that you may read has this work.')
  if (!places.some(({ role }) => can(role, 'write'))) throw new Refusal('not-allowed')
  await addWorkEvent(db, { work, by: by.id, why, kind: 'graded', detail: { grade } })
}

const useOf = (brief: ReadBrief, source: Source): Omit<Use, 'brief' | 'title'> => {
  const names = (id: string) => brief.citations.get(id)!.cites.some((cite) => cite.source === source.id)
  return {
    source,
    sentences: [
      ...brief.order.placed.filter(names).map((citation) => ({
        citation,
        sentence: coveredIn(
          withFootnotes(brief.body, brief.footnotes),
          citation,
          brief.citations.get(citation)!.covers,
        ),
        placed: true,
      })),
      ...brief.order.unplaced
        .filter(({ id }) => names(id))
        .map(({ id, sentence }) => ({ citation: id, sentence, placed: false })),
    ],
    excerpts: [...brief.excerpts.values()].filter((each) => each.source === source.id),
  }
}

/** The same passage taken into two briefs is one piece of evidence. */
const originsAmong = (uses: readonly Use[]): Origin[] => {
  const once = new Map<string, Excerpt>()
  for (const { excerpts } of uses) for (const excerpt of excerpts) once.set(sameness(excerpt), excerpt)
  return originsOf(once.values(), new Map(uses.map(({ source }) => [source.id, source])))
}

const sameness = (excerpt: Excerpt): string =>
  excerpt.kind === 'anchored'
    ? `${excerpt.capture} ${excerpt.selector[0].start} ${excerpt.selector[0].end} ${excerpt.via.join('|')}`
    : `${excerpt.id} ${excerpt.attested.words}`

export type Takeover = {
  into: string
  by: Person
  /** A brief that the person may read, and the source in it. */
  from: { brief: string; source: string }
  /** Ids of its excerpts that come along. */
  excerpts: readonly string[]
}

/** The brief holds those of the copies that the person may read in one brief or another. An id in a document grants nothing. */
export const holdCopies = async (
  { db }: Pick<Desk, 'db'>,
  { briefId, by }: { briefId: string; by: Person },
  hashes: readonly string[],
): Promise<void> => {
  const readable = await readableCaptures(db, by.id, hashes)
  await db.transaction().execute((trx) => grantCaptures(trx, briefId, by.id, readable))
}

/**
 * Adds a work of another brief, its saved copies and the chosen excerpts. The caller has checked that the person may
 * read the one and write the other. A brief that has the work already gets what it lacks, and no second source.
 */
export const takeOver = async (
  desk: Desk,
  { into, by, from, excerpts }: Takeover,
): Promise<{ source: Source; added: boolean; excerpts: number }> => {
  const doc = await desk.rooms.read(from.brief)
  const original = readSource(from.source, roots(doc).sources.get(from.source))
  const wanted = new Set(excerpts)
  const chosen = [...readExcerpts(doc).values()].filter(
    (each) => each.source === from.source && wanted.has(each.id) && !each.erased,
  )
  doc.destroy()
  if (!original || original.removed) throw new Refusal('no-such-source')
  // An id in a document grants nothing: only copies that the other brief really holds come along.
  const held = await heldOf(
    desk.db,
    from.brief,
    original.captures.map((each) => each.hash),
  )
  await desk.db.transaction().execute((trx) => grantCaptures(trx, into, by.id, [...held]))
  const work = libraryWork(original, from.brief)
  return desk.rooms.transact(into, (target) => {
    const twin = [...readSources(target).values()].find(
      (each) => !each.removed && libraryWork(each, into) === work,
    )
    const captures = original.captures.filter((each) => held.has(each.hash))
    const { id: _, key: __, asked, ...plain } = original
    const at = new Date().toISOString()
    const id =
      twin?.id ??
      addSource(target, { ...plain, asked, captures, addedBy: { id: by.id, name: by.name }, addedAt: at })
    if (twin) for (const capture of captures) addCapture(target, id, capture)
    const here = new Set([...readExcerpts(target).values()].filter((e) => e.source === id).map(sameness))
    let taken = 0
    for (const excerpt of chosen) {
      if (here.has(sameness(excerpt)) || (excerpt.kind === 'anchored' && !held.has(excerpt.capture))) continue
      const { id: ___, ...fields } = excerpt
      addExcerpt(target, { ...fields, source: id })
      taken++
    }
    const source = readSource(id, roots(target).sources.get(id))
    if (!source) throw new Error('A source that was just taken over cannot be read.')
    return { source, added: !twin, excerpts: taken }
  })
}
