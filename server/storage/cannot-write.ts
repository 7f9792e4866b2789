/** When the store takes nothing: a full or broken disk, another program's lock. Nothing was written, and it may pass. */
import { SqliteError } from 'better-sqlite3'

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
