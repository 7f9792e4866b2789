/** What the workspace as a whole decided: one value a key. */
import type { Kysely } from 'kysely'
import { GRADE_SCALES, type GradeScale } from '../../shared/check/grades.ts'
import type { Database } from './database.ts'

export type WorkspaceTables = { workspace: { key: string; value: string } }

const SCALE = 'grade-scale'

/** The scale that works are graded on; the plain one until somebody chooses. */
export const gradeScaleOf = async (db: Kysely<Database>): Promise<GradeScale> => {
  const row = await db.selectFrom('workspace').select('value').where('key', '=', SCALE).executeTakeFirst()
  return GRADE_SCALES.find((scale) => scale === row?.value) ?? 'plain'
}

export const chooseGradeScale = async (db: Kysely<Database>, scale: GradeScale): Promise<void> => {
  await db
    .insertInto('workspace')
    .values({ key: SCALE, value: scale })
    .onConflict((c) => c.column('key').doUpdateSet({ value: scale }))
    .execute()
}
