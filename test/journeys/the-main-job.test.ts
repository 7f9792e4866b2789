/**
 * The main job, end to end: two analysts, one brief, a news article, passages cited and quoted, Markdown whose
 * footnotes carry the quoted words.
 */
import { describe } from 'vitest'
import { journeys } from '../support/together.ts'
import { earlyWriting } from './anywhere/early-writing.ts'
import { theMainJob } from './anywhere/the-main-job.ts'

describe('Two analysts write a brief from a news article', () => {
  const chromium = journeys()
  theMainJob(chromium)
  earlyWriting(chromium)
})
