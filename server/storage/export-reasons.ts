/** Reasons for giving a brief to people outside against a mark or an embargo: who, when, why, as what. */
import type { Kysely } from 'kysely'
import { z } from 'zod'
import type { Person } from '../../shared/brief/document.ts'
import type { ExportReason } from '../../shared/wire/inputs.ts'
import type { Database } from './database.ts'

export type ExportReasonTables = {
  export_reasons: {
    id: number | undefined
    brief: string
    by: string
    name: string
    at: string
    format: string
    why: string
    /** JSON of sentences. */
    against: string
  }
}

export const noteExportReason = async (
  db: Kysely<Database>,
  row: { brief: string; by: Person; format: string; why: string; against: readonly string[] },
): Promise<void> => {
  const { brief, by, format, why, against } = row
  const at = new Date().toISOString()
  await db
    .insertInto('export_reasons')
    .values({ brief, by: by.id, name: by.name, at, format, why, against: JSON.stringify(against) })
    .execute()
}

/** The last first. */
export const exportReasonsOf = async (db: Kysely<Database>, briefId: string): Promise<ExportReason[]> => {
  const rows = await db
    .selectFrom('export_reasons')
    .select(['name', 'at', 'format', 'why', 'against'])
    .where('brief', '=', briefId)
    .orderBy('id', 'desc')
    .execute()
  return rows.map(({ name, against, ...row }) => ({
    ...row,
    by: name,
    against: z.array(z.string()).parse(JSON.parse(against)),
  }))
}
