/** The open brief as a file: made on this device, offline too. Rejects when the browser cannot. */
import * as Y from 'yjs'
import type { ExportOptions, FormatName } from '../../../shared/export/formats.ts'
import type { Order, Written } from './export-worker.ts'
import { language } from '../../words/language.ts'

export const writeFile = (doc: Y.Doc, format: FormatName, options: ExportOptions): Promise<Written> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('export-worker.ts', import.meta.url), { type: 'module' })
    const end = () => worker.terminate()
    worker.addEventListener('message', ({ data }: MessageEvent<Written>) => {
      end()
      resolve(data)
    })
    worker.addEventListener('error', (event) => {
      end()
      reject(new Error(event.message || 'The writer did not start.'))
    })
    const state = Y.encodeStateAsUpdate(doc)
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin
    worker.postMessage({ state, format, options, language: language() } satisfies Order, [
      state.buffer as ArrayBuffer,
    ])
  })
