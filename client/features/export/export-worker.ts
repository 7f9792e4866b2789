/** Writes a brief as a file beside the page, which goes on meanwhile. */
import * as Y from 'yjs'
import { readBrief } from '../../../shared/brief/read.ts'
import type { ExportOptions, FormatName } from '../../../shared/export/formats.ts'
import { obstaclesOf } from '../../../shared/export/obstacles.ts'
import { writeAs } from '../../../shared/export/write.ts'

export type Order = { state: Uint8Array; format: FormatName; options: ExportOptions }
/** `against`: what speaks against giving it to people outside, a sentence each. */
export type Written = { text: string; against: string[] }

self.addEventListener('message', async ({ data }: MessageEvent<Order>) => {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, data.state)
  const brief = readBrief(doc)
  const written: Written = {
    text: await writeAs(data.format, brief, data.options),
    against: obstaclesOf(data.format, brief, data.options, Date.now()),
  }
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a page's own worker
  self.postMessage(written)
})
