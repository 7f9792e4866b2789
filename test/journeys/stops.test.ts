import { describe } from 'vitest'
import { journeys } from '../support/together.ts'
import { stopsBehindCitations } from './anywhere/stops.ts'

/** For the long round. */
describe.runIf(process.env.VOUCH_LONG)('A full stop and its citation', () => stopsBehindCitations(journeys()))
