/**
 * Brings a later capture of a work into a brief, as a file or from its address, tells the other briefs that use the work,
 * and says how the excerpts stand in it. What was there before stays.
 */
import { type Person, roots } from '../../shared/brief/document.ts'
import { readExcerpts } from '../../shared/brief/excerpt.ts'
import { addCapture, readSource } from '../../shared/brief/source.ts'
import type { CaptureInfo } from '../../shared/wire/inputs.ts'
import { Refusal } from '../../shared/wire/refusal.ts'
import { bringAddress } from '../ingest/bring-address.ts'
import type { Fetcher } from '../ingest/fetch-page.ts'
import { type Brought, ingest, type Ingested, type Watch } from '../ingest/ingest.ts'
import { captureInfoOf, captureText, holdsCapture } from '../storage/captures.ts'
import { sourceOf } from './add-source.ts'
import type { Carrier } from './carrier.ts'
import type { ReadingDesk } from './documents.ts'
import { holding } from './hold-captures.ts'
import { type Telling, tellOfCapture } from './notices.ts'
import { type Standings, standingsIn } from './standings.ts'

export type CapturingDesk = ReadingDesk & Telling & { carrier: Carrier }
export type Where = { briefId: string; by: Person; sourceId: string }

export type AddedCapture = {
  capture: CaptureInfo
  /** It is the newest capture that the source had already; nothing was added. */
  unchanged?: true
} & Standings

/** The same bytes as those of the newest capture are no later one. */
export const addCaptureTo = async (
  desk: CapturingDesk,
  { brought, ...where }: Where & { brought: Brought },
  watch: Watch = {},
): Promise<AddedCapture> => {
  await sourceOf(desk, where.briefId, where.sourceId)
  return addIngested(desk, where, await ingest(brought, desk.readers, watch), watch)
}

/** `address`: the source's own unless given. A page with the same text is no later capture, whatever else it brings. */
export const addCaptureFromAddress = async (
  desk: CapturingDesk & { fetcher: Fetcher },
  { address, ...where }: Where & { address?: string | undefined },
  watch: Watch = {},
): Promise<AddedCapture> => {
  const source = await sourceOf(desk, where.briefId, where.sourceId)
  if (source.erased)
    throw new Refusal(
      'erased',
      'Words of this source were erased, so it is not fetched again. Nothing was changed; add the address as a new source if you need it.',
    )
  const asked = address ?? source.item.URL
  if (!asked)
    throw new Refusal(
      'invalid',
      'This source has no web address. Nothing was changed; add its address, or bring in a newer copy yourself.',
    )
  const { ingested } = await bringAddress(asked, desk, watch)
  const newest = source.captures.at(-1)?.hash
  const isHeld = newest !== undefined && (await holdsCapture(desk.db, where.briefId, newest))
  if (isHeld && (await captureText(desk.db, newest)) === ingested.capture.text)
    return unchanged(desk, where, newest, watch)
  return addIngested(desk, where, ingested, watch)
}

const addIngested = async (
  desk: CapturingDesk,
  where: Where,
  ingested: Ingested,
  { signal }: Watch,
): Promise<AddedCapture> => {
  const { briefId, by, sourceId } = where
  const added = await holding(desk, briefId, by, ingested, async ({ ref, info }) => {
    const done = await desk.rooms.transact(briefId, (doc) => {
      const before = readSource(sourceId, roots(doc).sources.get(sourceId))
      if (!before) throw new Refusal('no-such-source')
      addCapture(doc, sourceId, ref)
      const excerpts = [...readExcerpts(doc).values()].filter((each) => each.source === sourceId)
      return { excerpts, isNewest: before.captures.at(-1)?.hash === ref.hash }
    })
    return { capture: info, ...done }
  })
  // The copy is in the brief: what becomes of the comparison changes nothing of that, and nobody waits for it.
  const { capture, excerpts, isNewest } = added
  if (!isNewest) await tellOfCapture(desk, { briefId, by, sourceId, hash: capture.hash })
  const standings = await standingsIn(desk, { briefId, hash: capture.hash, excerpts }, signal)
  return { capture, ...(isNewest && { unchanged: true }), ...standings }
}

const unchanged = async (
  desk: CapturingDesk,
  { briefId, sourceId }: Where,
  hash: string,
  { signal }: Watch,
): Promise<AddedCapture> => {
  const capture = await captureInfoOf(desk.db, hash)
  if (!capture) throw new Error(`Capture ${hash} has a text and is not there.`)
  const doc = await desk.rooms.read(briefId)
  const excerpts = [...readExcerpts(doc).values()].filter((each) => each.source === sourceId)
  doc.destroy()
  return { capture, unchanged: true, ...(await standingsIn(desk, { briefId, hash, excerpts }, signal)) }
}
