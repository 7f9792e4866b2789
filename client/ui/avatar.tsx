/**
 * A person as initials on a colour, always with the name beside it or as its accessible name. `colour` is a CSS
 * colour; without one it follows from the person's id, the same for everybody.
 */
import type { CSSProperties } from 'react'
import { initials } from './initials.ts'
import { personColour } from './person-colour.ts'

export const Avatar = ({ id, name, colour }: { id: string; name: string; colour?: string }) => (
  <span
    className="avatar"
    role="img"
    aria-label={name}
    title={name}
    data-initials={initials(name)}
    style={{ '--person': colour ?? personColour(id) } as CSSProperties}
  />
)
