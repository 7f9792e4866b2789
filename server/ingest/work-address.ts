/** Under which address a page counts as a work, and on which day it was looked at. */
import type { CslDate } from '../../shared/cite/csl.ts'

/** What a page calls its own address counts on its own site only: it must not pass for another's work. */
export const workAddress = (said: string | undefined, found: string): string =>
  said !== undefined && URL.canParse(said) && siteOf(said) === siteOf(found) ? said : found

const siteOf = (address: string) => new URL(address).hostname.replace(/^(?:www|m|amp)\./, '')

/** The day in UTC. */
export const dayOf = (now: Date): CslDate => ({
  'date-parts': [[now.getUTCFullYear(), now.getUTCMonth() + 1, now.getUTCDate()]],
})
