/** A thread that writes briefs as files, one after the other; write-aside.ts starts and ends it. */
import { parentPort } from 'node:worker_threads'
import type { WrittenAside } from './write-aside.ts'
import { writeJob, type WriteJob } from './written.ts'

const write = async (job: WriteJob): Promise<WrittenAside> => {
  try {
    const written = await writeJob(job)
    return typeof written === 'string' ? { text: written } : { bytes: written }
  } catch (error) {
    return { broke: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}

parentPort?.on('message', async (job: WriteJob) => {
  const written = await write(job)
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  parentPort?.postMessage(written)
})
