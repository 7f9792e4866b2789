/**
 * Looks again at the addresses of sources: one at once, or several as their turn comes (check-rounds.ts). What is found and
 * what is refused are noted; a refusal changes nothing else.
 */
import type { Person } from '../../shared/brief/document.ts'
import type { Source } from '../../shared/brief/source.ts'
import type { ScheduleInput } from '../../shared/wire/inputs.ts'
import { Refusal } from '../../shared/wire/refusal.ts'
import type { Fetcher } from '../ingest/fetch-page.ts'
import type { Watch } from '../ingest/ingest.ts'
import { askForChecks, endSchedule, noteCheck, setSchedule } from '../storage/source-checks.ts'
import { type AddedCapture, addCaptureFromAddress } from './add-capture.ts'
import { sourceOf, sourcesOf } from './add-source.ts'
import type { Carrier } from './carrier.ts'
import type { Desk, ReadingDesk } from './documents.ts'
import type { Telling } from './notices.ts'

export type CheckingDesk = ReadingDesk & Telling & { carrier: Carrier; fetcher: Fetcher }

/** Longer than anybody plans, and short enough that nothing is fetched for ever. */
const LONGEST_DAYS = 366
const DAY_MS = 86_400_000

/** Throws what the fetcher refuses, which is noted. `next`: when it is due again, where a round did it. */
export const checkAgain = async (
  desk: CheckingDesk,
  where: { briefId: string; by: Person; sourceId: string },
  watch: Watch = {},
  next: { due?: string | null } = {},
): Promise<AddedCapture & { at: string }> => {
  const { briefId, sourceId } = where
  const at = new Date().toISOString()
  const note = async (outcome: 'unchanged' | 'new-copy' | 'refused', why: string | null) => {
    await noteCheck(desk.db, briefId, sourceId, { at, outcome, why, ...next })
    desk.rooms.tell(briefId, 'notices')
  }
  try {
    const added = await addCaptureFromAddress(desk, where, watch)
    await note(added.unchanged ? 'unchanged' : 'new-copy', null)
    return { ...added, at }
  } catch (error) {
    if (error instanceof Refusal && error.code !== 'no-such-source' && error.code !== 'no-such-brief')
      await note('refused', error.message)
    throw error
  }
}

/** Whether a round may look at it: what is withdrawn, erased or taken out of the list is left alone. */
export const isFollowed = (source: Source): boolean =>
  /^https?:/i.test(source.item.URL ?? '') && !source.removed && !source.erased && !source.withdrawn

const followedIn = async (desk: Desk, briefId: string): Promise<string[]> =>
  (await sourcesOf(desk, briefId)).filter(isFollowed).map(({ id }) => id)

/** All of a brief that have an address, as soon as their turn comes. Returns how many. */
export const askForAll = async (desk: CheckingDesk, briefId: string, by: Person): Promise<number> => {
  const sources = await followedIn(desk, briefId)
  await askForChecks(desk.db, briefId, sources, { by: by.id, at: new Date().toISOString() })
  desk.rooms.tell(briefId, 'notices')
  return sources.length
}

/** `sourceId` left out: all of the brief that have an address. Returns how many. */
export const schedule = async (
  desk: CheckingDesk,
  { briefId, by, sourceId, every, until }: { briefId: string; by: Person; sourceId?: string } & ScheduleInput,
  now = new Date(),
): Promise<number> => {
  const last = Date.parse(`${until}T23:59:59Z`)
  if (last < now.getTime() || last > now.getTime() + LONGEST_DAYS * DAY_MS)
    throw new Refusal(
      'invalid',
      'The last day has to be today or later, and within a year. Nothing was changed; choose another day.',
    )
  if (sourceId && !isFollowed(await sourceOf(desk, briefId, sourceId)))
    throw new Refusal(
      'invalid',
      'Only a source with a web address that is not withdrawn can be looked at again. Nothing was changed.',
    )
  const sources = sourceId ? [sourceId] : await followedIn(desk, briefId)
  for (const source of sources)
    await setSchedule(desk.db, briefId, source, { every, until, set_by: by.id, due: dueAfter(every, now) })
  desk.rooms.tell(briefId, 'notices')
  return sources.length
}

export const stopSchedule = async (desk: CheckingDesk, briefId: string, sourceId: string): Promise<void> => {
  await endSchedule(desk.db, briefId, sourceId)
  desk.rooms.tell(briefId, 'notices')
}

const DAYS = { daily: 1, weekly: 7 }
/** A share of the time between: what was set in one minute is not fetched in one minute for ever. */
const JITTER = 0.1

/** ISO 8601, UTC. */
export const dueAfter = (every: 'daily' | 'weekly', now: Date, random = Math.random): string =>
  new Date(now.getTime() + DAYS[every] * DAY_MS * (1 - JITTER * random())).toISOString()
