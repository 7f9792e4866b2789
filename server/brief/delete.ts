/** Deletes a brief: its row with all that hangs on it, and captures that no other brief holds. */
import { CLOSE } from '../../shared/wire/sync.ts'
import { removeBrief } from '../storage/briefs.ts'
import { forgetUnheld } from '../storage/captures.ts'
import type { Desk } from './documents.ts'

type Closing = { rooms: { closeBrief(briefId: string, code: number): Promise<void> } }

export const deleteBrief = async (desk: Pick<Desk, 'db'> & Closing, briefId: string): Promise<void> => {
  // First the sockets, or somebody's next letter would meet a document that is gone; whoever slipped in
  // between goes after it.
  await desk.rooms.closeBrief(briefId, CLOSE.noSuchBrief)
  await desk.db.transaction().execute(async (trx) => {
    await removeBrief(trx, briefId)
    await forgetUnheld(trx)
  })
  await desk.rooms.closeBrief(briefId, CLOSE.noSuchBrief)
}
