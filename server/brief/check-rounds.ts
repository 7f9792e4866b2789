/**
 * Looks at the addresses of sources as they fall due, for as long as the server runs: few at once, so that nobody who
 * writes waits for it. What is due stands in the store and outlives a restart.
 */
import { can } from '../../shared/brief/role.ts'
import { Refusal } from '../../shared/wire/refusal.ts'
import { roleIn } from '../storage/briefs.ts'
import { person } from '../storage/people.ts'
import { claimDue, type DueCheck, endSchedule, nextDue, noteCheck } from '../storage/source-checks.ts'
import { sourcesOf } from './add-source.ts'
import { type CheckingDesk, checkAgain, dueAfter, isFollowed } from './check-again.ts'

export type CheckRounds = {
  /** Before it nothing is looked at: a command that opens the store for a moment is no server. */
  begin(): void
  /** Something may be due now. */
  wake(): void
  /** Lets go of what is being fetched; it is due again at the next start. */
  stop(): Promise<void>
}

const AT_ONCE = 2
/** A fetch takes 10 s at most, and reading half a minute. */
const LEASE_MS = 5 * 60_000
/** Looked at again at the latest: a machine that slept, a clock that was set. */
const LONGEST_WAIT_MS = 60 * 60_000
/** After the store could not be asked or written. */
const AGAIN_MS = 60_000

/** What people wait for at a start comes first. */
const AT_START_MS = 500

export const followChecks = (
  desk: CheckingDesk,
  report: (error: unknown) => void,
  now: () => Date = () => new Date(),
): CheckRounds => {
  const stopping = new AbortController()
  const running = new Set<Promise<void>>()
  let timer: NodeJS.Timeout | undefined
  let filling: Promise<void> = Promise.resolve()

  const plan = (wait: number) => {
    clearTimeout(timer)
    if (stopping.signal.aborted) return
    timer = setTimeout(fill, Math.min(Math.max(wait, 0), LONGEST_WAIT_MS))
    timer.unref()
  }

  const fill = () => {
    filling = filling.then(async () => {
      try {
        while (running.size < AT_ONCE && !stopping.signal.aborted) {
          const at = now()
          const due = await claimDue(
            desk.db,
            at.toISOString(),
            new Date(at.getTime() + LEASE_MS).toISOString(),
          )
          if (!due) break
          start(due)
        }
        const next = running.size < AT_ONCE ? await nextDue(desk.db) : null
        plan(next === null ? LONGEST_WAIT_MS : Date.parse(next) - now().getTime())
      } catch (error) {
        report(error)
        plan(AGAIN_MS)
      }
    })
  }

  const start = (due: DueCheck) => {
    const one = look(due)
      .catch((error: unknown) => {
        if (!stopping.signal.aborted) report(error)
      })
      .then(() => {
        running.delete(one)
        fill()
      })
    running.add(one)
  }

  const look = async (due: DueCheck): Promise<void> => {
    const { brief: briefId, source: sourceId, every, until } = due
    const by = await whoFor(due)
    const source = (await sourcesOf(desk, briefId)).find(({ id }) => id === sourceId)
    if (!by || !source || !isFollowed(source)) {
      await endSchedule(desk.db, briefId, sourceId)
      const why = by ? LEFT_ALONE : MAY_NOT
      await noteCheck(desk.db, briefId, sourceId, {
        at: now().toISOString(),
        outcome: 'refused',
        why,
        due: null,
      })
      return desk.rooms.tell(briefId, 'notices')
    }
    const again = every && dueAfter(every, now())
    const goesOn = again !== null && until !== null && again.slice(0, 10) <= until
    if (every && !goesOn) await endSchedule(desk.db, briefId, sourceId)
    const next = { due: goesOn ? again : null }
    try {
      await checkAgain(desk, { briefId, sourceId, by }, { signal: stopping.signal }, next)
    } catch (error) {
      // A refusal was noted. Of our own mistake the schedule says that it was one, and goes on.
      if (error instanceof Refusal || stopping.signal.aborted) return
      await noteCheck(desk.db, briefId, sourceId, {
        at: now().toISOString(),
        outcome: 'refused',
        why: OUR_MISTAKE,
        ...next,
      })
      desk.rooms.tell(briefId, 'notices')
      throw error
    }
  }

  /** Whoever asked for it, or set the schedule, as long as they may write there: the copy comes in under their name. */
  const whoFor = async ({ brief, asked_by: asked, set_by: set }: DueCheck) => {
    for (const id of [asked, set]) {
      const role = id && (await roleIn(desk.db, brief, id))
      if (id && role && can(role, 'write')) return person(desk.db, id)
    }
    return null
  }

  let begun = false
  return {
    begin() {
      begun = true
      plan(AT_START_MS)
    },
    wake() {
      if (begun) fill()
    },
    async stop() {
      stopping.abort()
      clearTimeout(timer)
      await filling
      await Promise.all(running)
    },
  }
}

const LEFT_ALONE =
  'It was withdrawn, erased or taken out of the list, or has no address any more. It is not looked at again until somebody asks for it.'
const MAY_NOT =
  'Whoever asked for it may no longer write in this brief. Nothing was fetched; somebody else can ask for it.'
const OUR_MISTAKE = 'Something went wrong on our side. Nothing was changed; try again, or tell the operator.'
