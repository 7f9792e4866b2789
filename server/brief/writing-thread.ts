/** A thread that writes briefs as files, one after the other; write-aside.ts starts and ends it. */
import { parentPort } from 'node:worker_threads'
import { writeAs } from '../../shared/export/write.ts'
import type { WriteJob, WrittenAside } from './write-aside.ts'

const write = async ({ format, brief, options, pictures }: WriteJob): Promise<WrittenAside> => {
  try {
    return { text: await writeAs(format, brief, options, pictures) }
  } catch (error) {
    return { broke: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}

parentPort?.on('message', async (job: WriteJob) => {
  const written = await write(job)
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  parentPort?.postMessage(written)
})
