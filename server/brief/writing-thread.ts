/** A thread that writes one brief as one file; write-aside.ts starts it. */
import { parentPort, workerData } from 'node:worker_threads'
import { writeAs } from '../../shared/export/write.ts'
import type { WriteJob } from './write-aside.ts'

const { format, brief, options, pictures } = workerData as WriteJob
const written = await writeAs(format, brief, options, pictures)
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
parentPort?.postMessage(written)
