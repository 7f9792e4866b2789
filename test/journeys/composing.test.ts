import { describe } from 'vitest'
import { journeys } from '../support/together.ts'
import { composing } from './anywhere/composing.ts'

describe.runIf(process.env.VOUCH_LONG)('Typing with an input method', () => composing(journeys()))
