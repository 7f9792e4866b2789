/** Saved copies in which the words were found, with the passages; each opens in the reader at the place. */
import { Link } from 'wouter'
import { titleOfWork } from '../../../shared/cite/short-name.ts'
import type { CaptureFound } from '../../../shared/wire/inputs.ts'
import { sourceAddress } from './places.ts'
import { aboutLine } from './work-lines.ts'

export const FoundCopies = ({ found }: { found: readonly CaptureFound[] }) => (
  <ul className="found-list" aria-label="Found in saved copies">
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
            In “{place.title || 'Untitled brief'}”
            {others.length > 0 &&
              ` and ${others.map((other) => `“${other.title || 'Untitled brief'}”`).join(', ')}`}
          </p>
        </li>
      )
    })}
  </ul>
)
