/**
 * What happened to works in the whole workspace, told to every brief that uses them, and taken over or dismissed by an
 * editor there. A notice names the work and what happened; never another brief.
 */
import { type Person, roots } from '../../shared/brief/document.ts'
import { libraryWork } from '../../shared/brief/library-work.ts'
import { addCapture, changeSource, readSource, readSources, type Source } from '../../shared/brief/source.ts'
import type { Notice, WithdrawalInput } from '../../shared/wire/inputs.ts'
import { Refusal } from '../../shared/wire/refusal.ts'
import { captureInfoOf, captureText, grantCaptures, mayReadCapture } from '../storage/captures.ts'
import { briefsWithWork } from '../storage/library.ts'
import { openEvents, settleNotice, type Told } from '../storage/notices.ts'
import { addWorkEvent, lastCaptured, withdrawalOf, type WorkHappening } from '../storage/work-events.ts'
import type { Desk } from './documents.ts'
import type { Follower } from './follow.ts'

export type Telling = Desk & {
  rooms: { tell(briefId: string, topic: 'notices'): void }
  library: Pick<Follower, 'upToDate'>
}

const sourcesIn = async (desk: Desk, briefId: string): Promise<Source[]> => {
  const doc = await desk.rooms.read(briefId)
  const sources = [...readSources(doc).values()].filter((source) => !source.removed)
  doc.destroy()
  return sources
}

/** Those that the brief has not dealt with. */
export const noticesOf = async (desk: Desk, briefId: string, personId: string): Promise<Notice[]> => {
  const sources = await sourcesIn(desk, briefId)
  const works = new Map(sources.map((source) => [source, libraryWork(source, briefId)]))
  const events = await openEvents(desk.db, briefId, [...new Set(works.values())])
  const notices: Notice[] = []
  for (const [source, work] of works)
    for (const event of events)
      if (event.work === work && isNews(source, event))
        notices.push(await noticeOf(desk, source, event, personId))
  return notices
}

/** A brief that has the capture, or a later one, needs no word of it; nor one that knows of the withdrawal. */
const isNews = (source: Source, { kind, hash, at }: Told): boolean => {
  if (kind === 'reinstated') return source.withdrawn !== null && source.withdrawn.at < at
  if (kind !== 'captured') return source.withdrawn === null || source.withdrawn.at < at
  const newest = source.captures.at(-1)
  return (
    !source.captures.some((each) => each.hash === hash) && (!newest || (newest.seenAt ?? newest.takenAt) < at)
  )
}

const noticeOf = async (desk: Desk, source: Source, event: Told, personId: string): Promise<Notice> => ({
  id: event.id,
  source: source.id,
  kind: event.kind,
  why: event.why,
  by: event.by?.name ?? null,
  at: event.at,
  mayTake: event.hash === null || (await mayReadCapture(desk.db, personId, event.hash)),
})

/** Takes over what a notice says, or puts it aside. The new capture comes only with one who may read it. */
export const settle = async (
  desk: Telling,
  { briefId, by, event, take }: { briefId: string; by: Person; event: number; take: boolean },
): Promise<void> => {
  const sources = await sourcesIn(desk, briefId)
  const works = new Map(sources.map((source) => [source.id, libraryWork(source, briefId)]))
  const told = (await openEvents(desk.db, briefId, [...new Set(works.values())])).find(
    ({ id }) => id === event,
  )
  if (!told) throw new Refusal('no-such-page', 'This notice was dealt with already, or there is none.')
  const mine = sources.filter(({ id }) => works.get(id) === told.work).map(({ id }) => id)
  if (take) await takeOver(desk, briefId, by, told, mine)
  await settleNotice(desk.db, { brief: briefId, event, deed: take ? 'taken' : 'dismissed', by: by.id })
  desk.rooms.tell(briefId, 'notices')
}

