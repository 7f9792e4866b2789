/**
 * An answer that says how far it is while it is worked out, for who asks for it (`Accept: application/x-ndjson`): a
 * line of JSON for each step, the last one says what came of it. Who closes the connection before cancels the work.
 */
import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { Step } from '../../shared/wire/progress.ts'
import type { Watch } from '../ingest/ingest.ts'
import type { Log } from '../log.ts'
import { problemOf } from './refuse.ts'

const wantsProgress = (c: Context): boolean => (c.req.header('accept') ?? '').includes('application/x-ndjson')

/** For the route's description. */
export const tellsProgress = {
  200: {
    description: 'For `Accept: application/x-ndjson`: steps, a line each; the last is `done` or `refused`',
    content: { 'application/x-ndjson': { schema: z.string() } },
  },
}

/** `plain` makes the answer for everybody else. */
export const worked = async <T, R>(
  c: Context,
  log: Log,
  work: (watch: Watch) => Promise<T>,
  plain: (answer: T) => R,
): Promise<R> => {
  // Hono's types know one kind of answer a route.
  if (wantsProgress(c)) return streamed(c, log, work) as unknown as R
  return plain(await work({ signal: c.req.raw.signal }))
}

const streamed = (c: Context, log: Log, work: (watch: Watch) => Promise<unknown>): Response => {
  const given = new AbortController()
  const signal = AbortSignal.any([given.signal, c.req.raw.signal])
  const lines = new ReadableStream<Uint8Array>({
    async start(stream) {
      const say = (step: Step) => {
        if (!signal.aborted) stream.enqueue(new TextEncoder().encode(`${JSON.stringify(step)}\n`))
      }
      say({ is: 'reading' })
      try {
        const answer = await work({
          signal,
          waiting: () => say({ is: 'waiting' }),
          told: (done, of) => say({ is: 'reading', done, of }),
        })
        say({ is: 'done', answer })
      } catch (error) {
        if (!signal.aborted) say({ is: 'refused', problem: problemOf(log, error, c.req.method) })
      }
      if (!signal.aborted) stream.close()
    },
    cancel() {
      given.abort()
    },
  })
  return c.body(lines, 200, { 'content-type': 'application/x-ndjson', 'cache-control': 'no-store' })
}
