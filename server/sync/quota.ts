/** Keeps a document within what one may hold (shared/brief/size.ts): what adds more is refused, what deletes is not. */
import type * as Y from 'yjs'
import { BYTES_LIMIT, NODES_LIMIT, nodesIn, shareOf } from '../../shared/brief/size.ts'
import type { Examined } from './examine.ts'
import { scan } from './scan.ts'

/** Joining two paragraphs deletes one and writes its words to the other: it brings this much more than it deletes. */
const JOINING = 1024

/** What an update brings: bytes; blocks, texts and records; and how much of what stood there it deletes. */
export type Brought = { bytes: number; nodes: number; deletes: number }

export const broughtBy = ({ items, deletes }: Examined): Brought => ({
  bytes: items.reduce((sum, item) => sum + item.bytes, 0),
  nodes: items.filter(isNode).length,
  deletes,
})

export type Quota = {
  /** Whether there is room for what this update brings. */
  hasRoom(doc: Y.Doc, brought: Brought): boolean
  /** That was applied. */
  grew(brought: Omit<Brought, 'deletes'>): void
  /** What the server itself wrote was applied. Throws Malformed. */
  grewBy(update: Uint8Array): void
  /** Counts anew what there really is. */
  measure(doc: Y.Doc): void
  /** What it holds of what it may hold, from 0 to about 1; deletions count when it has to be known exactly. */
  share(): number
}

/** `measured`: bytes of the whole document, at the start. `whole`: its bytes as of now. */
export const createQuota = (measured: number, whole: () => Uint8Array): Quota => {
  // Both are never less than what there is, and are only counted when it would be too much: counting takes as
  // long as opening.
  let bytes = measured
  let nodes = 0

  const measure = (doc: Y.Doc) => {
    bytes = whole().byteLength
    nodes = nodesIn(doc)
  }

  return {
    hasRoom(doc, brought) {
      if (brought.bytes === 0) return true
      const fits = () => bytes + brought.bytes <= BYTES_LIMIT && nodes + brought.nodes <= NODES_LIMIT
      if (fits()) return true
      measure(doc)
      return fits() || (brought.deletes > 0 && brought.bytes <= brought.deletes + JOINING)
    },
    grew(brought) {
      bytes += brought.bytes
      nodes += brought.nodes
    },
    grewBy(update) {
      const { structs } = scan(update)
      bytes += update.byteLength
      nodes += structs.filter((struct) => struct.is === 'item' && isNode(struct)).length
    },
    measure,
    share: () => shareOf(bytes, nodes),
  }
}

const isNode = ({ content }: Examined['items'][number]): boolean =>
  content.is === 'element' || content.is === 'xml-text' || content.is === 'map' || content.is === 'array'
