/**
 * Ends this process when it uses more memory than it may. A thread of its own looks on, because the first one is
 * busy exactly then; Node's own bound counts only the heap of script, not the buffers a file is unpacked into. Ends it
 * as well when the program that started it is gone.
 */
import { Worker } from 'node:worker_threads'

/** A parser fills some gigabytes a second at worst. */
const LOOK_MS = 50

const PROGRAM = `
const { parentPort } = require('node:worker_threads')
let most = Infinity
const parent = process.ppid
parentPort.on('message', (bytes) => { most = bytes })
setInterval(() => {
  if (process.memoryUsage.rss() > most || process.ppid !== parent) process.kill(process.pid, 'SIGKILL')
}, ${LOOK_MS})
`

let worker: Worker | null = null

// oxlint-disable-next-line require-post-message-target-origin -- a thread has none
const allow = (bytes: number) => worker?.postMessage(bytes)

/** `bytes`: beyond what is in use now. */
export const watchMemory = (bytes: number): { end(): void } => {
  worker ??= new Worker(PROGRAM, { eval: true, execArgv: [] })
  allow(process.memoryUsage.rss() + bytes)
  return { end: () => allow(Infinity) }
}
