/**
 * Which work an item is, across briefs: the same DOI, or else the same address. What happens to a work (withdrawn,
 * corrected, graded) is told in every brief that has it under this name.
 */
import type { CslItem } from './csl.ts'

/** Parameters that say how a reader came to a page, not which page it is. */
const TRACKING =
  /^(utm_\w+|fbclid|gclid|dclid|msclkid|yclid|mc_cid|mc_eid|igshid|cmpid|ocid|smid|ref_src|at_(campaign|medium)|xtor)$/i

/** A DOI in lower case without its resolver, `10.1000/182`; null if it is none (ISO 26324). */
export const plainDoi = (doi: string | undefined): string | null =>
  /\b(10\.\d{4,9}\/\S+)$/.exec(
    (doi ?? '')
      .trim()
      .replace(/[?#].*$/, '')
      .toLowerCase(),
  )?.[1] ?? null

/** An address as a name for its page: without scheme, "www.", fragment, tracking and a last slash; null if it is none. */
export const canonicalAddress = (address: string | undefined): string | null => {
  const given = (address ?? '').trim()
  if (!URL.canParse(given)) return null
  const url = new URL(given)
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null
  const asked = new URLSearchParams([...url.searchParams].filter(([name]) => !TRACKING.test(name)))
  asked.sort()
  const query = asked.size > 0 ? `?${asked}` : ''
  const host = url.host.replace(/^www\./, '').replace(/\.$/, '')
  const path = url.pathname.replace(/\/+$/, '')
  return `${host}${path}${query}`
}

/** `doi:10.1000/182`, `url:example.org/report`; null for a work that nothing names outside its brief. */
export const workOf = (item: CslItem): string | null => {
  const doi = plainDoi(item.DOI) ?? (/doi\.org\//i.test(item.URL ?? '') ? plainDoi(item.URL) : null)
  if (doi) return `doi:${doi}`
  const address = canonicalAddress(item.URL)
  return address ? `url:${address}` : null
}
