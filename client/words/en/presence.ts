/** Who is here now. */
import { counted } from './counted.ts'
import { spoken } from '../language.ts'

export const say = spoken('presence', {
  // people.tsx
  peopleHereNow: 'People here now',
  countHereNow: (count: number) => `${counted(count, 'person', 'people')} here now`,
  you: '(you)',
})
