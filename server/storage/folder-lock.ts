/**
 * One server a data folder. The lock is the operating system's, held through an open SQLite transaction on a file
 * of its own: it is gone the moment its process is, however it ended, and no pid can be mistaken for another.
 * Beside it stands where the server listens and a secret for commands of the same user.
 */
import fs from 'node:fs'
import path from 'node:path'
import Sqlite from 'better-sqlite3'
import { z } from 'zod'
import { StartMistake } from './start-mistake.ts'

const LOCK_FILE = 'lock.sqlite'
const NOTE_FILE = 'server.json'

const note = z.object({ pid: z.number(), address: z.string(), secret: z.string() })
export type Note = z.infer<typeof note>

export type FolderLock = {
  /** Leaves word of where the server listens, readable for its own user only. */
  announce(where: { address: string; secret: string }): void
  release(): void
}

/** Null when another process holds the folder. */
const tryLock = (dir: string): Sqlite.Database | null => {
  const lock = new Sqlite(path.join(dir, LOCK_FILE), { timeout: 0 })
  try {
    // A lock takes no room: a server must be able to start on a full disk.
    lock.pragma('journal_mode = MEMORY')
    lock.exec('begin exclusive')
    return lock
  } catch (error) {
    lock.close()
    if ((error as { code?: string }).code === 'SQLITE_BUSY') return null
    throw error
  }
}

const readNote = (dir: string): Note | null => {
  try {
    return note.parse(JSON.parse(fs.readFileSync(path.join(dir, NOTE_FILE), 'utf8')))
  } catch {
    return null
  }
}

/** Throws StartMistake when another server has the folder. */
export const lockFolder = (dir: string): FolderLock => {
  const lock = tryLock(dir)
  if (!lock) {
    const there = readNote(dir)
    const where = there ? ` at ${there.address} (process ${there.pid})` : ''
    throw new StartMistake(
      `Another Vouch server${where} is using the data folder ${dir}. Nothing was changed; stop that one, or set DATA_DIR to another folder.`,
    )
  }
  const file = path.join(dir, NOTE_FILE)
  // What a server that was killed left behind leads nowhere.
  fs.rmSync(file, { force: true })
  let held = true
  return {
    announce(where) {
      const text = JSON.stringify({ pid: process.pid, ...where })
      // Written aside and renamed: a command never reads half of it.
      fs.writeFileSync(`${file}.new`, text, { mode: 0o600 })
      fs.renameSync(`${file}.new`, file)
    },
    release() {
      if (!held) return
      held = false
      fs.rmSync(file, { force: true })
      lock.close()
    },
  }
}

/** Where the server that has this folder listens; null when none runs. */
export const runningServer = (dir: string): Note | null => {
  if (!fs.existsSync(path.join(dir, LOCK_FILE))) return null
  const lock = tryLock(dir)
  if (!lock) return readNote(dir)
  lock.close()
  return null
}
