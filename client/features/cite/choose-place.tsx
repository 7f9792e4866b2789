/** The places where an ambiguous passage stands in the newest copy, each with the words around it. */
import { useQuery } from '@tanstack/react-query'
import type { Change } from '../../../shared/check/changes.ts'
import { useBrief } from '../../brief/brief-context.ts'
import { Button } from '../../ui/button.tsx'
import { say } from '../../words/en/cite.ts'

type Place = { start: number; end: number }

/** More places than a person reads through. */
const SHOWN = 8
/** Characters on each side that tell one place from another. */
const AROUND = 60

export const ChoosePlace = ({
  change,
  places,
  onChoose,
}: {
  change: Change
  places: readonly Place[]
  onChoose: ((place: Place) => void) | null
}) => {
  const { captures } = useBrief()
  const { hash } = change.newest
  const copy = useQuery({
    queryKey: ['capture', hash],
    queryFn: () => captures.get(hash),
    staleTime: Infinity,
  })
  if (!copy.data) return null
  const { text } = copy.data
  return (
    <ol className="places">
      {places.slice(0, SHOWN).map((place) => (
        <li key={place.start}>
          <p className="passage">
            <span className="around">{text.slice(Math.max(0, place.start - AROUND), place.start)}</span>
            <mark>{text.slice(place.start, place.end)}</mark>
            <span className="around">{text.slice(place.end, place.end + AROUND)}</span>
          </p>
          {onChoose && <Button onClick={() => onChoose(place)}>{say.itIsThisOne}</Button>}
        </li>
      ))}
    </ol>
  )
}
