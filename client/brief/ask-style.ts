/** Asks the worker that knows citation styles. It starts with the first question: briefs in the house style never load it. */
import type { Answered, Answers, Asked, Asks } from './style-worker.ts'

export type StyleDesk = {
  /** Rejects where the style does not work, or the worker does not start. */
  ask<Is extends keyof Asks>(is: Is, ask: Asks[Is]): Promise<Answers[Is]>
  close(): void
}

type Waiting = { resolve: (answer: unknown) => void; reject: (error: Error) => void }

export const openStyleDesk = (): StyleDesk => {
  let worker: Worker | null = null
  let n = 0
  const waiting = new Map<number, Waiting>()
  const failAll = (why: string) => {
    for (const { reject } of waiting.values()) reject(new Error(why))
    waiting.clear()
  }
  const start = () => {
    const made = new Worker(new URL('style-worker.ts', import.meta.url), { type: 'module' })
    made.addEventListener('message', ({ data }: MessageEvent<Answered>) => {
      const one = waiting.get(data.n)
      waiting.delete(data.n)
      if ('failed' in data) one?.reject(new Error(data.failed))
      else one?.resolve(data.answer)
    })
    made.addEventListener('error', (event) => {
      failAll(event.message || 'The styles did not start.')
      worker = null
    })
    return made
  }
  return {
    ask: (is, ask) =>
      new Promise((resolve, reject) => {
        worker ??= start()
        waiting.set(++n, { resolve: resolve as Waiting['resolve'], reject })
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin
        worker.postMessage({ n, is, ask } satisfies Asked)
      }),
    close() {
      worker?.terminate()
      worker = null
      failAll('The page was closed.')
    },
  }
}
