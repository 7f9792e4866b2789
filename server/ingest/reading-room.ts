/**
 * Reads files in processes of their own: two at a time, each with bounds on memory and time, the others wait. A
 * process that goes beyond them is killed and the file refused; one that did well stays for the next file.
 */
import { type ChildProcess, fork } from 'node:child_process'
import { rm, writeFile } from 'node:fs/promises'
import { setPriority } from 'node:os'
import path from 'node:path'
import { newId } from '../../shared/brief/id.ts'
import { Refusal, type RefusalCode } from '../../shared/wire/refusal.ts'
import { programBeside } from '../program-beside.ts'
import type { Collection } from './collection.ts'
import type { HouseTemplate } from './house-template.ts'
import type { Arrived, HouseReaders, Readers, Unpackers, Watch, WordReaders } from './ingest.ts'
import { kindOf } from './kind.ts'
import { read, type Reading, type ToRead } from './read.ts'
import type { ReadWord } from './word-document.ts'

/** What a process is told to do with the file at `path`. */
export type Task = {
  path: string
  /** Bytes that it may use beyond what it has before it reads. */
  memory: number
  /** A file to read, the folder to unpack an archive into, or a Word file with all that it says. */
  asked: Omit<ToRead, 'bytes'> | { into: string } | { word: true } | { house: true }
}

/** What it says. */
export type Said =
  /** The parser is loaded, and reads. */
  | { is: 'begins' }
  | { is: 'at'; done: number; of: number }
  | { is: 'read'; reading: Reading }
  | { is: 'unpacked'; collection: Collection }
  | ({ is: 'word' } & ReadWord)
  | { is: 'house'; house: HouseTemplate }
  | { is: 'refused'; code: RefusalCode; detail: string | undefined }
  | { is: 'broken'; stack: string }

export type Bounds = {
  /** Processes at a time: reading takes a processor each, and the rest is for people who write. */
  processes: number
  /** Files that wait; who comes after them is asked to come again. */
  waiting: number
  /** For one file, from when it is begun. The longest report read in earnest took a third of it. */
  seconds: number
  /** Megabytes of working memory, beyond the program itself and the file's own bytes. */
  megabytes: number
}

export const BOUNDS: Bounds = { processes: 2, waiting: 100, seconds: 30, megabytes: 256 }

/** A process that has nothing to do is let go after that: it holds some eighty megabytes. */
const IDLE_MS = 60_000

/** To load a parser, on a machine that is busy with other things. */
const STARTING_MS = 60_000

/** Plain text is read in time that grows with its length alone: so much takes less than asking another process. */
const PLAIN = 256 * 1024

const MEGABYTE = 1024 * 1024

export type ReadingRoom = Readers & Unpackers & WordReaders & HouseReaders & { close(): Promise<void> }

type Options = {
  bounds?: Bounds
  /** Told what broke a parser: most often a damaged file, now and then a mistake of ours. */
  report?: (stack: string) => void
}

