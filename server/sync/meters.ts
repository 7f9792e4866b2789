/** Counts what passes through the rooms, for whoever watches the server. Numbers only: no names, no contents. */
import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { FrameRefusal } from '../../shared/wire/sync.ts'
import type { Visitor } from './connection.ts'
import type { Rooms } from './rooms.ts'
import type { DocumentStore } from './update-log.ts'

export type Readings = {
  sockets: number
  frames: number
  bytes: number
  /** Close code → how many sockets the server closed with it. */
  closed: ReadonlyMap<number, number>
  /** Code of message 101 → how many frames were refused with it. */
  refused: ReadonlyMap<FrameRefusal, number>
  /** Frames of commits; seconds until they were durable, by upper bound, each counting those below it too. */
  commits: { count: number; seconds: number; failed: number; buckets: readonly (readonly [number, number])[] }
}

export type Meters = {
  read(): Readings
  /** Seconds that the event loop was late, on average over the last five to ten. */
  loopLag(): number
  store<S extends DocumentStore<never>>(store: S): S
  rooms<R extends Pick<Rooms<never>, 'enter'>>(rooms: R): R
  /** A socket was closed with this code before any room knew of it. */
  turnedAway(code: number): void
  stop(): void
}

/** Seconds: a fast disk syncs in one millisecond, a busy one in a hundred. */
const BOUNDS = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 5]
const LOOP_RESOLUTION_MS = 20
const WINDOW_MS = 5000

export const createMeters = (): Meters => {
  let sockets = 0
  let frames = 0
  let bytes = 0
  const closed = new Map<number, number>()
  const refused = new Map<FrameRefusal, number>()
  const commits = { count: 0, seconds: 0, failed: 0 }
  const buckets = new Map(BOUNDS.map((bound) => [bound, 0]))

  const loop = monitorEventLoopDelay({ resolution: LOOP_RESOLUTION_MS })
  loop.enable()
  const meanLag = () => (loop.count > 0 ? Math.max(0, loop.mean / 1e6 - LOOP_RESOLUTION_MS) / 1000 : 0)
  let lagBefore = 0
  const windows = setInterval(() => {
    lagBefore = meanLag()
    loop.reset()
  }, WINDOW_MS)
  windows.unref()

  const oneMore = <K>(counts: Map<K, number>, key: K) => counts.set(key, (counts.get(key) ?? 0) + 1)

  const committed = (seconds: number) => {
    commits.count++
    commits.seconds += seconds
    for (const bound of BOUNDS) if (seconds <= bound) buckets.set(bound, buckets.get(bound)! + 1)
  }

  return {
    read: () => ({ sockets, frames, bytes, closed, refused, commits: { ...commits, buckets: [...buckets] } }),
    loopLag: () => Math.max(lagBefore, meanLag()),
    store: (store) => ({
      ...store,
      log(name: string) {
        const log = store.log(name)
        return {
          ...log,
          async append(...what: Parameters<typeof log.append>) {
            const began = performance.now()
            try {
              await log.append(...what)
            } catch (error) {
              commits.failed++
              throw error
            }
            committed((performance.now() - began) / 1000)
          },
        }
      },
    }),
    rooms: (rooms) => ({
      ...rooms,
      enter(name: string, visitor: Visitor) {
        let open = true
        sockets++
        const over = () => {
          if (open) sockets--
          open = false
        }
        const close = (code: number, reason: string) => {
          if (open) oneMore(closed, code)
          over()
          visitor.wire.close(code, reason)
        }
        const inside = rooms.enter(name, {
          ...visitor,
          wire: { ...visitor.wire, close, refused: (code) => oneMore(refused, code) },
        })
        return {
          receive(frame: Uint8Array) {
            frames++
            bytes += frame.byteLength
            inside.receive(frame)
          },
          leave() {
            over()
            inside.leave()
          },
          close: (code: number, reason: string) => inside.close(code, reason),
        }
      },
    }),
    turnedAway: (code) => oneMore(closed, code),
    stop() {
      clearInterval(windows)
      loop.disable()
    },
  }
}
