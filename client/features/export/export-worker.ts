/** Writes a brief as a file beside the page, which goes on meanwhile. */
import * as Y from 'yjs'
import { readBrief, type ReadBrief } from '../../../shared/brief/read.ts'
import { EVERY_FORMAT, type ExportOptions, type FormatName } from '../../../shared/export/formats.ts'
import { obstaclesOf } from '../../../shared/export/obstacles.ts'
import { PICTURES_LIMIT, type Pictures, picturesIn } from '../../../shared/export/pictures.ts'
import { writtenIn } from '../../../shared/words/written.ts'
import { writeAs } from '../../../shared/export/write.ts'

/** `language`: of the page, which a worker does not know; a BCP 47 tag. */
export type Order = { state: Uint8Array; format: FormatName; options: ExportOptions; language: string }
/**
 * `against`: what speaks against giving it to people outside, a sentence each. `without`: how many pictures could not be had here;
 * what they show stands in words.
 */
export type Written = { text: string; against: string[]; without: number }

/** Immutable, so the browser has those that were seen; offline it may lack others. */
const fetchPictures = async (brief: ReadBrief): Promise<{ pictures: Pictures; without: number }> => {
  const pictures = new Map<string, Uint8Array>()
  const named = picturesIn(brief)
  let size = 0
  for (const hash of named) {
    try {
      const answer = await fetch(`/api/captures/${hash}/bytes`, { credentials: 'same-origin' })
      if (!answer.ok) continue
      const bytes = new Uint8Array(await answer.arrayBuffer())
      size += bytes.length
      if (size > PICTURES_LIMIT) break
      pictures.set(hash, bytes)
    } catch {
      // Not reached; counted below.
    }
  }
  return { pictures, without: named.size - pictures.size }
}

const write = async (data: Order): Promise<void> => {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, data.state)
  const brief = readBrief(doc)
  const { pictures, without } = EVERY_FORMAT[data.format].pictures
    ? await fetchPictures(brief)
    : { pictures: undefined, without: 0 }
  const written: Written = {
    text: await writeAs(data.format, brief, data.options, pictures),
    against: obstaclesOf(data.format, brief, data.options, Date.now(), writtenIn(data.language)),
    without,
  }
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a page's own worker
  self.postMessage(written)
}

// Reported, it reaches who waits outside; a promise that is rejected in here does not.
self.addEventListener('message', ({ data }: MessageEvent<Order>) => void write(data).catch(reportError))