/** `folder`: where what is being read lies meanwhile; it exists. */
export const openReadingRoom = (
  folder: string,
  { bounds = BOUNDS, report = () => {} }: Options = {},
): ReadingRoom => {
  const idle: Hand[] = []
  const hands = new Set<Hand>()
  const queue: (() => void)[] = []
  let busy = 0
  let closed = false

  /** Waits for a turn; gives what ends it. */
  const turn = async ({ signal, waiting }: Watch): Promise<() => void> => {
    if (busy >= bounds.processes) {
      if (queue.length >= bounds.waiting)
        throw new Refusal(
          'too-many',
          'Many files are being read just now. Nothing was added; try again in a minute.',
        )
      waiting?.()
      await new Promise<void>((resolve, reject) => {
        const next = () => {
          signal?.removeEventListener('abort', leave)
          resolve()
        }
        const leave = () => {
          queue.splice(queue.indexOf(next), 1)
          reject(signal!.reason as Error)
        }
        queue.push(next)
        signal?.addEventListener('abort', leave, { once: true })
      })
    } else busy++
    return () => {
      const next = queue.shift()
      // The turn is handed on: nobody who comes in between takes it.
      if (next) next()
      else busy--
    }
  }

  const takeHand = (): Hand => {
    const hand = idle.pop()
    if (hand) {
      clearTimeout(hand.leave)
      return hand
    }
    const child = fork(...childProgram(bounds))
    giveWay(child)
    // Unasked-for words of parsers; what matters is sent as a message.
    child.stdout?.resume()
    child.stderr?.resume()
    const fresh: Hand = { child, leave: undefined }
    hands.add(fresh)
    child.once('exit', () => {
      hands.delete(fresh)
      const at = idle.indexOf(fresh)
      if (at >= 0) idle.splice(at, 1)
    })
    child.on('error', () => child.kill('SIGKILL'))
    return fresh
  }

  const giveBack = (hand: Hand) => {
    if (closed || !hand.child.connected) {
      hand.child.kill('SIGKILL')
      return
    }
    idle.push(hand)
    hand.leave = setTimeout(() => hand.child.kill('SIGKILL'), IDLE_MS)
    hand.leave.unref()
  }

  const doneIn = (hand: Hand, task: Task, { signal, told }: Watch): Promise<Done> =>
    new Promise((resolve, reject) => {
      const { child } = hand
      let ended = false
      const end = (answer: () => void, keep: boolean) => {
        if (ended) return
        ended = true
        clearTimeout(late)
        signal?.removeEventListener('abort', cancel)
        child.off('message', heard)
        child.off('exit', gone)
        if (keep) giveBack(hand)
        else child.kill('SIGKILL')
        answer()
      }
      const heard = (message: unknown) => {
        const said = message as Said
        if (said.is === 'begins') {
          clearTimeout(late)
          late = setTimeout(tooLate, bounds.seconds * 1000)
        } else if (said.is === 'at') told?.(said.done, said.of)
        else if (said.is === 'read' || said.is === 'unpacked' || said.is === 'word' || said.is === 'house')
          end(() => resolve(said), true)
        else if (said.is === 'refused') end(() => reject(new Refusal(said.code, said.detail)), true)
        else {
          report(said.stack)
          end(() => reject(new Refusal('unreadable')), false)
        }
      }
      const gone = () =>
        end(() => reject(closed ? new Refusal('cannot-load') : new Refusal('needs-much')), false)
      const cancel = () => end(() => reject(signal!.reason as Error), false)
      const tooLate = () => end(() => reject(new Refusal('takes-long')), false)
      let late = setTimeout(tooLate, STARTING_MS)
      child.on('message', heard)
      child.once('exit', gone)
      signal?.addEventListener('abort', cancel, { once: true })
      if (signal?.aborted) cancel()
      else child.send(task, (error) => error && gone())
    })

  const perform = async (
    content: Uint8Array | Arrived,
    asked: Task['asked'],
    watch: Watch,
  ): Promise<Done> => {
    const over = await turn(watch)
    const file = content instanceof Uint8Array ? path.join(folder, newId()) : content.path
    try {
      if (content instanceof Uint8Array) await writeFile(file, content, { mode: 0o600 })
      const size = content instanceof Uint8Array ? content.length : content.size
      // Twice: the bytes, and the copy that a parser makes of them.
      const memory = bounds.megabytes * MEGABYTE + 2 * size
      return await doneIn(takeHand(), { path: file, memory, asked }, watch)
    } finally {
      if (content instanceof Uint8Array) await rm(file, { force: true })
      over()
    }
  }

  return {
    async read({ content, ...asked }, watch) {
      if (content instanceof Uint8Array && content.length <= PLAIN) {
        const kind = kindOf(content, asked.filename, asked.mediaType)
        if (kind === 'text/plain') return read({ ...asked, bytes: content })
      }
      const done = await perform(content, asked, watch)
      if (done.is !== 'read') throw new Error('A reading process unpacked what it was to read.')
      return done.reading
    },
    async readWord(content, watch) {
      const done = await perform(content, { word: true }, watch)
      if (done.is !== 'word')
        throw new Error('A reading process did not read the Word file that it was given.')
      return { document: done.document, pictures: done.pictures }
    },
    async readHouse(content, watch) {
      const done = await perform(content, { house: true }, watch)
      if (done.is !== 'house')
        throw new Error('A reading process did not read the template that it was given.')
      return done.house
    },
    async unpack(archive, into, watch) {
      const done = await perform(archive, { into }, watch)
      if (done.is !== 'unpacked') throw new Error('A reading process read what it was to unpack.')
      return done.collection
    },
    async close() {
      closed = true
      const gone = [...hands].map(({ child }) => new Promise((resolve) => child.once('exit', resolve)))
      for (const { child, leave } of hands) {
        clearTimeout(leave)
        child.kill('SIGKILL')
      }
      await Promise.all(gone)
    },
  }
}

/** Reading may wait where the processors are busy; an acknowledgement may not. As `nice 5`: a third of the share. */
const giveWay = (child: ChildProcess): void => {
  try {
    if (child.pid !== undefined) setPriority(child.pid, 5)
  } catch {
    // Gone already, or a system that does not let us: it is read all the same.
  }
}

type Done = Extract<Said, { is: 'read' | 'unpacked' | 'word' | 'house' }>

type Hand = { child: ChildProcess; leave: NodeJS.Timeout | undefined }

const childProgram = ({ megabytes }: Bounds): Parameters<typeof fork> => {
  const { file, loader } = programBeside(import.meta.url, 'reading-child')
  return [
    file,
    [],
    {
      execArgv: [`--max-old-space-size=${megabytes}`, ...loader],
      // Advanced: text and places of a long report as they are, without a detour over JSON.
      serialization: 'advanced',
      // Nothing of ours: not the owner's token, not the address of a proxy.
      env: { NODE_ENV: 'production' },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    },
  ]
}
