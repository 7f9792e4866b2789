/** What is wanted of our figures beside a rival's, or by themselves, and whether they hold it. */
import type { Row } from '../report.ts'
import type { PeerName } from './peers.ts'

export type Target = {
  figure: string
  /** Whose figure ours is held against; absent: `times` is the figure itself. */
  of?: PeerName
  is: 'at least' | 'at most'
  times: number
  /** On top of that, in the figure's own unit. */
  more?: number
}

/** One row of the table; what one of the two did not get through says so and is not held. */
export const held = (target: Target, medians: ReadonlyMap<PeerName, Record<string, number>>): Row => {
  const { figure, of, is, times, more = 0 } = target
  const ours = medians.get('vouch')?.[figure]
  const theirs = of === undefined ? 1 : medians.get(of)?.[figure]
  const row = {
    figure,
    wanted: `${is} ${times}${of ? ` × ${of}` : ''}${more ? ` + ${more}` : ''}`,
  }
  if (ours === undefined || theirs === undefined) return { ...row, 'it is': 'not measured', held: 'no' }
  const limit = times * theirs + more
  const isHeld = is === 'at least' ? ours >= limit : ours <= limit
  const shown = more ? `${(ours - theirs).toFixed(1)} more` : (ours / theirs).toFixed(2)
  return { ...row, 'it is': shown, held: isHeld ? 'yes' : 'no' }
}
