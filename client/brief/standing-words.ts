/** What a person reads of how quoted words stand against their source. Never "verified": words alone prove nothing. */
import type { Excerpt } from '../../shared/brief/excerpt.ts'
import type { QuotationStanding } from '../../shared/check/quotations.ts'
import type { Resolved } from '../../shared/anchor/resolve.ts'
import { say } from '../words/en/brief.ts'

/** `quiet` asks for nothing, `loud` for a person, `plain` is neither. */
export type StandingWords = { words: string; tone: 'quiet' | 'loud' | 'plain' }

const LOUDEST = {
  number: say.numberDiffers,
  negation: say.negationDiffers,
  words: say.wordsDiffer,
}

export const standingWords = (standing: QuotationStanding, excerpt: Excerpt | undefined): StandingWords => {
  if (standing.is === 'without-excerpt') return { words: say.notTiedToAPassage, tone: 'loud' }
  if (standing.is === 'erased') return { words: say.evidenceErased, tone: 'loud' }
  if (standing.is === 'without-words') return { words: say.passageHasNoWords, tone: 'plain' }
  const { difference, translation } = standing
  if (difference.is === 'differs') return { words: LOUDEST[difference.loudest], tone: 'loud' }
  if (excerpt?.kind === 'attested') return { words: attestedWords(excerpt.attested.by.name), tone: 'plain' }
  if (translation) return { words: say.originalWordForWord(translation.by), tone: 'quiet' }
  if (difference.is === 'same') return { words: say.wordForWord, tone: 'quiet' }
  const { allowed } = difference
  if (allowed.some((a) => a === 'insertion' || a === 'sic' || a === 'emphasis' || a === 'case'))
    return { words: say.sameWordsChangesMarked, tone: 'quiet' }
  if (allowed.includes('omission')) return { words: say.sameWordsShortened, tone: 'quiet' }
  if (allowed.includes('layout') || allowed.includes('punctuation'))
    return { words: say.sameWordsLayoutDiffers, tone: 'quiet' }
  return { words: say.wordForWord, tone: 'quiet' }
}

/** How a passage stands in the newest saved copy of its source. */
export const passageWords = (found: Resolved): StandingWords => {
  switch (found.state) {
    case 'exact':
      return { words: say.wordForWord, tone: 'quiet' }
    case 'moved':
      return { words: say.wordForWordMoved, tone: 'quiet' }
    case 'reflowed':
      return { words: say.sameWordsLayoutDiffers, tone: 'quiet' }
    case 'context-changed':
      return { words: say.textAroundItChanged, tone: 'quiet' }
    case 'ambiguous':
      return { words: say.foundInSeveralPlacesChoose, tone: 'loud' }
    case 'gone':
      return { words: say.noLongerInTheSource, tone: 'loud' }
    case 'changed': {
      const what = [found.numbers ? say.aNumber : '', found.polarity ? say.aNegation : ''].filter(
        (w) => w !== '',
      )
      return { words: [say.wordsChanged, ...what].join(', '), tone: 'loud' }
    }
  }
}

export const attestedWords = (name: string): string => say.transcriptOf(name)

/** "Jane Doe, minister, via a separate briefing"; '' where nobody said. */
export const whoSays = ({ says, via }: Pick<Excerpt, 'says' | 'via'>): string =>
  [says?.name, says?.role, ...via.map((one) => say.via(one))].filter(Boolean).join(', ')
