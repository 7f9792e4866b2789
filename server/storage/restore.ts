/**
 * Puts a backup in the place of a folder's store. The backup is read to its end before anything is touched, what
 * was there is kept aside, and every document begins another epoch: devices that have seen later words keep them
 * as recovered text and do not merge them into the older state without being told.
 */
import fs from 'node:fs'
import path from 'node:path'
import Sqlite from 'better-sqlite3'
import { checkCopy } from './backup.ts'
import { DATABASE_FILE, prepareFolder } from './database.ts'
import { putInPlace } from './durable-file.ts'
import { lockFolder } from './folder-lock.ts'
import { migrations } from './migrations.ts'
import type { RowCheck } from './row-check.ts'
import { stamp } from './stamp.ts'
import { StartMistake } from './start-mistake.ts'

export type Restored = RowCheck & {
  dataDir: string
  /** The store that was there before; null: the folder had none. */
  keptAside: string | null
}

/** Throws StartMistake for what the operator can mend; the folder is as it was then. */
export const restore = (backup: string, dataDir: string, now = new Date()): Restored => {
  if (!fs.existsSync(backup)) throw new StartMistake(`There is no file ${backup}. Nothing was changed.`)
  prepareFolder(dataDir)
  const lock = lockFolder(dataDir)
  const staged = path.join(dataDir, `restoring-${process.pid}.sqlite`)
  try {
    removeHalfRestored(dataDir)
    fs.copyFileSync(backup, staged)
    fs.chmodSync(staged, 0o600)
    const check = checkCopy(staged)
    beginAnew(staged, backup, now)
    const keptAside = setAside(path.join(dataDir, DATABASE_FILE), now)
    putInPlace(staged, path.join(dataDir, DATABASE_FILE))
    return { dataDir, keptAside, ...check }
  } catch (error) {
    if (error instanceof StartMistake) throw error
    throw new StartMistake(
      `${backup} could not be restored into ${dataDir} (${(error as NodeJS.ErrnoException).code ?? String(error)}). The folder's own store was not removed.`,
    )
  } finally {
    for (const end of ['', '-journal']) fs.rmSync(staged + end, { force: true })
    lock.release()
  }
}

/** What a restore that was killed left in a folder: nobody else is at it while one has its lock. */
export const removeHalfRestored = (dataDir: string): void => {
  for (const name of fs.readdirSync(dataDir))
    if (/^restoring-\d+\.sqlite/.test(name)) fs.rmSync(path.join(dataDir, name), { force: true })
}

const beginAnew = (file: string, backup: string, now: Date) => {
  const sqlite = new Sqlite(file)
  try {
    const reached = sqlite
      .prepare<[], { number: number | null }>('select max(number) as number from migrations')
      .get()!.number
    if (reached === null || reached > migrations.length)
      throw new StartMistake(
        `${backup} was made by a newer version of Vouch (data version ${reached}, this program knows ${migrations.length}). Nothing was changed; restore it with the newer program.`,
      )
    // Seconds, not one more: an epoch that was begun after the backup must not come again.
    sqlite.prepare('update documents set epoch = max(epoch + 1, ?)').run(Math.floor(now.getTime() / 1000))
  } finally {
    sqlite.close()
  }
}

/** Files that {@link restore} kept aside. */
export const ASIDE = /-before-restore-\d{8}T\d{6}Z\.sqlite$/

/** Under another name beside it; null when there is nothing to keep. */
const setAside = (store: string, now: Date): string | null => {
  if (!fs.existsSync(store)) return null
  const aside = store.replace(/\.sqlite$/, `-before-restore-${stamp(now)}.sqlite`)
  foldIn(store)
  // A log of the old store must not be read into the new one.
  for (const end of ['-wal', '-shm', '-journal'])
    if (fs.existsSync(store + end)) fs.renameSync(store + end, aside + end)
  // A second name first: at no moment is the folder without a store, which would be taken for a new one.
  fs.linkSync(store, aside)
  return aside
}

const foldIn = (store: string) => {
  try {
    const sqlite = new Sqlite(store)
    try {
      sqlite.pragma('journal_mode = DELETE')
    } finally {
      sqlite.close()
    }
  } catch {
    // It is damaged, perhaps that is why it is replaced: its log is kept beside it.
  }
}
