/**
 * What rests on sources that have changed: the sentences with the older and the newer words, to be kept, taken over or
 * let go. What is gone stands in a tray of its own with its old words; what changed only around the words is told quietly.
 */
import { type Change, citationsByExcerpt, isLoud } from '../../../shared/check/changes.ts'
import { ChangeCard } from './change-card.tsx'
import { useDesk } from './desk.ts'
import { say } from '../../words/en/cite.ts'

export const ChangedSources = () => {
  const { changes, margin } = useDesk()
  if (changes.all.length === 0) return null
  const resting = citationsByExcerpt(margin.citations.values())
  const loud = changes.all.filter(({ found }) => isLoud(found) && found.state !== 'gone')
  const gone = changes.all.filter(({ found }) => found.state === 'gone')
  const quiet = changes.all.filter(({ found }) => !isLoud(found))
  const cards = (some: readonly Change[]) => (
    <ul className="evidence-items">
      {some.map((change) => (
        <ChangeCard
          key={change.excerpt.id}
          change={change}
          citations={resting.get(change.excerpt.id) ?? []}
        />
      ))}
    </ul>
  )
  return (
    <>
      {loud.length > 0 && (
        <section className="evidence-part" aria-labelledby="evidence-changed">
          <h3 id="evidence-changed" className="evidence-title loud">
            {say.sourcesThatChanged}
          </h3>
          {cards(loud)}
        </section>
      )}
      {gone.length > 0 && (
        <section className="evidence-part" aria-labelledby="evidence-gone">
          <h3 id="evidence-gone" className="evidence-title loud">
            {say.noLongerInTheSource}
          </h3>
          <p className="muted">{say.wordsAreKept}</p>
          {cards(gone)}
        </section>
      )}
      {quiet.length > 0 && (
        <details className="evidence-part changed-around">
          <summary>
            {say.textAroundItChanged} · {say.passagesWordForWord(quiet.length)}
          </summary>
          {cards(quiet)}
        </details>
      )}
    </>
  )
}
