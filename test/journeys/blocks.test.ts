import { describe } from 'vitest'
import { journeys } from '../support/together.ts'
import { aPageOfBlocks } from './anywhere/blocks.ts'

describe('The blocks of a page', () => aPageOfBlocks(journeys()))
