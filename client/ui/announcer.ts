/**
 * What is said to a screen reader: at most one message in five seconds, the newest wins. Never keystrokes, never
 * what focus says already. Plain TypeScript, so that it is tested without React.
 */
export const QUIET_FOR = 5000

export type Announcer = {
  announce(message: string): void
  get(): string
  subscribe(listener: () => void): () => void
}

type Clock = { now(): number; later(run: () => void, after: number): void }

const clock: Clock = { now: () => Date.now(), later: (run, after) => void setTimeout(run, after) }

export const createAnnouncer = ({ now, later }: Clock = clock): Announcer => {
  const listeners = new Set<() => void>()
  let said = ''
  let saidAt = -QUIET_FOR
  let waiting: string | null = null

  const say = (message: string) => {
    // The same words again are only read when something changed: a no-break space is silent.
    said = message === said ? `${message}\u00a0` : message
    saidAt = now()
    for (const listener of listeners) listener()
  }

  return {
    announce(message) {
      const wait = saidAt + QUIET_FOR - now()
      if (wait <= 0 && waiting === null) return say(message)
      const first = waiting === null
      waiting = message
      if (!first) return
      later(
        () => {
          const latest = waiting
          waiting = null
          if (latest !== null) say(latest)
        },
        Math.max(0, wait),
      )
    },
    get: () => said,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
