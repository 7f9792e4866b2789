/** Where the words stand in the saved copies of the brief's sources: looked up on this device, on a train too. */
import { useEffect, useState } from 'react'
import { useBrief } from '../../brief/brief-context.ts'
import { shortName } from '../../brief/work-name.ts'
import type { Source } from '../../../shared/brief/source.ts'
import { type Found, findInTexts } from './find-in-texts.ts'
import { say } from '../../words/en/sources.ts'

/** A search runs when the typing pauses. */
const PAUSE = 200

export const FoundInTexts = ({ sources, typed }: { sources: readonly Source[]; typed: string }) => {
  const { focus, captures } = useBrief()
  const [found, setFound] = useState<{ typed: string; all: Found[] } | null>(null)
  useEffect(() => {
    let here = true
    const soon = setTimeout(() => {
      void findInTexts(sources, typed, (hash) => captures.get(hash)).then((all) => {
        if (here) setFound({ typed, all })
      })
    }, PAUSE)
    return () => {
      here = false
      clearTimeout(soon)
    }
  }, [captures, sources, typed])
  const shown = found?.typed === typed ? found.all : []
  if (shown.length === 0) return null
  return (
    <section className="found-in-texts" aria-label={say.inTheTexts}>
      <h3 className="label">{say.inTheTexts}</h3>
      <ul>
        {shown.map(({ source, places, first }) => (
          <li key={source.id}>
            <button type="button" className="found-place" onClick={() => focus.openSource(source.id, typed)}>
              <span className="small">
                {shortName(source.item)} · {say.places(places)}
              </span>
              <span className="found-words">
                {first.before}
                <mark>{first.words}</mark>
                {first.after}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
