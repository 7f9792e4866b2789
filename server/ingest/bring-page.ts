/** Takes a page as its reader's browser had it, and says where it stood. Nothing is stored. */
import type { CslItem } from '../../shared/cite/csl.ts'
import { Refusal } from '../../shared/wire/refusal.ts'
import { ingest, type Ingested, type Readers, type Watch } from './ingest.ts'
import { dayOf, workAddress } from './work-address.ts'

export type SeenPage = { html: string; address: string }

/** A browser sends characters. The mark says that they are UTF-8, whatever the page declares of the file it once was. */
const MARK = '\ufeff'

/** Throws Refusal for what cannot be read, and for an address that is none of the web. */
export const bringPage = async (
  { html, address }: SeenPage,
  readers: Readers,
  watch: Watch = {},
  now = new Date(),
): Promise<{ ingested: Ingested; item: Pick<CslItem, 'URL' | 'accessed'> }> => {
  if (!URL.canParse(address) || !/^https?:$/.test(new URL(address).protocol))
    throw new Refusal(
      'invalid',
      'The page has no web address. Nothing was added; save it as a file and add that.',
    )
  const bytes = new TextEncoder().encode(MARK + html)
  const ingested = await ingest({ bytes, mediaType: 'text/html' }, readers, watch, now)
  return {
    ingested,
    item: { URL: workAddress(ingested.guess.URL, address), accessed: dayOf(now) },
  }
}
