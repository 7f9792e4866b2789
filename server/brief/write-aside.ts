/**
 * Writes a long brief in a thread of its own: fifty thousand words as Markdown take seconds, in which nobody else's letter would
 * arrive. One at a time; a short one is written at once.
 */
import { Worker } from 'node:worker_threads'
import type { BodyNode } from '../../shared/brief/body.ts'
import type { ReadBrief } from '../../shared/brief/read.ts'
import type { ExportOptions, FormatName } from '../../shared/export/formats.ts'
import type { Pictures } from '../../shared/export/pictures.ts'
import { writeAs } from '../../shared/export/write.ts'
import { threadProgram } from './thread-program.ts'

export type WriteJob = {
  format: FormatName
  brief: ReadBrief
  options: ExportOptions
  pictures?: Pictures
}

/** Characters of text; writing fewer takes less time than starting a thread. */
const LONG = 30_000
const MEGABYTES = 1024

let turn: Promise<unknown> = Promise.resolve()

/** The same bytes as `writeAs` gives. */
export const writeAside = (
  format: FormatName,
  brief: ReadBrief,
  options: ExportOptions,
  pictures?: Pictures,
): Promise<string> => {
  if (lengthOf(brief.body) + brief.citations.size * 200 + sizeOf(pictures) < LONG)
    return writeAs(format, brief, options, pictures)
  const written = turn.then(() => inThread({ format, brief, options, pictures }))
  turn = written.catch(() => {})
  return written
}

const lengthOf = (node: BodyNode): number =>
  (node.text?.length ?? 0) + (node.content ?? []).reduce((sum, child) => sum + lengthOf(child), 0)

const sizeOf = (pictures: Pictures = new Map()): number =>
  [...pictures.values()].reduce((sum, { length }) => sum + length, 0)

const inThread = (job: WriteJob): Promise<string> =>
  new Promise((resolve, reject) => {
    const thread = new Worker(threadProgram('writing-thread'), {
      workerData: job,
      resourceLimits: { maxOldGenerationSizeMb: MEGABYTES },
      // Nothing of ours: not the owner's token, not the address of a proxy.
      env: { NODE_ENV: 'production' },
      execArgv: [],
    })
    thread.once('message', resolve)
    thread.once('error', reject)
    thread.once('exit', (code) => reject(new Error(`The thread that writes a brief ended with ${code}.`)))
  })
