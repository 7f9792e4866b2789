/** Gives a brief another title: in its document, where everyone sees it, and in the list. */
import { changeAbout } from '../../shared/brief/about.ts'
import { touchBrief } from '../storage/briefs.ts'
import type { Desk } from './documents.ts'

export const renameBrief = async (desk: Desk, briefId: string, title: string): Promise<void> => {
  await desk.rooms.transact(briefId, (doc) => changeAbout(doc, { title }))
  await touchBrief(desk.db, briefId, title)
}
