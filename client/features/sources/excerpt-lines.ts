/** What a card says of an excerpt, a line each; null where there is nothing to say. */
import type { Excerpt, Says } from '../../../shared/brief/excerpt.ts'
import { attestedWords } from '../../brief/standing-words.ts'
import { say } from '../../words/en/sources.ts'

export const saysLine = (says: Says | null): string | null => {
  if (!says) return null
  const who = [says.name, says.role].filter(Boolean).join(', ')
  return says.named ? say.says(who) : say.saysNotNamed(who)
}

export const viaLine = (via: readonly string[]): string | null =>
  via.length > 0 ? say.viaLine(via.join(' → ')) : null

/** "Ana's transcript, not machine-checked", with where the work is held. */
export const attestedLine = (e: Excerpt): string | null => {
  if (e.kind !== 'attested') return null
  const { by, heldBy } = e.attested
  return [attestedWords(by.name), heldBy && say.heldByWhom(heldBy)].filter(Boolean).join(' · ')
}
