/**
 * Work that is done in turns, one after the other. What comes in during a turn, or during one turn of the event
 * loop, goes into the next together: that is how many sockets share one write.
 */
export type Turns<W> = {
  put(work: W): void
  /** Puts work before all that waits. */
  putFirst(works: readonly W[]): void
  /** Takes all that waits out of the queue. */
  clear(): W[]
  isWorking(): boolean
  /** Resolves when nothing is left to do. */
  settled(): Promise<void>
}

/** `isAlone` tells work that wants a turn of its own. After `failed`, no more turns are taken. */
export const createTurns = <W>(
  turn: (works: W[]) => Promise<void>,
  isAlone: (work: W) => boolean,
  failed: (error: unknown, works: W[]) => void,
): Turns<W> => {
  let queue: W[] = []
  let working = false
  const waiting: (() => void)[] = []

  const next = (): W[] => {
    const alone = queue.findIndex(isAlone)
    if (alone === -1) return queue.splice(0)
    return queue.splice(0, Math.max(alone, 1))
  }

  const workOff = async () => {
    while (queue.length > 0) {
      const works = next()
      try {
        await turn(works)
      } catch (error) {
        failed(error, [...works, ...queue.splice(0)])
      }
    }
    working = false
    for (const resolve of waiting.splice(0)) resolve()
  }

  return {
    put(work) {
      queue.push(work)
      if (working) return
      working = true
      setImmediate(() => void workOff())
    },
    putFirst(works) {
      queue.unshift(...works)
    },
    clear: () => queue.splice(0),
    isWorking: () => working,
    settled: () => (working ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve()),
  }
}
