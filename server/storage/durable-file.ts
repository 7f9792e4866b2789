/** What makes a file outlive a power cut: its bytes on the disk, then its name in the folder. */
import fs from 'node:fs'
import path from 'node:path'

const sync = (name: string): void => {
  const fd = fs.openSync(name, 'r')
  try {
    fs.fsyncSync(fd)
  } finally {
    fs.closeSync(fd)
  }
}

/** Gives a finished file its name, over what had it before: there is always a whole file of that name, or none. */
export const putInPlace = (finished: string, file: string): void => {
  sync(finished)
  fs.renameSync(finished, file)
  sync(path.dirname(file))
}
