/** Whether what is pasted fits into the brief. The server would refuse all that is written once it is full. */
import type { Fragment } from '@tiptap/pm/model'
import * as Y from 'yjs'
import { BYTES_LIMIT, FULL, nodesIn, NODES_LIMIT } from '../../../../shared/brief/size.ts'
import { say } from '../../../words/en/editor.ts'

/** Below this nobody counts: it is a page or two. */
const SMALL = 200_000
/** Of a block in the document: its ids, names and marks. */
const BYTES_A_BLOCK = 60

/** Null where there is room; else what to say. */
export const refusedForRoom = (doc: Y.Doc, content: Fragment): string | null => {
  const { blocks, bytes } = sizeOf(content)
  if (bytes < SMALL) return null
  const nodes = nodesIn(doc) + blocks
  const whole = Y.encodeStateAsUpdate(doc).byteLength + bytes
  if (nodes <= NODES_LIMIT * FULL && whole <= BYTES_LIMIT * FULL) return null
  return say.noRoomForPaste
}

/** In UTF-8, without writing it down. */
const bytesOf = (text: string): number => {
  let bytes = text.length
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    // Each half of a pair is two of its four.
    if (code > 0x7f) bytes += code > 0x7ff && (code < 0xd800 || code > 0xdfff) ? 2 : 1
  }
  return bytes
}

const sizeOf = (content: Fragment) => {
  let blocks = 0
  let bytes = 0
  content.descendants((node) => {
    if (node.isText) bytes += bytesOf(node.text ?? '')
    // A block with text is two: itself and its text.
    else blocks += node.isTextblock ? 2 : 1
  })
  return { blocks, bytes: bytes + blocks * BYTES_A_BLOCK }
}
