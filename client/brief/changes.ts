/**
 * How the excerpts stand in the newest saved copies of their sources, kept in step with the document. Everybody who
 * has the brief open computes the same from the same; nothing of it is stored.
 */
import type { Resolved } from '../../shared/anchor/resolve.ts'
import {
  byCopies,
  byUrgency,
  type Change,
  changeOf,
  type Followed,
  followedExcerpts,
  isLoud,
} from '../../shared/check/changes.ts'
import type { Captures } from './captures.ts'
import type { CarryOver } from './carrying.ts'
import type { Evidence } from './evidence.ts'
import { createStore, type Store } from './store.ts'

export type Changes = {
  /** What stands otherwise, the most urgent first. */
  all: readonly Change[]
  /** Excerpt id → how it stands in the newest copy; only excerpts that were taken from an older one. */
  standings: ReadonlyMap<string, Resolved>
  /** Ids of the excerpts that ask for a person. */
  loud: ReadonlySet<string>
}

export type ChangesStore = Store<Changes> & {
  /** Follows the document until the returned function is called. */
  follow(): () => void
}

const NONE: Changes = { all: [], standings: new Map(), loud: new Set() }

export const watchChanges = (
  evidence: Store<Evidence>,
  captures: Pick<Captures, 'get'>,
  carryOver: CarryOver,
): ChangesStore => {
  const store = createStore<Changes>(NONE)
  /** What was computed, by excerpt: an excerpt or a newest copy that is another object is looked up again. */
  const known = new Map<string, { of: string; found: Resolved; text: string }>()
  let turn = 0
  let seen: Pick<Evidence, 'sources' | 'excerpts'> | null = null

  const look = async () => {
    const now = evidence.get()
    if (seen && seen.sources === now.sources && seen.excerpts === now.excerpts) return
    seen = now
    const mine = ++turn
    const followed = followedExcerpts(now)
    for (const together of byCopies(
      followed.filter((one) => known.get(one.excerpt.id)?.of !== nameOf(one)),
    )) {
      const copies = await textsOf(together[0]!, captures)
      // The newest copy is not at hand: what cannot be compared is not said to have changed.
      if (copies) {
        const passages = together.map((one) => one.excerpt.selector)
        const found = await carryOver({ ...copies, passages })
        together.forEach((one, i) =>
          known.set(one.excerpt.id, { of: nameOf(one), found: found[i]!, text: copies.after }),
        )
      }
      // Somebody changed the document meanwhile: that reading goes on with what is known now.
      if (mine !== turn) return
    }
    store.set(changesOf(followed, known))
  }

  return {
    get: store.get,
    subscribe: store.subscribe,
    follow() {
      void look()
      const stop = evidence.subscribe(() => void look())
      // What is not at hand on a train is asked for again when the network is back.
      const again = () => {
        seen = null
        void look()
      }
      if (typeof window !== 'undefined') window.addEventListener('online', again)
      return () => {
        stop()
        turn++
        seen = null
        if (typeof window !== 'undefined') window.removeEventListener('online', again)
      }
    },
  }
}

const nameOf = ({ excerpt, newest }: Followed) =>
  `${excerpt.capture} ${newest.hash} ${excerpt.selector[0].start} ${excerpt.selector[1].exact}`

const textsOf = async ({ excerpt, newest }: Followed, captures: Pick<Captures, 'get'>) => {
  const [before, after] = await Promise.all(
    [excerpt.capture, newest.hash].map((hash) => captures.get(hash).catch(() => null)),
  )
  return after ? { before: before?.text ?? null, after: after.text } : null
}

const changesOf = (
  followed: readonly Followed[],
  known: ReadonlyMap<string, { of: string; found: Resolved; text: string }>,
): Changes => {
  const standings = new Map<string, Resolved>()
  const all: Change[] = []
  for (const one of followed) {
    const there = known.get(one.excerpt.id)
    if (there?.of !== nameOf(one)) continue
    standings.set(one.excerpt.id, there.found)
    const change = changeOf(one, there.found, there.text)
    if (change) all.push(change)
  }
  all.sort(byUrgency)
  return {
    all,
    standings,
    loud: new Set(all.filter(({ found }) => isLoud(found)).map(({ excerpt }) => excerpt.id)),
  }
}
