/**
 * Backups at their times while people write: into a folder of their own, the oldest making room. One that shows
 * damage makes nothing else go, for an older one may be the last that is whole.
 */
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { programBeside } from '../program-beside.ts'
import { stamp } from './stamp.ts'

export type BackupPlan = {
  dataDir: string
  /** Where they lie. */
  dir: string
  /** Milliseconds from one to the next. */
  every: number
  /** How many whole ones stay. */
  keep: number
}

export type ScheduledBackups = {
  /** When the newest was made, in milliseconds since 1970; null: there is none. */
  newest(): number | null
  /** Whether the last try made one, and found nothing damaged. */
  isWell(): boolean
  stop(): Promise<void>
}

/** After one that failed: a full disk may have been made room on, and nobody waits a day to learn it was not. */
const AGAIN_MS = 10 * 60_000
/** setTimeout takes no more than 2^31 milliseconds, about 24 days. */
const LONGEST_WAIT_MS = 2 ** 31 - 1

const NAME = /^vouch-\d{8}T\d{6}Z\.sqlite$/

/** The backups of a folder, the oldest first, with their full paths. */
export const backupsIn = (dir: string): string[] => {
  try {
    return fs
      .readdirSync(dir)
      .filter((name) => NAME.test(name))
      .sort()
      .map((name) => path.join(dir, name))
  } catch {
    return []
  }
}

/** `report` hears of each: how it went, and what is wrong, in sentences. */
export const scheduleBackups = (
  { dataDir, dir, every, keep }: BackupPlan,
  report: (outcome: { file: string; bytes: number; damage: string[] } | { failed: string }) => void,
): ScheduledBackups => {
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> = Promise.resolve()
  let stop = () => {}
  let stopped = false
  let well = true

  const newest = (): number | null => {
    const file = backupsIn(dir).at(-1)
    return file ? (fs.statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? null) : null
  }

  const make = async () => {
    removeHalves(dir)
    const file = path.join(dir, `vouch-${stamp(new Date())}.sqlite`)
    const child = runChild(dataDir, file)
    stop = child.stop
    try {
      const made = await child.made
      well = made.damage.length === 0
      report({ file, ...made })
      if (well) for (const old of backupsIn(dir).slice(0, -keep)) fs.rmSync(old, { force: true })
    } catch (error) {
      well = false
      if (!stopped) report({ failed: (error as Error).message })
    }
  }

  const plan = () => {
    if (stopped) return
    const wait = well ? (newest() ?? 0) + every - Date.now() : Math.min(every, AGAIN_MS)
    timer = setTimeout(
      () => {
        const due = (newest() ?? 0) + every <= Date.now()
        running = (due ? make() : Promise.resolve()).then(plan)
      },
      Math.min(Math.max(wait, 0), LONGEST_WAIT_MS),
    )
    timer.unref()
  }
  plan()

  return {
    newest,
    isWell: () => well,
    async stop() {
      stopped = true
      clearTimeout(timer)
      stop()
      await running
    },
  }
}

/** What a backup that was killed left behind. */
const removeHalves = (dir: string) => {
  if (!fs.existsSync(dir)) return
  for (const name of fs.readdirSync(dir))
    if (/^vouch-.*\.sqlite\.part-/.test(name)) fs.rmSync(path.join(dir, name), { force: true })
}

const answer = z.object({ bytes: z.number(), damage: z.array(z.string()) })

const runChild = (dataDir: string, file: string) => {
  const program = programBeside(import.meta.url, 'backup-child')
  const child = spawn(process.execPath, [...program.loader, program.file, dataDir, file], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  let mistake = ''
  child.stdout.on('data', (data: Buffer) => (said += String(data)))
  child.stderr.on('data', (data: Buffer) => (mistake += String(data)))
  return {
    made: new Promise<z.infer<typeof answer>>((resolve, reject) => {
      child.once('error', reject)
      child.once('close', (code) => {
        if (code !== 0) return reject(new Error(mistake || 'The backup was stopped.'))
        resolve(answer.parse(JSON.parse(said)))
      })
    }),
    // It takes its unfinished file with it; a killed one would leave it.
    stop: () => child.kill('SIGTERM'),
  }
}
