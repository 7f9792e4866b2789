/** Carries passages over in a thread of its own: two long texts are compared while the page stays quick. */
import { carry } from '../../shared/anchor/carry.ts'
import type { CarryJob } from './carrying.ts'

self.addEventListener('message', ({ data }: MessageEvent<CarryJob & { id: number }>) => {
  const { id, before, after, passages } = data
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a page's own worker
  self.postMessage({ id, found: carry(before, after, passages) })
})
