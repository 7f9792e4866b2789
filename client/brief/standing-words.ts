/** What a person reads of how quoted words stand against their source. Never "verified": words alone prove nothing. */
import type { Excerpt } from '../../shared/brief/excerpt.ts'
import type { QuotationStanding } from '../../shared/check/quotations.ts'
import type { Resolved } from '../../shared/anchor/resolve.ts'

/** `quiet` asks for nothing, `loud` for a person, `plain` is neither. */
export type StandingWords = { words: string; tone: 'quiet' | 'loud' | 'plain' }

const LOUDEST = {
  number: 'Differs from the source: a number',
  negation: 'Differs from the source: “not”',
  words: 'Words differ from the source',
}

export const standingWords = (standing: QuotationStanding, excerpt: Excerpt | undefined): StandingWords => {
  if (standing.is === 'without-excerpt') return { words: 'Not tied to a passage', tone: 'loud' }
  if (standing.is === 'erased') return { words: 'Evidence erased', tone: 'loud' }
  if (standing.is === 'without-words') return { words: 'The passage has no words to compare', tone: 'plain' }
  const { difference, translation } = standing
  if (difference.is === 'differs') return { words: LOUDEST[difference.loudest], tone: 'loud' }
  if (excerpt?.kind === 'attested') return { words: attestedWords(excerpt.attested.by.name), tone: 'plain' }
  if (translation) return { words: `Original word for word · translated by ${translation.by}`, tone: 'quiet' }
  if (difference.is === 'same') return { words: 'Word for word', tone: 'quiet' }
  const { allowed } = difference
  if (allowed.some((a) => a === 'insertion' || a === 'sic' || a === 'emphasis' || a === 'case'))
    return { words: 'Same words, changes marked', tone: 'quiet' }
  if (allowed.includes('omission')) return { words: 'Same words, shortened', tone: 'quiet' }
  if (allowed.includes('layout') || allowed.includes('punctuation'))
    return { words: 'Same words, layout differs', tone: 'quiet' }
  return { words: 'Word for word', tone: 'quiet' }
}

/** How a passage stands in the newest saved copy of its source. */
export const passageWords = (found: Resolved): StandingWords => {
  switch (found.state) {
    case 'exact':
      return { words: 'Word for word', tone: 'quiet' }
    case 'moved':
      return { words: 'Word for word, moved', tone: 'quiet' }
    case 'reflowed':
      return { words: 'Same words, layout differs', tone: 'quiet' }
    case 'context-changed':
      return { words: 'Text around it changed', tone: 'quiet' }
    case 'ambiguous':
      return { words: 'Found in several places: choose', tone: 'loud' }
    case 'gone':
      return { words: 'No longer in the source', tone: 'loud' }
    case 'changed': {
      const what = [found.numbers ? 'number' : '', found.polarity ? '“not”' : ''].filter((w) => w !== '')
      return { words: ['Words changed', ...what].join(', '), tone: 'loud' }
    }
  }
}

export const attestedWords = (name: string): string => `${name}’s transcript, not machine-checked`

/** "Jane Doe, minister, via a separate briefing"; '' where nobody said. */
export const whoSays = ({ says, via }: Pick<Excerpt, 'says' | 'via'>): string =>
  [says?.name, says?.role, via.length ? `via ${via.join(', via ')}` : ''].filter(Boolean).join(', ')
