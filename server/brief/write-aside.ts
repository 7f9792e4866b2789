/**
 * Writes a long brief in a thread of its own: a hundred thousand words as Markdown take a second, in which nobody else's letter
 * would arrive. One at a time; what takes milliseconds is written at once. The thread stays for a while: half of what a first file
 * takes is its start.
 */
import { Worker } from 'node:worker_threads'
import type { BodyNode } from '../../shared/brief/body.ts'
import type { ReadBrief } from '../../shared/brief/read.ts'
import { HOUSE_STYLE } from '../../shared/cite/styles.ts'
import type { ExportOptions, FormatName } from '../../shared/export/formats.ts'
import type { Pictures } from '../../shared/export/pictures.ts'
import { Refusal } from '../../shared/wire/refusal.ts'
import type { WordDocument } from '../../shared/word/document.ts'
import type { Compared } from './compare-word.ts'
import { threadProgram } from './thread-program.ts'
import { type PaperJob, writeJob, type WriteJob } from './written.ts'

/** What the thread answers with. */
export type WrittenAside = { text: string } | { bytes: Uint8Array<ArrayBuffer> } | { broke: string }

/** Characters of text; writing fewer takes less time than handing them over. */
const LONG = 30_000
const MEGABYTES = 1024
/** A thousand citations in Chicago notes, as Word, took five (docs/performance.md). */
const SECONDS = 120
/** A thread that has nothing to do holds memory. */
const IDLE_MS = 60_000

let turn: Promise<unknown> = Promise.resolve()
let kept: Worker | null = null
let leaving: NodeJS.Timeout | undefined

/** The same bytes as `writeAs` gives. */
export const writeAside = async (
  format: FormatName,
  brief: ReadBrief,
  options: ExportOptions,
  pictures?: Pictures,
): Promise<string> => (await aside({ as: 'text', format, brief, options, pictures })) as string

/** The bytes of a Word file. */
export const wordAside = async (job: PaperJob): Promise<Uint8Array<ArrayBuffer>> =>
  (await aside({ ...job, as: 'word' })) as Uint8Array<ArrayBuffer>

/** What the typesetter sets, as JSON. */
export const pdfAside = async (job: PaperJob): Promise<string> =>
  (await aside({ ...job, as: 'pdf' })) as string

/** A Word file that came back, held against the brief. */
export const comparedAside = async (brief: ReadBrief, document: WordDocument): Promise<Compared> =>
  JSON.parse((await aside({ as: 'compared', brief, document })) as string)

/** Why a style that somebody's file brought cannot be used, in a sentence; null: it can. It is given up after so many seconds. */
export const styleFaultAside = async (
  csl: string,
  lang: string,
  seconds = SECONDS,
): Promise<string | null> => {
  try {
    return JSON.parse((await aside({ as: 'tried style', csl, lang }, seconds)) as string)
  } catch (error) {
    if (error instanceof Refusal) return STYLE_TAKES_TOO_MUCH
    throw error
  }
}

const STYLE_TAKES_TOO_MUCH = 'It takes more time or memory than a style may have; choose another one.'

/** Of a file that came, or of a brief that goes out. */
const tooMuch = (job: WriteJob, code: 'takes-long' | 'needs-much') =>
  job.as === 'compared'
    ? new Refusal(
        code,
        'Comparing this file takes more time or memory than one file may have. Nothing was changed; bring in the part that you need.',
      )
    : new Refusal(
        code,
        'Writing this file takes more time or memory than one file may have. Your brief is as it was; choose another citation style, or export it as Markdown.',
      )

/** Refuses as `takes-long` or `needs-much` what goes beyond its bounds; its thread ends with it, and the next one gets a new one. */
const aside = (job: WriteJob, seconds = SECONDS): Promise<string | Uint8Array<ArrayBuffer>> => {
  if (!takesLong(job)) return writeJob(job)
  const written = turn.then(() => inThread(job, seconds))
  turn = written.catch(() => {})
  return written
}

/**
 * Markdown is read again to see what it cannot say, paper is marked paragraph by paragraph, and a style takes a while to begin and
 * composes each citation; the rest is strung together.
 */
const takesLong = (job: WriteJob): boolean => {
  // Of what a stranger's file makes of it, nobody knows before.
  if (job.as === 'compared' || job.as === 'tried style') return true
  const { brief, pictures } = job
  const canStyle = job.as !== 'text' || job.format === 'html'
  if (canStyle && brief.about.style !== HOUSE_STYLE) return true
  const isSlow = job.as !== 'text' || job.format === 'md'
  const text = isSlow ? lengthOf(brief.body) + brief.citations.size * 200 : 0
  return text + sizeOf(pictures) >= LONG
}

const lengthOf = (node: BodyNode): number =>
  (node.text?.length ?? 0) + (node.content ?? []).reduce((sum, child) => sum + lengthOf(child), 0)

const sizeOf = (pictures: Pictures = new Map()): number =>
  [...pictures.values()].reduce((sum, { length }) => sum + length, 0)

const thread = (): Worker => {
  clearTimeout(leaving)
  if (kept) return kept
  const started = new Worker(threadProgram('writing-thread'), {
    resourceLimits: { maxOldGenerationSizeMb: MEGABYTES },
    // Nothing of ours: not the owner's token, not the address of a proxy.
    env: { NODE_ENV: 'production' },
    execArgv: [],
  })
  started.once('exit', () => {
    if (kept === started) kept = null
  })
  kept = started
  return started
}

const rest = (idle: Worker) => {
  // Nobody waits for it: the server may end.
  idle.unref()
  leaving = setTimeout(() => void idle.terminate(), IDLE_MS)
  leaving.unref()
}

const inThread = (job: WriteJob, seconds: number): Promise<string | Uint8Array<ArrayBuffer>> =>
  new Promise((resolve, reject) => {
    const worker = thread()
    worker.ref()
    const late = setTimeout(() => {
      giveUp()
      end(() => reject(tooMuch(job, 'takes-long')))
    }, seconds * 1000)
    const giveUp = () => {
      if (kept === worker) kept = null
      void worker.terminate()
    }
    const end = (answer: () => void) => {
      clearTimeout(late)
      worker.removeAllListeners('message').removeAllListeners('error').off('exit', gone)
      answer()
    }
    const gone = (code: number) =>
      end(() => reject(new Error(`The thread that writes a brief ended with ${code}.`)))
    worker.once('exit', gone)
    worker.once('error', (error: NodeJS.ErrnoException) => {
      giveUp()
      end(() => reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooMuch(job, 'needs-much') : error))
    })
    worker.once('message', (said: WrittenAside) =>
      end(() => {
        rest(worker)
        if ('text' in said) resolve(said.text)
        else if ('bytes' in said) resolve(said.bytes)
        else reject(new Error(said.broke))
      }),
    )
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    worker.postMessage(job)
  })
