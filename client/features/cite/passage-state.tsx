/**
 * How a passage stands: in the newest saved copy of its source, or, where that is the one it was taken from, in its
 * own. The copies are fetched once and kept on the device.
 */
import { useEffect, useState } from 'react'
import { resolve } from '../../../shared/anchor/resolve.ts'
import type { AnchoredExcerpt } from '../../../shared/brief/excerpt.ts'
import { useBrief } from '../../brief/brief-context.ts'
import { passageWords, type StandingWords } from '../../brief/standing-words.ts'
import { dayText } from '../../ui/when.ts'
import { useDesk } from './desk.ts'
import { say } from '../../words/en/cite.ts'

const NOT_HERE: StandingWords = { words: say.copyNotAtHand, tone: 'plain' }

export const PassageState = ({ excerpt }: { excerpt: AnchoredExcerpt }) => {
  const { changes } = useDesk()
  const carried = changes.standings.get(excerpt.id)
  return carried ? <Standing {...passageWords(carried)} /> : <InOwnCopy excerpt={excerpt} />
}

const Standing = ({ words, tone }: StandingWords) => <p className={`standing ${tone}`}>{words}</p>

const InOwnCopy = ({ excerpt }: { excerpt: AnchoredExcerpt }) => {
  const { captures } = useBrief()
  const { margin } = useDesk()
  const { selector, capture, kept, id } = excerpt
  const key = `${capture} ${id}`
  const [found, setFound] = useState<{ key: string; state: StandingWords } | null>(null)
  useEffect(() => {
    let here = true
    const tell = (state: StandingWords) => here && setFound({ key, state })
    captures.get(capture).then(
      ({ text }) => tell(passageWords(resolve(text, selector))),
      () => tell(NOT_HERE),
    )
    return () => {
      here = false
    }
  }, [captures, capture, selector, key])
  if (found?.key !== key) return <p className="standing">{say.comparing}</p>
  const copy = margin.sources.get(excerpt.source)?.captures.find(({ hash }) => hash === capture)
  return (
    <>
      <Standing {...found.state} />
      {kept && (
        <p className="muted small">
          {copy ? say.keptCopyOf(kept.by.name, dayText(copy.takenAt)) : say.keptOlderCopy(kept.by.name)}
        </p>
      )}
    </>
  )
}
