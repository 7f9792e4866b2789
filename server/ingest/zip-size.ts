/**
 * Looks through an archive before anything unpacks it as a whole: how many parts, how large, how tightly packed, and
 * whether each is as large as it says. A few kilobytes can hold gigabytes.
 */
import { type Entry, fromBuffer, open, type ZipFile } from 'yauzl'
import { Refusal } from '../../shared/wire/refusal.ts'

const MEGABYTE = 1024 * 1024
const ENTRIES = 2000
const UNPACKED = 200 * MEGABYTE
/** Text packs to a tenth, its worst repetitions to a fiftieth; only what was made for it packs tighter. */
const RATIO = 200
/** Small parts pack tightly without meaning ill. */
const RATIO_FROM = MEGABYTE

/** Reads every part once, without keeping it. `archive`: its bytes, or where it lies. Throws Refusal. */
export const refuseSwollen = async (archive: Uint8Array | string): Promise<void> => {
  const zip = await opened(archive)
  if (zip.entryCount > ENTRIES) throw tooSwollen()
  let entries = 0
  let declared = 0
  await new Promise<void>((resolve, reject) => {
    zip.on('error', (error: Error) =>
      reject(
        /relative path|absolute path|fileName/.test(error.message) ? leadsOut() : new Refusal('unreadable'),
      ),
    )
    zip.on('end', resolve)
    zip.on('entry', (entry: Entry) => {
      declared += entry.uncompressedSize
      const tight =
        entry.uncompressedSize > RATIO_FROM && entry.uncompressedSize > entry.compressedSize * RATIO
      if (++entries > ENTRIES || declared > UNPACKED || tight) return reject(tooSwollen())
      if ((entry.generalPurposeBitFlag & 1) === 1) return reject(new Refusal('encrypted'))
      zip.openReadStream(entry, (error, stream) => {
        if (error) return reject(new Refusal('unreadable'))
        // What unpacks to another size than it says ends in an error here.
        stream.on('error', () => reject(new Refusal('unreadable')))
        stream.on('end', () => zip.readEntry())
        stream.resume()
      })
    })
    zip.readEntry()
  }).finally(() => zip.close())
}

const opened = (archive: Uint8Array | string) =>
  new Promise<ZipFile>((resolve, reject) => {
    const options = { lazyEntries: true, validateEntrySizes: true } as const
    const heard = (error: Error | null, zip: ZipFile) =>
      error ? reject(new Refusal('unreadable')) : resolve(zip)
    if (typeof archive === 'string') open(archive, options, heard)
    else fromBuffer(Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength), options, heard)
  })

const leadsOut = () =>
  new Refusal(
    'unreadable',
    'A file in this archive is named as if it lay outside of it. Nothing was added; pack the folder again.',
  )

const tooSwollen = () =>
  new Refusal(
    'too-large',
    'This file unpacks to far more than it should. Nothing was added; bring in the part that you need.',
  )
