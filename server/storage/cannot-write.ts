/** When the store takes nothing: a full or broken disk, another program's lock. Nothing was written, and it may pass. */
import { SqliteError } from 'better-sqlite3'
import { StartMistake } from './start-mistake.ts'

const OF_SQLITE = /^SQLITE_(?:FULL|IOERR|READONLY|BUSY|CANTOPEN)/
const OF_FILES = new Set(['ENOSPC', 'EDQUOT', 'EROFS', 'EIO'])

export const isCannotWrite = (error: unknown): boolean =>
  error instanceof SqliteError
    ? OF_SQLITE.test(error.code)
    : error instanceof Error && OF_FILES.has((error as NodeJS.ErrnoException).code ?? '')

/** For what reading can do without: null when the store takes nothing. */
export const ifItCanBeWritten = async <T>(write: () => T | Promise<T>): Promise<T | null> => {
  try {
    return await write()
  } catch (error) {
    if (isCannotWrite(error)) return null
    throw error
  }
}

/** That there is no room: for the store itself, or for what SQLite keeps beside it while it is open. */
export const isDiskFull = (error: unknown): boolean =>
  /^(?:SQLITE_FULL|SQLITE_IOERR_SHM.*|ENOSPC|EDQUOT)$/.test((error as { code?: string }).code ?? '')

/** For a server that cannot even open what is there. */
export const diskFull = (dataDir: string, error: unknown): StartMistake =>
  new StartMistake(
    `The disk of the data folder ${dataDir} is full (${(error as { code: string }).code}). Nothing was changed and nothing is lost; make room on it and start again.`,
  )
