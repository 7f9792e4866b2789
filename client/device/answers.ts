/**
 * The server's last answers that a page needs to open: who one is, and which briefs one has. Kept on this device by
 * person, and given when the server is not reached.
 */
import { z } from 'zod'
import { briefSummary, me, type BriefSummary, type Me } from '../../shared/wire/inputs.ts'
import { NotReached } from '../api.ts'

const WHO = 'vouch me'
const briefsOf = (person: string) => `vouch briefs ${person}`

const read = <T>(name: string, shape: z.ZodType<T>): T | null => {
  try {
    const found = shape.safeParse(JSON.parse(localStorage.getItem(name) ?? 'null'))
    return found.success ? found.data : null
  } catch {
    return null
  }
}

const write = (name: string, value: unknown): void => {
  try {
    localStorage.setItem(name, JSON.stringify(value))
  } catch {
    // A device that keeps nothing is one on which nothing opens without the server.
  }
}

const remove = (name: string): void => {
  try {
    localStorage.removeItem(name)
  } catch {
    // There is nothing then.
  }
}

/** What the server answers, or what it answered last; `null` there means that nothing is kept. */
const elseKept = async <T>(ask: () => Promise<T>, kept: () => T | null): Promise<T> => {
  try {
    return await ask()
  } catch (error) {
    const last = error instanceof NotReached ? kept() : null
    if (last === null) throw error
    return last
  }
}

/** Somebody signed in or came in by a link just now. */
export const hereIs = (person: Me): void => write(WHO, person)

/** Null: the server says that nobody is signed in here. Copies of briefs stay, and open for nobody until then. */
export const whoIsHere = (ask: () => Promise<Me | null>): Promise<Me | null> =>
  elseKept(
    async () => {
      const found = await ask()
      if (found) hereIs(found)
      else remove(WHO)
      return found
    },
    () => read(WHO, me),
  )

const summaries = z.array(briefSummary)

export const briefsHere = (person: string, ask: () => Promise<BriefSummary[]>): Promise<BriefSummary[]> =>
  elseKept(
    async () => {
      const found = await ask()
      write(briefsOf(person), found)
      return found
    },
    () => keptBriefs(person),
  )

export const keptBriefs = (person: string): BriefSummary[] | null => read(briefsOf(person), summaries)

/** One brief, which may be in no list yet: somebody came in by its link. */
export const briefHere = (
  person: string,
  id: string,
  ask: () => Promise<BriefSummary>,
): Promise<BriefSummary> =>
  elseKept(
    async () => {
      const found = await ask()
      const others = (keptBriefs(person) ?? []).filter((each) => each.id !== id)
      write(briefsOf(person), [found, ...others])
      return found
    },
    () => keptBriefs(person)?.find((each) => each.id === id) ?? null,
  )

export const forgetAnswers = (person: string): void => {
  remove(WHO)
  remove(briefsOf(person))
}
