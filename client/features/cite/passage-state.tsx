/** How a passage stands in the newest saved copy of its source. The copy is fetched once and kept on the device. */
import { useEffect, useState } from 'react'
import { resolve } from '../../../shared/anchor/resolve.ts'
import type { AnchoredExcerpt } from '../../../shared/brief/excerpt.ts'
import { captures } from '../../brief/captures.ts'
import { passageWords, type StandingWords } from '../../brief/standing-words.ts'
import { useDesk } from './desk.ts'

const NOT_HERE: StandingWords = { words: 'The saved copy is not at hand to compare', tone: 'plain' }

export const PassageState = ({ excerpt }: { excerpt: AnchoredExcerpt }) => {
  const { margin } = useDesk()
  const hash = margin.sources.get(excerpt.source)?.captures.at(-1)?.hash ?? null
  const { selector } = excerpt
  const key = `${hash} ${excerpt.id}`
  const [found, setFound] = useState<{ key: string; state: StandingWords } | null>(null)
  useEffect(() => {
    let here = true
    const say = (state: StandingWords) => here && setFound({ key, state })
    if (!hash) say(NOT_HERE)
    else
      captures.get(hash).then(
        ({ text }) => say(passageWords(resolve(text, selector))),
        () => say(NOT_HERE),
      )
    return () => {
      here = false
    }
  }, [hash, selector, key])
  if (found?.key !== key) return <p className="standing">Comparing…</p>
  return <p className={`standing ${found.state.tone}`}>{found.state.words}</p>
}
