/** "Make it yours": a brief of one's own that begins as another one stands, body and evidence. */
import * as Y from 'yjs'
import { changeAbout } from '../../shared/brief/about.ts'
import type { Person } from '../../shared/brief/document.ts'
import { withoutWaitingPictures } from '../../shared/brief/waiting-pictures.ts'
import { capturesHeld } from '../storage/captures.ts'
import { createBrief } from './create.ts'
import type { Desk } from './documents.ts'

/** The caller has checked that `owner` may read the brief that is copied. */
export const copyBrief = async (
  desk: Desk,
  { from, title, owner }: { from: string; title: string; owner: Person },
): Promise<string> => {
  const original = await desk.rooms.read(from)
  // Renamed before it is copied: a seed that only applies an update is one change of one writer.
  changeAbout(original, { title })
  withoutWaitingPictures(original)
  const state = Y.encodeStateAsUpdate(original)
  original.destroy()
  return createBrief(desk, {
    title,
    owner,
    seed: (doc) => Y.applyUpdate(doc, state),
    captures: await capturesHeld(desk.db, from),
  })
}
