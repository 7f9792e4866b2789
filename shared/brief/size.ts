/**
 * How much one document may hold, and how much it holds. At the limit it stays readable and exportable, and whoever
 * deletes makes room; what adds more is refused.
 */
import * as Y from 'yjs'

/** 400,000 words with their evidence; what every newcomer loads, and what Chromium still types in. */
export const BYTES_LIMIT = 5 * 1024 * 1024
/** Blocks, texts and records: a brief of 100,000 words has 7,000. */
export const NODES_LIMIT = 50_000
/** From this share on, people are told. */
export const NEARLY_FULL = 0.8
/** From this share on there is no room for a page of text. */
export const FULL = 0.995

/** What it holds of what it may hold: from 0 to about 1. */
export const shareOf = (bytes: number, nodes: number): number =>
  Math.max(bytes / BYTES_LIMIT, nodes / NODES_LIMIT)

/** Blocks, texts and records that stand in it. */
export const nodesIn = (doc: Y.Doc): number => {
  let nodes = 0
  for (const structs of doc.store.clients.values())
    for (const struct of structs)
      if (struct instanceof Y.Item && !struct.deleted && struct.content instanceof Y.ContentType) nodes++
  return nodes
}
