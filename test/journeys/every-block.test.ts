import { describe } from 'vitest'
import { journeys } from '../support/together.ts'
import { everyBlock } from './anywhere/every-block.ts'

/** Some minutes of keys, so for the long round only. */
describe.runIf(process.env.VOUCH_LONG)('Every block of the schema', () => everyBlock(journeys()))
