/** How excerpts stand in another saved copy than the one that they were taken from. */
import type { Resolved } from '../../shared/anchor/resolve.ts'
import type { AnchoredExcerpt, Excerpt } from '../../shared/brief/excerpt.ts'
import type { ReadBrief } from '../../shared/brief/read.ts'
import {
  byCopies,
  byUrgency,
  type Change,
  changeOf,
  followedExcerpts,
  isLoud,
} from '../../shared/check/changes.ts'
import { captureText, holdsCapture } from '../storage/captures.ts'
import { CannotCarry, type Carrier } from './carrier.ts'
import type { Desk } from './documents.ts'

type CarryingDesk = Pick<Desk, 'db'> & { carrier: Carrier }

export type Standings = {
  anchors: ({ excerpt: string } & Resolved)[]
  /** Why `anchors` is not whole: a sentence for a person. */
  incomplete?: string
}

/** A hash in a document grants nothing: the text of a copy that this brief does not hold is not looked into. */
const textHeld = async ({ db }: CarryingDesk, briefId: string, hash: string): Promise<string | null> =>
  (await holdsCapture(db, briefId, hash)) ? captureText(db, hash) : null

/** `hash`: a copy that the brief holds. */
export const standingsIn = async (
  desk: CarryingDesk,
  { briefId, hash, excerpts }: { briefId: string; hash: string; excerpts: readonly Excerpt[] },
  signal?: AbortSignal,
): Promise<Standings> => {
  const byCopy = new Map<string, AnchoredExcerpt[]>()
  for (const each of excerpts)
    if (each.kind === 'anchored') byCopy.set(each.capture, [...(byCopy.get(each.capture) ?? []), each])
  const after = await textHeld(desk, briefId, hash)
  const anchors: Standings['anchors'] = []
  if (after === null) return { anchors }
  try {
    for (const [capture, together] of byCopy) {
      const before = await textHeld(desk, briefId, capture)
      const passages = together.map((each) => each.selector)
      const found = await desk.carrier.carry({ before, after, passages }, signal)
      together.forEach((each, i) => anchors.push({ excerpt: each.id, ...found[i]! }))
    }
    return { anchors }
  } catch (error) {
    if (error instanceof CannotCarry) return { anchors, incomplete: error.message }
    throw error
  }
}

/** The excerpts that ask for a person because their source changed, the most urgent first. Throws CannotCarry. */
export const loudChanges = async (
  desk: CarryingDesk,
  briefId: string,
  brief: ReadBrief,
): Promise<Change[]> => {
  const loud: Change[] = []
  for (const together of byCopies(followedExcerpts(brief))) {
    const { excerpt, newest } = together[0]!
    const after = await textHeld(desk, briefId, newest.hash)
    if (after === null) continue
    const before = await textHeld(desk, briefId, excerpt.capture)
    const passages = together.map((one) => one.excerpt.selector)
    const found = await desk.carrier.carry({ before, after, passages })
    for (const [i, one] of together.entries()) {
      const change = isLoud(found[i]!) ? changeOf(one, found[i]!, after) : null
      if (change) loud.push(change)
    }
  }
  return loud.sort(byUrgency)
}
