/**
 * Work that is done in turns, one after the other. What comes in during a turn, during one turn of the event loop
 * or while the next turn waits goes into the next together: that is how many sockets share one write.
 */
export type Turns<W> = {
  put(work: W): void
  /** Puts work before all that waits. */
  putFirst(works: readonly W[]): void
  isWorking(): boolean
  /** Resolves when nothing is left to do. */
  settled(): Promise<void>
}

export type TurnsOptions<W> = {
  turn(works: W[]): Promise<void>
  /** Tells work that wants a turn of its own. */
  isAlone(work: W): boolean
  /** How many milliseconds the next turn waits for more. */
  wait(): number
  /** What a turn threw, its work and all that waited. */
  failed(error: unknown, works: W[]): void
}

export const createTurns = <W>({ turn, isAlone, wait, failed }: TurnsOptions<W>): Turns<W> => {
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
      const ms = wait()
      if (ms >= 1) await new Promise((resolve) => setTimeout(resolve, ms))
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

  const start = () => {
    if (working || queue.length === 0) return
    working = true
    setImmediate(() => void workOff())
  }

  return {
    put(work) {
      queue.push(work)
      start()
    },
    putFirst(works) {
      queue.unshift(...works)
      start()
    },
    isWorking: () => working,
    settled: () => (working ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve()),
  }
}
