/** Sets a brief as a PDF in a process of its own, with bounds on time and number: people go on writing meanwhile. */
import { type ChildProcess, fork } from 'node:child_process'
import { setPriority } from 'node:os'
import { Refusal } from '../../shared/wire/refusal.ts'
import { programBeside } from '../program-beside.ts'

export type ToSet = { brief: string; pictures: [hash: string, bytes: Uint8Array][] }
export type Typeset = { pdf: Uint8Array } | { broke: string }

/** A hundred thousand words take some seconds. */
const SECONDS = 90
/** At a time; the others wait. */
const PROCESSES = 1
const WAITING = 20

let busy = 0
const queue: (() => void)[] = []

/** Throws a Refusal when it takes too long or too many wait. */
export const typeset = async (asked: ToSet): Promise<Uint8Array<ArrayBuffer>> => {
  if (busy < PROCESSES) busy++
  else if (queue.length >= WAITING)
    throw new Refusal('too-many', 'Many PDFs are being made just now. Try again in a minute.')
  else await new Promise<void>((resolve) => queue.push(resolve))
  try {
    return await setIn(start(), asked)
  } finally {
    const next = queue.shift()
    if (next) next()
    else busy--
  }
}

const setIn = (child: ChildProcess, asked: ToSet): Promise<Uint8Array<ArrayBuffer>> =>
  new Promise((resolve, reject) => {
    const late = setTimeout(() => {
      reject(
        new Refusal(
          'takes-long',
          'The PDF takes too long to make. Your brief is as it was; export it as Word.',
        ),
      )
      child.kill('SIGKILL')
    }, SECONDS * 1000)
    child.once('message', (message) => {
      const said = message as Typeset
      if ('pdf' in said) resolve(new Uint8Array(said.pdf))
      else reject(new Error(`The typesetter refused the template: ${said.broke}`))
    })
    child.once('error', reject)
    child.once('exit', () => {
      clearTimeout(late)
      // After an answer this says nothing more.
      reject(
        new Refusal(
          'needs-much',
          'The PDF needs too much memory. Your brief is as it was; export it as Word.',
        ),
      )
    })
    child.send(asked)
  })

const start = (): ChildProcess => {
  const { file, loader } = programBeside(import.meta.url, 'typeset-child')
  const child = fork(file, [], {
    execArgv: ['--max-old-space-size=512', ...loader],
    serialization: 'advanced',
    // Nothing of ours.
    env: { NODE_ENV: 'production' },
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  try {
    if (child.pid !== undefined) setPriority(child.pid, 5)
  } catch {
    // Gone already, or a system that does not let us.
  }
  return child
}
