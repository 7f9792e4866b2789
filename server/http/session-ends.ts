/**
 * Knows when sessions end by themselves, so that the sockets they let in go with them. A session that was used meanwhile
 * has more time: it is asked for again before anybody has to go.
 */
export type SessionEnds = {
  /** A socket was let in by this session, which ends then (milliseconds since 1970). */
  watch(session: string, end: number): void
  stop(): void
}

export type SessionEndsOptions = {
  /** When it ends as of now; null: it is over. */
  endOf(session: string): Promise<number | null>
  over(session: string): void
}

/** A timer holds 24 days at most, and a machine's clock may be put right meanwhile. */
const LONGEST_MS = 3_600_000
/** The store could not be asked. */
const RETRY_MS = 500

export const watchSessionEnds = ({ endOf, over }: SessionEndsOptions): SessionEnds => {
  const ends = new Map<string, number>()
  let timer: ReturnType<typeof setTimeout> | null = null
  let planned = Infinity

  const plan = (end: number) => {
    if (end >= planned) return
    planned = end
    if (timer) clearTimeout(timer)
    timer = setTimeout(() => void look(), Math.min(LONGEST_MS, Math.max(0, end - Date.now())))
    timer.unref()
  }

  const look = async () => {
    const due = [...ends].filter(([, end]) => end <= Date.now()).map(([session]) => session)
    for (const session of due) {
      const end = await endOf(session).catch(() => Date.now() + RETRY_MS)
      if (end !== null && end > Date.now()) ends.set(session, end)
      else {
        ends.delete(session)
        over(session)
      }
    }
    planned = Infinity
    for (const end of ends.values()) plan(end)
  }

  return {
    watch(session, end) {
      ends.set(session, end)
      plan(end)
    },
    stop() {
      if (timer) clearTimeout(timer)
      planned = -Infinity
    },
  }
}
