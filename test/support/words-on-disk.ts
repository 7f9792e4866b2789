/** What a data folder holds, read by another program than the server that may be running on it. */
import path from 'node:path'
import { openDatabase } from '../../server/storage/database.ts'
import { documents } from '../../server/storage/updates.ts'
import { docFrom } from './array-store.ts'
import { wordsOf } from './restless-writer.ts'

/** The words of a brief. `readonly` beside a running server; without it what a killed one left is put in order. */
export const wordsOnDisk = async (dir: string, brief: string, readonly = false): Promise<Set<string>> => {
  const db = await openDatabase(path.join(dir, 'vouch.sqlite'), { readonly })
  try {
    const loaded = await documents(db).log(brief).load()
    return new Set(wordsOf(docFrom(loaded!.updates)))
  } finally {
    await db.destroy()
  }
}
