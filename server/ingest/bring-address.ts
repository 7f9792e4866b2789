/** Takes what stands at an address as a person would have brought it, and says where it was found. Nothing is stored. */
import type { CslItem } from '../../shared/cite/csl.ts'
import { dayOf, workAddress } from './work-address.ts'
import { Refusal } from '../../shared/wire/refusal.ts'
import type { Fetched, Fetcher } from './fetch-page.ts'
import { isWall } from './fetch-wall.ts'
import { ingest, type Ingested, type Readers, type Watch } from './ingest.ts'

export type FromAddress = {
  ingested: Ingested
  /** The address of the work, and the day it was looked at. */
  item: Pick<CslItem, 'URL' | 'accessed'>
  /** The archived copy that it was taken from, when the address is one of an archive. */
  archivedAt: string | null
}

/** Throws Refusal for what cannot be fetched or read, and `walled` for what is not the article itself. */
export const bringAddress = async (
  address: string,
  { fetcher, readers }: { fetcher: Fetcher; readers: Readers },
  watch: Watch = {},
  now = new Date(),
): Promise<FromAddress> => {
  const fetched = await fetcher(address, watch.signal)
  const ingested = await ingest(
    { bytes: fetched.bytes, mediaType: fetched.mediaType, filename: nameOf(fetched) },
    readers,
    watch,
    now,
  ).catch((error: unknown) => {
    throw error instanceof Refusal && error.code === 'empty-text' ? new Refusal('walled') : error
  })
  const { mediaType, text } = ingested.capture
  const html = mediaType === 'text/html' ? Buffer.from(fetched.bytes).toString('utf8') : null
  if (isWall({ html, text, address: fetched.address })) throw new Refusal('walled')
  const archived = ARCHIVED.exec(fetched.address)?.[1]
  const accessed = dayOf(now)
  return {
    // An address is no name of a file.
    ingested: { ...ingested, filename: null },
    item: { URL: archived ?? workAddress(ingested.guess.URL, fetched.address), accessed },
    archivedAt: archived ? fetched.address : null,
  }
}

/** The Internet Archive names the page it holds in its own address. */
const ARCHIVED = /^https?:\/\/web\.archive\.org\/web\/\d+[a-z_]*\/(https?:\/\/.+)$/i

/** Servers call many a PDF a stream of bytes: then its name says what it is. */
const nameOf = ({ address, mediaType }: Fetched): string | null => {
  if (mediaType !== null && mediaType !== 'application/octet-stream') return null
  return /\/([^/]+\.(?:pdf|docx|html?|mhtml|txt|md))$/i.exec(new URL(address).pathname)?.[1] ?? null
}
