/** Where passages are carried over: here when it takes milliseconds, else in a worker that is kept for the next time. */
import { carry } from '../../shared/anchor/carry.ts'
import type { Resolved } from '../../shared/anchor/resolve.ts'
import type { Selectors } from '../../shared/anchor/selectors.ts'

export type CarryJob = { before: string | null; after: string; passages: Selectors[] }
export type CarryOver = (job: CarryJob) => Promise<Resolved[]>

/** Characters of both texts that are compared within a frame or two. */
const AT_ONCE = 40_000

type Answer = { id: number; found: Resolved[] }

const inWorker = (): CarryOver => {
  let worker: Worker | null = null
  let last = 0
  const waiting = new Map<number, { job: CarryJob; done: (found: Resolved[]) => void }>()
  const start = () => {
    const started = new Worker(new URL('./carry-worker.ts', import.meta.url), { type: 'module' })
    started.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
      waiting.get(data.id)?.done(data.found)
      waiting.delete(data.id)
    })
    // A worker that cannot start (an old copy of the page, no memory) leaves the work to this thread.
    started.addEventListener('error', () => {
      worker = null
      for (const { job, done } of waiting.values()) done(carry(job.before, job.after, job.passages))
      waiting.clear()
    })
    return started
  }
  return (job) =>
    new Promise((done) => {
      worker ??= start()
      waiting.set(++last, { job, done })
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin
      worker.postMessage({ id: last, ...job })
    })
}

const longOnes = inWorker()

export const carryOver: CarryOver = (job) =>
  (job.before?.length ?? 0) + job.after.length <= AT_ONCE
    ? Promise.resolve(carry(job.before, job.after, job.passages))
    : longOnes(job)
