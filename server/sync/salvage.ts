/**
 * What can be saved of a document of which some changes are missing or damaged: its last good state, and of the
 * later changes those that build on nothing that is missing.
 */
import * as Y from 'yjs'
import { examine } from './examine.ts'
import { docOf } from './live-document.ts'
import { scan } from './scan.ts'

export type Salvage = {
  state: Uint8Array
  /** Later changes that could be kept. */
  kept: number
  /** Later changes that are whole, and build on what is missing. */
  lost: number
}

/** `good` make a whole document; `beyond` came after what is missing, in order. */
export const salvage = (good: readonly Uint8Array[], beyond: readonly Uint8Array[]): Salvage => {
  const doc = docOf(good)
  let kept = 0
  for (const update of beyond) {
    if (examine(doc, scan(update)).finding === 'gap') continue
    Y.applyUpdate(doc, update)
    kept++
  }
  const state = Y.encodeStateAsUpdate(doc)
  doc.destroy()
  return { state, kept, lost: beyond.length - kept }
}
