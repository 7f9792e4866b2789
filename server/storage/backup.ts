/**
 * Copies the store while people write, as of one moment, and believes the copy only after reading all of it.
 * All that matters of a data folder is in its database; a backup is that one file.
 */
import fs from 'node:fs'
import path from 'node:path'
import Sqlite from 'better-sqlite3'
import { DATABASE_FILE } from './database.ts'
import { putInPlace } from './durable-file.ts'
import { checkRows, type RowCheck } from './row-check.ts'
import { StartMistake } from './start-mistake.ts'

export type Backup = RowCheck & { file: string; bytes: number }

/** 800 kB at a time: whatever else this process does goes on between two of them. */
const PAGES_AT_ONCE = 200

/**
 * Writes `file`, which must not exist. Rows that are damaged in the store itself are copied as they are and said
 * in `damage`: the rest is worth having. Throws StartMistake for what the operator can mend; nothing is left then.
 */
export const backUp = async (dataDir: string, file: string): Promise<Backup> => {
  const store = path.join(dataDir, DATABASE_FILE)
  if (!fs.existsSync(store))
    throw new StartMistake(
      `There is no Vouch data in ${dataDir}. Set DATA_DIR to the folder that the server uses.`,
    )
  if (fs.existsSync(file))
    throw new StartMistake(`${file} exists already and was left as it is. Give the backup another name.`)
  const unfinished = unfinishedOf(file)
  try {
    fs.mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 })
    removeHalves(file)
    await copy(store, unfinished)
    const check = checkCopy(unfinished)
    putInPlace(unfinished, file)
    return { file, bytes: fs.statSync(file).size, ...check }
  } catch (error) {
    if (error instanceof StartMistake) throw error
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown error'
    throw new StartMistake(
      `The backup ${file} could not be made (${code}). Nothing of it is left, and the store is as it was.`,
    )
  } finally {
    removeUnfinished(file)
  }
}

const unfinishedOf = (file: string): string => `${file}.part-${process.pid}`

/** For a process that is told to stop in the middle. */
export const removeUnfinished = (file: string): void => {
  for (const end of ['', '-wal', '-shm', '-journal']) fs.rmSync(unfinishedOf(file) + end, { force: true })
}

/** What backups of this name that were killed left behind, as large as the store. */
const removeHalves = (file: string): void => {
  const dir = path.dirname(file)
  const prefix = `${path.basename(file)}.part-`
  for (const name of fs.readdirSync(dir)) {
    const pid = name.startsWith(prefix) ? /^\d+/.exec(name.slice(prefix.length))?.[0] : undefined
    if (pid && !isOfAnother(Number(pid))) fs.rmSync(path.join(dir, name), { force: true })
  }
}

const isOfAnother = (pid: number): boolean => {
  if (pid === process.pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Holds one moment of the store for the whole copy: without that, each write would begin the copy anew. */
const copy = async (store: string, to: string): Promise<void> => {
  const source = new Sqlite(store, { readonly: true, fileMustExist: true })
  try {
    source.pragma('busy_timeout = 5000')
    source.exec('begin')
    source.prepare('select count(*) from migrations').get()
    fs.writeFileSync(to, '', { mode: 0o600, flag: 'wx' })
    await source.backup(to, { progress: () => PAGES_AT_ONCE })
  } finally {
    source.close()
  }
}

/** Throws StartMistake if SQLite itself finds the file damaged, or no Vouch store. */
export const checkCopy = (file: string): RowCheck => {
  const sqlite = new Sqlite(file, { fileMustExist: true })
  try {
    // One file from now on, not one with a log beside it.
    sqlite.pragma('journal_mode = DELETE')
    const found = sqlite.pragma('integrity_check(1)', { simple: true })
    if (found !== 'ok') throw new StartMistake(`${file} is damaged (${String(found)}). It was not used.`)
    return checkRows(sqlite)
  } catch (error) {
    if (error instanceof StartMistake) throw error
    throw new StartMistake(
      `${file} is damaged or no backup of Vouch (${(error as { code?: string }).code ?? 'unreadable'}). It was not used.`,
    )
  } finally {
    sqlite.close()
  }
}
