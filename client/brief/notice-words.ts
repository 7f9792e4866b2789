/** What happened to a work, as a person reads it. */
import type { Notice } from '../../shared/wire/inputs.ts'
import { say } from '../words/en/brief.ts'

export const NOTICE_WORDS: Record<Notice['kind'], string> = {
  captured: say.newerCopy,
  retracted: say.retracted,
  corrected: say.correctedByItsPublisher,
  discredited: say.discredited,
  reinstated: say.noLongerWithdrawn,
}
