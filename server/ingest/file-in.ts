/** Writes what comes in into a file that only we can read, and says how long it is and what its SHA-256 is. */
import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { type Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'

/** `size` in bytes; `hash` in lower-case hexadecimal digits. Rejects when either end breaks. */
export const fileIn = async (from: Readable, to: string): Promise<{ size: number; hash: string }> => {
  const sum = createHash('sha256')
  let size = 0
  const counted = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length
      sum.update(chunk)
      done(null, chunk)
    },
  })
  await pipeline(from, counted, createWriteStream(to, { mode: 0o600 }))
  return { size, hash: sum.digest('hex') }
}
