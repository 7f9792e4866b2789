/** Files packed as a zip archive, in the given order: the same files make the same bytes, on whatever day. */
import { buffer } from 'node:stream/consumers'
import type { Readable } from 'node:stream'
import { ZipFile } from 'yazl'

export type PackedFile = { name: string; bytes: Buffer }

/** MS-DOS time has no zone: the earliest that it can say, on the clock of wherever this runs. */
const NO_TIME = () => new Date(1980, 0, 1)

export const zipOf = async (files: Iterable<PackedFile>): Promise<Buffer> => {
  const zip = new ZipFile()
  const packed = buffer(zip.outputStream as Readable)
  for (const { name, bytes } of files)
    zip.addBuffer(bytes, name, { mtime: NO_TIME(), mode: 0o100644, compress: true, forceDosTimestamp: true })
  zip.end()
  return packed
}
