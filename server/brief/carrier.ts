/**
 * Carries passages over from one text to another in a thread of its own, so that whoever types meanwhile waits for
 * nothing. One job at a time, the others wait; a job that goes beyond its bounds ends with its thread, and the next one
 * gets a new thread.
 */
import { Worker } from 'node:worker_threads'
import type { Resolved } from '../../shared/anchor/resolve.ts'
import type { Selectors } from '../../shared/anchor/selectors.ts'
import { threadProgram } from './thread-program.ts'

export type CarryJob = {
  /** The text that the passages were taken from; null where it is not at hand. */
  before: string | null
  after: string
  passages: Selectors[]
}

/** What the thread answers with. */
export type Carried = { id: number } & ({ found: Resolved[] } | { broke: string })

export type Carrier = {
  /** How the passages stand in the later text. Throws CannotCarry, or the signal's reason when it is aborted. */
  carry(job: CarryJob, signal?: AbortSignal): Promise<Resolved[]>
  close(): Promise<void>
}

/** The message is a sentence for a person. */
export class CannotCarry extends Error {
  constructor(why: string) {
    super(
      `How the excerpts stand in the newer copy could not be worked out here (${why}). The copy and the excerpts are kept; open the brief and compare them there.`,
    )
    this.name = 'CannotCarry'
  }
}

type Bounds = { seconds: number; megabytes: number; waiting: number }

/** Two texts of 10 MB take a third of this memory, and a fifth of this time. */
const BOUNDS: Bounds = { seconds: 30, megabytes: 512, waiting: 100 }

/** A thread that has nothing to do holds memory. */
const IDLE_MS = 60_000

type Waiting = {
  job: CarryJob
  done(found: Resolved[]): void
  fail(error: unknown): void
  /** Null: it waits. */
  id: number | null
}

type Options = {
  bounds?: Partial<Bounds>
  /** Told what broke. */
  report?: (because: string) => void
  /** The program of the thread; another one in tests. */
  program?: URL
}

export const openCarrier = ({
  bounds,
  report = () => {},
  program = threadProgram('carrying-thread'),
}: Options = {}): Carrier => {
  const { seconds, megabytes, waiting: most } = { ...BOUNDS, ...bounds }
  const queue: Waiting[] = []
  let current: Waiting | null = null
  let worker: Worker | null = null
  let lastId = 0
  let late: NodeJS.Timeout | undefined
  let leave: NodeJS.Timeout | undefined
  let closed = false

  const letGo = () => {
    const old = worker
    worker = null
    return old?.terminate()
  }
  /** Ends the job that is being done. `keep`: the thread is well. */
  const end = (answer: (job: Waiting) => void, keep: boolean) => {
    const job = current
    current = null
    clearTimeout(late)
    if (!keep) void letGo()
    if (job) answer(job)
    next()
  }
  const breaks = (because: string, why: string) => {
    report(because)
    end(({ fail }) => fail(new CannotCarry(why)), false)
  }
  const start = (): Worker => {
    const fresh = new Worker(program, {
      resourceLimits: { maxOldGenerationSizeMb: megabytes },
      // Nothing of ours: not the owner's token, not the address of a proxy.
      env: { NODE_ENV: 'production' },
      execArgv: [],
    })
    fresh.unref()
    fresh.on('message', (said: Carried) => {
      if (fresh !== worker || said.id !== current?.id) return
      if ('found' in said) end(({ done }) => done(said.found), true)
      else breaks(said.broke, 'comparing them broke off')
    })
    fresh.on('error', (error) => {
      if (fresh !== worker) return
      const full = (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY'
      breaks(String(error), full ? 'it takes too much memory' : 'comparing them broke off')
    })
    fresh.on('exit', (code) => {
      if (fresh === worker) breaks(`The thread ended with ${code}.`, 'comparing them broke off')
    })
    return fresh
  }
  const next = () => {
    clearTimeout(leave)
    if (current) return
    const job = queue.shift()
    if (!job) {
      leave = setTimeout(() => void letGo(), IDLE_MS).unref()
      return
    }
    current = job
    job.id = ++lastId
    late = setTimeout(
      () => breaks('It took too long.', `it takes longer than ${seconds} seconds`),
      seconds * 1000,
    )
    worker ??= start()
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    worker.postMessage({ id: job.id, ...job.job })
  }

  return {
    carry: (job, signal) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted) return reject(signal.reason as Error)
        if (closed) return reject(new CannotCarry('the server is stopping'))
        if (queue.length >= most) return reject(new CannotCarry('many are being compared just now'))
        const given: Waiting = {
          job,
          id: null,
          done(found) {
            signal?.removeEventListener('abort', cancel)
            resolve(found)
          },
          fail(error) {
            signal?.removeEventListener('abort', cancel)
            reject(error as Error)
          },
        }
        const cancel = () => {
          const at = queue.indexOf(given)
          if (at >= 0) queue.splice(at, 1)
          if (given === current) end(({ fail }) => fail(signal!.reason), false)
          else given.fail(signal!.reason)
        }
        signal?.addEventListener('abort', cancel, { once: true })
        queue.push(given)
        next()
      }),
    async close() {
      closed = true
      for (const { fail } of queue.splice(0)) fail(new CannotCarry('the server is stopping'))
      const gone = letGo()
      end(({ fail }) => fail(new CannotCarry('the server is stopping')), true)
      clearTimeout(leave)
      await gone
    },
  }
}
