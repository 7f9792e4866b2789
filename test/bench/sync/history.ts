/**
 * The history of a paper written in one go (automerge-perf, the trace of M. Kleppmann's paper: 259,778 edits, 104,852
 * characters at the end) as updates of a brief. Given as `{edits: [[position, deleted, inserted?], …]}` in the file that
 * VOUCH_TRACE names; without it, a seeded history of the same length and shape is made.
 */
import { existsSync, readFileSync } from 'node:fs'
import * as Y from 'yjs'

type Edit = [position: number, deleted: number, inserted?: string]

const EDITS = 259_778
const FINAL = 104_852

export type History = { updates: Uint8Array[]; state: Uint8Array; from: 'trace' | 'made' }

export const readHistory = (): History => {
  const file = process.env.VOUCH_TRACE
  const given = file !== undefined && existsSync(file)
  const edits = given ? (JSON.parse(readFileSync(file, 'utf8')) as { edits: Edit[] }).edits : madeEdits()
  const doc = new Y.Doc()
  const updates: Uint8Array[] = []
  const words = new Y.XmlText()
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [words])
  doc.on('update', (update: Uint8Array) => updates.push(update))
  doc.getXmlFragment('body').insert(0, [paragraph])
  for (const [position, deleted, inserted] of edits) {
    if (deleted > 0) words.delete(position, deleted)
    if (inserted) words.insert(position, inserted)
  }
  const state = Y.encodeStateAsUpdate(doc)
  doc.destroy()
  return { updates, state, from: given ? 'trace' : 'made' }
}

/** One writer who mostly goes on where the caret stands, jumps back now and then, and takes back a good deal. */
const madeEdits = (): Edit[] => {
  let seed = 20_170_401
  const random = () => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0
    return seed / 2 ** 32
  }
  const edits: Edit[] = []
  let length = 0
  let caret = 0
  let deletions = (EDITS - FINAL) / 2
  while (edits.length < EDITS) {
    const left = EDITS - edits.length
    if (random() < 0.01) caret = Math.floor(random() * (length + 1))
    if (deletions > 0 && caret > 0 && random() < deletions / left) {
      edits.push([--caret, 1])
      length--
      deletions--
    } else {
      edits.push([caret++, 0, 'etaoin shrdlu'[Math.floor(random() * 13)]!])
      length++
    }
  }
  return edits
}
