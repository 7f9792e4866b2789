/**
 * A PDF of which only some pages were read. The same bytes are one capture, but other pages of them are another one: so a
 * line that names the pages stands behind the file, where readers of PDF pass over it (ISO 32000-1, 7.5.5 and 7.2.3).
 */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { appendFile, open, truncate } from 'node:fs/promises'
import type { Arrived } from './ingest.ts'
import type { PageRange } from './page-range.ts'

const LINE = /\n%vouch pages \d{1,6}-\d{1,6}\n$/
const LONGEST = 40

export const lineOf = ({ from, to }: PageRange): string => `\n%vouch pages ${from}-${to}\n`

/** With the line; one that stood there before goes. A file is changed where it lies. */
export const withRange = async <T extends Uint8Array | Arrived>(content: T, range: PageRange): Promise<T> => {
  const line = Buffer.from(lineOf(range))
  if (content instanceof Uint8Array) return Buffer.concat([withoutLine(content), line]) as Uint8Array as T
  const { path, size } = content
  const file = await open(path)
  const { buffer } = await file.read(Buffer.alloc(LONGEST), 0, LONGEST, Math.max(0, size - LONGEST))
  await file.close()
  const own = size - ownLength(buffer.subarray(0, Math.min(size, LONGEST)))
  await truncate(path, own)
  await appendFile(path, line)
  const sum = createHash('sha256')
  for await (const chunk of createReadStream(path)) sum.update(chunk as Buffer)
  return { path, size: own + line.length, hash: sum.digest('hex') } as T
}

const withoutLine = (bytes: Uint8Array) =>
  bytes.subarray(0, bytes.length - ownLength(Buffer.from(bytes.subarray(-LONGEST))))

const ownLength = (end: Buffer): number => LINE.exec(end.toString('latin1'))?.[0].length ?? 0