const takeOver = async (desk: Desk, briefId: string, by: Person, told: Told, sources: string[]) => {
  const { kind, hash, at, why } = told
  if (kind === 'reinstated') return unmark(desk, briefId, sources)
  if (kind !== 'captured') return mark(desk, briefId, sources, { kind, reason: why, by: told.by ?? by, at })
  if (!hash || !(await mayReadCapture(desk.db, by.id, hash)))
    throw new Refusal(
      'no-such-capture',
      'You may not read the newer saved copy. Nothing was changed; bring the work in again yourself.',
    )
  const info = await captureInfoOf(desk.db, hash)
  if (!info) throw new Refusal('no-such-capture')
  await grantCaptures(desk.db, briefId, by.id, [hash])
  const { mediaType, filename, extractor, length } = info
  await desk.rooms.transact(briefId, (doc) => {
    for (const source of sources)
      addCapture(doc, source, { hash, mediaType, filename, takenAt: at, extractor, length })
  })
}

type Mark = { kind: WithdrawalInput['kind']; reason: string; by: Person; at: string }

const mark = (desk: Desk, briefId: string, sources: readonly string[], { by, ...rest }: Mark) =>
  desk.rooms.transact(briefId, (doc) => {
    for (const source of sources)
      changeSource(doc, source, { withdrawn: { ...rest, by: { id: by.id, name: by.name }, settled: null } })
  })

const unmark = (desk: Desk, briefId: string, sources: readonly string[]) =>
  desk.rooms.transact(briefId, (doc) => {
    for (const source of sources) changeSource(doc, source, { withdrawn: null })
  })

/** Says for the whole workspace that a work was withdrawn; this brief has taken it over with that. */
export const withdraw = async (
  desk: Telling,
  { briefId, by, sourceId, kind, why }: { briefId: string; by: Person; sourceId: string } & WithdrawalInput,
): Promise<void> => {
  const source = (await sourcesIn(desk, briefId)).find(({ id }) => id === sourceId)
  if (!source) throw new Refusal('no-such-source')
  const work = libraryWork(source, briefId)
  const at = await addWorkEvent(desk.db, { work, by: by.id, why, kind, detail: {} })
  await mark(desk, briefId, [sourceId], { kind, reason: why, by, at })
  await tellAll(desk, work)
}

/** Takes back, for the whole workspace, that a work was withdrawn: whoever said it, or an owner. */
export const reinstate = async (
  desk: Telling,
  {
    briefId,
    by,
    sourceId,
    why,
    owns,
  }: { briefId: string; by: Person; sourceId: string; why: string; owns: boolean },
): Promise<void> => {
  const source = (await sourcesIn(desk, briefId)).find(({ id }) => id === sourceId)
  if (!source) throw new Refusal('no-such-source')
  const work = libraryWork(source, briefId)
  const stands = await withdrawalOf(desk.db, work)
  if (!stands && !source.withdrawn)
    throw new Refusal('invalid', 'This source is not withdrawn. Nothing was changed.')
  const saidBy = stands ? stands.by : source.withdrawn?.by.id
  if (!owns && saidBy !== by.id)
    throw new Refusal(
      'not-allowed',
      'Only who withdrew this source, or an owner of the brief, can take that back. Nothing was changed.',
    )
  // A brief may be marked though nobody said it here: it came as a file, or takes up late what was taken back.
  if (stands) await addWorkEvent(desk.db, { work, by: by.id, why, kind: 'reinstated', detail: {} })
  await unmark(desk, briefId, [sourceId])
  await tellAll(desk, work)
}

/**
 * Tells the other briefs that have the work that there is a newer capture of it. Two briefs that look at the same page
 * again do not send news of the same words to and fro.
 */
export const tellOfCapture = async (
  desk: Telling,
  { briefId, by, sourceId, hash }: { briefId: string; by: Person; sourceId: string; hash: string },
): Promise<void> => {
  const doc = await desk.rooms.read(briefId)
  const source = readSource(sourceId, roots(doc).sources.get(sourceId))
  doc.destroy()
  if (!source) return
  const work = libraryWork(source, briefId)
  const told = await lastCaptured(desk.db, work)
  if (told && (await captureText(desk.db, told)) === (await captureText(desk.db, hash))) return
  const happened: WorkHappening = { kind: 'captured', detail: { hash } }
  await addWorkEvent(desk.db, { work, by: by.id, why: '', ...happened })
  await tellAll(desk, work)
}

const tellAll = async (desk: Telling, work: string) => {
  await desk.library.upToDate()
  for (const brief of await briefsWithWork(desk.db, work)) desk.rooms.tell(brief, 'notices')
}
