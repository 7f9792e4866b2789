/** The journeys of Chromium in Firefox (Debian's ESR): Ana has Firefox, her colleague Chromium. */
import { describe } from 'vitest'
import { sharedFirefox } from '../support/firefox.ts'
import { journeys } from '../support/together.ts'
import { aPageOfBlocks } from '../journeys/anywhere/blocks.ts'
import { composing } from '../journeys/anywhere/composing.ts'
import { earlyWriting } from '../journeys/anywhere/early-writing.ts'
import { everyBlock } from '../journeys/anywhere/every-block.ts'
import { aPageOfWord, otherPrograms, typing } from '../journeys/anywhere/pasting.ts'
import { stopsBehindCitations } from '../journeys/anywhere/stops.ts'
import { theMainJob } from '../journeys/anywhere/the-main-job.ts'
import { twoPeople } from '../journeys/anywhere/two-people.ts'

describe('In Firefox', () => {
  const inFirefox = journeys(sharedFirefox)
  composing(inFirefox)
  aPageOfBlocks(inFirefox)
  earlyWriting(inFirefox)
  everyBlock(inFirefox)
  aPageOfWord(inFirefox)
  otherPrograms(inFirefox)
  typing(inFirefox)
  stopsBehindCitations(inFirefox)
  theMainJob(inFirefox)
  twoPeople(inFirefox)
})
