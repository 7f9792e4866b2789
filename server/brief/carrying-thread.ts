/** A thread that carries passages over, one job after the other; carrier.ts starts and ends it. */
import { parentPort } from 'node:worker_threads'
import { carry } from '../../shared/anchor/carry.ts'
import type { Carried, CarryJob } from './carrier.ts'

const perform = ({ id, before, after, passages }: CarryJob & { id: number }): Carried => {
  try {
    return { id, found: carry(before, after, passages) }
  } catch (error) {
    return { id, broke: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}

parentPort?.on('message', (job: CarryJob & { id: number }) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  parentPort?.postMessage(perform(job))
})
