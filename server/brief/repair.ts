/**
 * Says what of a brief is damaged and what can be saved, and, when told to, begins its documents anew with that.
 * Nothing is deleted by it: what was stored is put aside.
 */
import type { RepairReport } from '../../shared/wire/inputs.ts'
import { discussionOf } from './documents.ts'

type Repairing = {
  rooms: { repair(name: string, apply: boolean): Promise<RepairReport['documents'][number] | null> }
}

export const repairBrief = async (
  { rooms }: Repairing,
  briefId: string,
  apply: boolean,
): Promise<RepairReport> => {
  const documents: RepairReport['documents'] = []
  for (const name of [briefId, discussionOf(briefId)]) {
    const found = await rooms.repair(name, apply)
    if (found) documents.push(found)
  }
  return { documents, repaired: apply && documents.length > 0 }
}
