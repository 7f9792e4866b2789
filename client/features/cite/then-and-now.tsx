/** Older and newer words side by side. Numbers and negations that changed stand first, by themselves. */
import { isNegation, isNumber, polarityDiffers } from '../../../shared/anchor/meaning.ts'
import { type DiffPart, wordDiff, words } from '../../../shared/text/word-diff.ts'
import { DiffLine } from './word-changes.tsx'
import { say } from '../../words/en/cite.ts'

export const ThenAndNow = ({ then, now, around }: { then: string; now: string | null; around: boolean }) => {
  if (now === null || around) return <p className="covered">{then}</p>
  const parts = loudParts(wordDiff(then, now))
  const first = parts.filter((part) => part.loud && part.kind !== 'same')
  return (
    <>
      {first.length > 0 && (
        <div className="change-first">
          <DiffLine parts={first} space=" " />
        </div>
      )}
      <dl className="then-and-now">
        <dt>{say.wordsThen}</dt>
        <dd>
          <DiffLine parts={parts.filter(({ kind }) => kind !== 'added')} />
        </dd>
        <dt>{say.wordsNow}</dt>
        <dd>
          <DiffLine parts={parts.filter(({ kind }) => kind !== 'removed')} />
        </dd>
      </dl>
    </>
  )
}

type Loud = DiffPart & { loud?: string }

const loudParts = (parts: readonly DiffPart[]): Loud[] =>
  parts.map((part, i): Loud => {
    if (part.kind === 'same') return part
    const other = parts[part.kind === 'removed' ? i + 1 : i - 1]
    const opposite = other && other.kind !== 'same' && polarityDiffers(part.text, other.text)
    if (opposite || words(part.text).some(isNegation)) return { ...part, loud: 'negation' }
    return words(part.text).some(isNumber) ? { ...part, loud: 'number' } : part
  })
