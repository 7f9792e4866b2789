/**
 * A person as initials on a colour, always with the name beside it or as its accessible name. `colour` is a CSS
 * colour; without one it follows from the person's id, the same for everybody.
 */
import type { CSSProperties } from 'react'
import { personColour } from './person-colour.ts'

export const initials = (name: string): string => {
  const words = name.trim().split(/\s+/).filter(Boolean)
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].flatMap((w) =>
    w ? ([...w][0] ?? '') : '',
  )
  return letters.join('').toUpperCase() || '?'
}

export const Avatar = ({ id, name, colour }: { id: string; name: string; colour?: string }) => (
  <span
    className="avatar"
    role="img"
    aria-label={name}
    title={name}
    style={{ '--person': colour ?? personColour(id) } as CSSProperties}
  >
    {initials(name)}
  </span>
)
