/** What is walked in Firefox is walked in Chromium, too. */
import { describe } from 'vitest'
import { journeys } from '../support/together.ts'
import { twoPeople } from './anywhere/two-people.ts'

describe.runIf(process.env.VOUCH_LONG)('Two people on one page', () => twoPeople(journeys()))
