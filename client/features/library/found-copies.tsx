/** Saved copies in which the words were found, with the passages; each opens in the reader at the place. */
import { Link } from 'wouter'
import { titleOfWork } from '../../brief/work-name.ts'
import type { CaptureFound } from '../../../shared/wire/inputs.ts'
import { sourceAddress } from './places.ts'
import { aboutLine } from './work-lines.ts'
import { say } from '../../words/en/library.ts'

export const FoundCopies = ({ found }: { found: readonly CaptureFound[] }) => (
  <ul className="found-list" aria-label={say.foundInSavedCopies}>
    {found.map(({ hash, passages, places }) => {
      const [place, ...others] = places
      if (!place) return null
      const about = aboutLine(place.item)
      return (
        <li key={hash} className="work-row">
          <h3 className="found-title">{titleOfWork(place.item)}</h3>
          {about && <p className="muted small">{about}</p>}
          <ul className="found-passages">
            {passages.map((passage) => (
              <li key={passage.start}>
                <Link href={sourceAddress(place.brief, place.source, passage.words)}>
                  …{passage.before}
                  <mark>{passage.words}</mark>
                  {passage.after}…
                </Link>
              </li>
            ))}
          </ul>
          <p className="muted small">
            {say.inBrief(place.title || say.untitledBrief)}
            {others.length > 0 && say.andIn(others.map((other) => other.title || say.untitledBrief))}
          </p>
        </li>
      )
    })}
  </ul>
)
