/** Who is in the brief now: four as initials, the others as a number; all with their names on one press. */
import { Users } from 'lucide-react'
import type { Present } from '../../brief/presence.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { Popover } from '../../ui/popover.tsx'
import { say } from '../../words/en/presence.ts'

const SHOWN = 4

export const People = ({ people, few }: { people: Present[]; few: boolean }) => {
  // One is seldom told apart from the others by one's own initials: colleagues come first where there is room.
  const shown = few ? [] : people.slice(0, SHOWN)
  const more = people.length - shown.length
  return (
    <Popover
      label={say.peopleHereNow}
      align="end"
      trigger={
        <button type="button" className="people" aria-label={say.countHereNow(people.length)}>
          {shown.map((person) => (
            <Avatar key={person.id} id={person.id} name={person.name} />
          ))}
          {few && <Users aria-hidden />}
          {more > 0 && <span className="people-more number">{few ? people.length : `+${more}`}</span>}
        </button>
      }
    >
      <ul className="people-names" aria-label={say.peopleHereNow}>
        {people.map((person) => (
          <li key={person.id}>
            <Avatar id={person.id} name={person.name} />
            {person.name}
            {person.me && <span className="muted">{say.you}</span>}
          </li>
        ))}
      </ul>
    </Popover>
  )
}
