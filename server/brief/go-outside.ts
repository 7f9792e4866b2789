/** Lets a brief out below the mark of a source, or before an embargo ends, only with a reason, which is recorded. */
import type { Person } from '../../shared/brief/document.ts'
import { inShort } from '../../shared/export/obstacles.ts'
import { Refusal } from '../../shared/wire/refusal.ts'
import { noteExportReason } from '../storage/export-reasons.ts'
import type { Desk } from './documents.ts'

export type Leaving = {
  briefId: string
  /** Why it should not: a sentence each. */
  against: readonly string[]
  format: string
  by: Person
  reason: string | undefined
}

/** Throws Refusal where a reason is missing; `what`: "Nothing was exported". */
export const refuseWithoutReason = (
  against: readonly string[],
  reason: string | undefined,
  what = 'Nothing was exported',
): void => {
  if (against.length === 0 || reason !== undefined) return
  throw new Refusal(
    'reason-needed',
    `${inShort(against)} ${what}; give a reason for passing it on all the same, which is recorded.`,
  )
}

export const letOut = async (desk: Pick<Desk, 'db'>, leaving: Leaving): Promise<void> => {
  const { briefId, against, format, by, reason } = leaving
  refuseWithoutReason(against, reason)
  if (against.length > 0 && reason !== undefined)
    await noteExportReason(desk.db, { brief: briefId, by, format, why: reason, against })
}
