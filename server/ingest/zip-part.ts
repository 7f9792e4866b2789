/** One part of an archive, by its name: for archives that `refuseSwollen` let pass. */
import { fromBuffer } from 'yauzl'

/** Null when there is no such part, or when it is larger than `most` bytes. */
export const zipPart = (bytes: Uint8Array, name: string, most: number): Promise<Buffer | null> =>
  new Promise((resolve, reject) => {
    const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    fromBuffer(whole, { lazyEntries: true }, (error, zip) => {
      if (error) return reject(error)
      zip.on('error', reject)
      zip.on('end', () => resolve(null))
      zip.on('entry', (entry) => {
        if (entry.fileName !== name) return zip.readEntry()
        if (entry.uncompressedSize > most) return resolve(null)
        zip.openReadStream(entry, (problem, stream) => {
          if (problem) return reject(problem)
          const parts: Buffer[] = []
          stream.on('data', (part: Buffer) => parts.push(part))
          stream.on('error', reject)
          stream.on('end', () => resolve(Buffer.concat(parts)))
        })
      })
      zip.readEntry()
    })
  })
