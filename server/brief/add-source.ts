/** Brings a work into a brief: stored first, then named in the document. A later capture of it: add-capture.ts. */
import { resolve } from '../../shared/anchor/resolve.ts'
import type { Person } from '../../shared/brief/document.ts'
import { addSource, readSource, readSources, type Source } from '../../shared/brief/source.ts'
import { roots } from '../../shared/brief/document.ts'
import type { CslItem } from '../../shared/cite/csl.ts'
import type { CaptureInfo } from '../../shared/wire/inputs.ts'
import { Refusal } from '../../shared/wire/refusal.ts'
import { bringAddress } from '../ingest/bring-address.ts'
import { bringPage, type SeenPage } from '../ingest/bring-page.ts'
import type { Fetcher } from '../ingest/fetch-page.ts'
import { type Brought, ingest, type Ingested, type Watch } from '../ingest/ingest.ts'
import { addPassage } from './add-excerpt.ts'
import type { Desk, ReadingDesk } from './documents.ts'
import { holding, type Kept } from './hold-captures.ts'

export type NewSource = {
  briefId: string
  by: Person
  /** What the person says of the work; it goes before what the text says of itself. */
  item?: CslItem | undefined
  /** What it is to be called; if a source is called so already, that one is meant and nothing is added. */
  id?: string | undefined
  /** Without it the work has no text here: an interview, a paper held elsewhere. */
  brought?: Brought | undefined
}

type Added = { source: Source; capture?: CaptureInfo; excerpt?: string }

export const addSourceTo = async (desk: ReadingDesk, given: NewSource, watch?: Watch): Promise<Added> =>
  addIngested(desk, given, given.brought && (await ingest(given.brought, desk.readers, watch)))

/** A page of the public web; what it says of itself stands before the address it was found at. */
export const addAddressTo = async (
  desk: ReadingDesk & { fetcher: Fetcher },
  { address, ...given }: Omit<NewSource, 'brought'> & { address: string },
  watch?: Watch,
): Promise<Added> => {
  const there = given.id && (await sourcesOf(desk, given.briefId)).find((each) => each.id === given.id)
  if (there) return { source: there }
  const { ingested, item, archivedAt } = await bringAddress(address, desk, watch)
  return addIngested(
    desk,
    { ...given, item: { type: 'document', ...item, ...given.item } },
    ingested,
    archivedAt,
  )
}

/** A page as its reader sees it; what the person had selected there becomes an excerpt. */
export const addPageTo = async (
  desk: ReadingDesk,
  {
    briefId,
    by,
    selection,
    ...page
  }: Omit<NewSource, 'brought' | 'item'> & SeenPage & { selection?: string | undefined },
  watch?: Watch,
): Promise<Added> => {
  const { ingested, item } = await bringPage(page, desk.readers, watch)
  const added = await addIngested(desk, { briefId, by, item: { type: 'document', ...item } }, ingested)
  const { capture, source } = added
  if (!selection || !capture) return added
  const place = placeOf(ingested.capture.text, selection)
  if (!place) return added
  const passage = { briefId, by, sourceId: source.id, capture: capture.hash, ...place }
  return { ...added, excerpt: (await addPassage(desk, passage)).id }
}

/** Where the words stand, white space aside; null where they do not, or more than once. */
const placeOf = (text: string, words: string): { start: number; end: number } | null => {
  const exact = words.trim()
  const found = resolve(text, [
    { type: 'TextPositionSelector', start: 0, end: exact.length },
    { type: 'TextQuoteSelector', exact, prefix: '', suffix: '' },
  ])
  const stands = found.state === 'exact' || found.state === 'moved' || found.state === 'reflowed'
  return stands ? { start: found.start, end: found.end } : null
}

const addIngested = async (
  desk: Desk,
  { briefId, by, item, id: wanted }: NewSource,
  ingested: Ingested | undefined,
  archivedAt: string | null = null,
): Promise<Added> => {
  const write = async (kept?: Kept) => {
    const source = await desk.rooms.transact(briefId, (doc) => {
      const { sources } = roots(doc)
      if (wanted && sources.has(wanted)) return readSource(wanted, sources.get(wanted))
      const id = addSource(doc, {
        ...(wanted && { id: wanted }),
        item: merged(item, ingested),
        captures: kept ? [kept.ref] : [],
        archivedAt,
        addedBy: { id: by.id, name: by.name },
        addedAt: new Date().toISOString(),
      })
      return readSource(id, sources.get(id))
    })
    if (!source) throw new Error('A source that was just added cannot be read.')
    return { source, ...(kept && { capture: kept.info }) }
  }
  return ingested ? holding(desk, briefId, by, ingested, write) : write()
}

export const sourceOf = async (desk: Desk, briefId: string, sourceId: string): Promise<Source> => {
  const source = (await sourcesOf(desk, briefId)).find((each) => each.id === sourceId)
  if (!source) throw new Refusal('no-such-source')
  return source
}

export const sourcesOf = async (desk: Desk, briefId: string): Promise<Source[]> => {
  const doc = await desk.rooms.read(briefId)
  const sources = [...readSources(doc).values()]
  doc.destroy()
  // A Y.Map has no order of its own that two copies would share.
  return sources.toSorted((a, b) => (place(a) < place(b) ? -1 : 1))
}

const place = ({ addedAt, id }: Source) => `${addedAt ?? ''} ${id}`

/** What the person says goes before what the file says of itself, and that before its name. */
export const merged = (item: CslItem | undefined, ingested: Ingested | undefined): CslItem => {
  const guess = ingested?.guess ?? {}
  const fromName = ingested?.filename
    ?.replace(/\.[^.]*$/, '')
    .replace(/[_-]+/g, ' ')
    .trim()
  const named = fromName ? { title: fromName } : {}
  if (!item) return { type: 'document', ...named, ...guess }
  // 'document' is what a form says when nobody chose.
  const type = item.type === 'document' ? (guess.type ?? item.type) : item.type
  return { ...named, ...guess, ...item, type }
}
