/** What happened to a work, as a person reads it. */
import type { Notice } from '../../shared/wire/inputs.ts'

export const NOTICE_WORDS: Record<Notice['kind'], string> = {
  captured: 'There is a newer saved copy',
  retracted: 'Retracted',
  corrected: 'Corrected by its publisher',
  discredited: 'Discredited',
  reinstated: 'No longer withdrawn',
}
