/** Long work in pieces: it says by a `yield` where it may be left for a while, and whoever runs it decides. */
export type Pieces<T> = Generator<void, T, void>

export const atOnce = <T>(work: Pieces<T>): T => {
  for (;;) {
    const step = work.next()
    if (step.done) return step.value
  }
}

/** Of each piece. A key that is typed meanwhile waits so long at most. */
const PIECE_MS = 40

/** The page draws and takes keys between the pieces. */
export const inPieces = async <T>(work: Pieces<T>): Promise<T> => {
  for (;;) {
    const until = performance.now() + PIECE_MS
    let step = work.next()
    while (!step.done && performance.now() < until) step = work.next()
    if (step.done) return step.value
    await nextTask()
  }
}

export const nextTask = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.addEventListener('message', () => {
      port1.close()
      resolve()
    })
    port1.start()
    port2.postMessage(null)
  })
