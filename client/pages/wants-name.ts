/** Whether the server would let the person in, if it had a name; the key or link still works. */
import { Refusal } from '../../shared/wire/refusal.ts'

export const wantsName = (error: unknown): boolean =>
  error instanceof Refusal && (error.code as string) === 'name-needed'
