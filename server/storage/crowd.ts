/**
 * How far apart commits come. One brief, however busy, never waits here; where many are written at the same time,
 * each commit is worth waiting a few milliseconds for company.
 */
export type Crowd = {
  /** These go into one commit, now. */
  wrote(appends: readonly { rows: readonly { document: string }[] }[]): void
  /** Milliseconds until the next commit. */
  wait(): number
}

/** So many documents within {@link SPAN_MS} are a crowd. */
const MANY = 12
const SPAN_MS = 100
/** One frame of a screen: nobody sees the difference, and twice as many letters share a commit as at half of it. */
const APART_MS = 16

export const createCrowd = (now: () => number = () => performance.now()): Crowd => {
  let names = new Set<string>()
  let began = now()
  let isCrowd = false
  let last = -Infinity
  return {
    wrote(appends) {
      last = now()
      if (last - began > SPAN_MS) {
        isCrowd = names.size >= MANY && last - began < 2 * SPAN_MS
        names = new Set()
        began = last
      }
      for (const { rows } of appends) if (rows[0]) names.add(rows[0].document)
      isCrowd ||= names.size >= MANY
    },
    wait: () => (isCrowd ? Math.max(0, last + APART_MS - now()) : 0),
  }
}
