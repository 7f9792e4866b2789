/** Writes a brief as a file beside the page, which goes on meanwhile. */
import * as Y from 'yjs'
import { readBrief } from '../../../shared/brief/read.ts'
import type { ExportOptions, FormatName } from '../../../shared/export/formats.ts'
import { writeAs } from '../../../shared/export/write.ts'

export type Order = { state: Uint8Array; format: FormatName; options: ExportOptions }
export type Written = { text: string }

self.addEventListener('message', ({ data }: MessageEvent<Order>) => {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, data.state)
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a page's own worker
  self.postMessage({ text: writeAs(data.format, readBrief(doc), data.options) } satisfies Written)
})
