/** An archive on the disk, of which single parts are read: for archives that `refuseSwollen` let pass. */
import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { type Entry, openPromise } from 'yauzl'
import { fileIn } from './file-in.ts'

export type Archive = {
  /** Of files, not of folders, as they stand in the archive. */
  names: string[]
  /** Names that more than one file has: each program reads another one. */
  repeated: string[]
  /** Null when it is larger than `most` bytes. Throws for what is damaged. */
  read(name: string, most: number): Promise<Buffer | null>
  /** Writes a part to a path of our own choosing, never to its name. SHA-256 of its bytes. */
  extract(name: string, to: string): Promise<{ size: number; hash: string }>
  close(): void
}

export const openArchive = async (path: string): Promise<Archive> => {
  const zip = await openPromise(path, { lazyEntries: true, autoClose: false, validateEntrySizes: true })
  const entries = new Map<string, Entry>()
  const repeated: string[] = []
  await new Promise<void>((resolve, reject) => {
    zip.on('error', reject)
    zip.on('end', resolve)
    zip.on('entry', (entry: Entry) => {
      const name = nameOf(entry)
      if (entries.has(name)) repeated.push(name)
      if (!name.endsWith('/')) entries.set(name, entry)
      zip.readEntry()
    })
    zip.readEntry()
  })
  const stream = (name: string) =>
    new Promise<Readable>((resolve, reject) => {
      const entry = entries.get(name)
      if (!entry) return reject(new Error(`The archive has no part "${name}".`))
      zip.openReadStream(entry, (error, opened) => (error ? reject(error) : resolve(opened)))
    })
  return {
    names: [...entries.keys()],
    repeated,
    async read(name, most) {
      const entry = entries.get(name)
      return entry && entry.uncompressedSize > most ? null : buffer(await stream(name))
    },
    async extract(name, to) {
      return fileIn(await stream(name), to)
    },
    close: () => zip.close(),
  }
}

/** Some programs write UTF-8 and do not say so. In one form for accents: systems differ in theirs. */
const nameOf = ({ fileNameRaw, fileName }: Entry): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(fileNameRaw).normalize('NFC')
  } catch {
    return fileName.normalize('NFC')
  }
}
