import { expect, it } from 'vitest'
import { addBrief } from '../../../server/storage/briefs.ts'
import { openDatabase } from '../../../server/storage/database.ts'
import { documents } from '../../../server/storage/updates.ts'
import { createRooms } from '../../../server/sync/rooms.ts'
import { anyDocument } from '../../support/any-document.ts'

const BRIEF = 'abcdefghij'

/** A document that so many changes were made to, a row each, as a server that is killed now leaves it. */
const rowsAfter = async (changes: number) => {
  const db = await openDatabase(':memory:')
  try {
    const store = documents(db)
    await addBrief(db, { id: BRIEF, title: 'Exports', example: false })
    const problems: string[] = []
    const rooms = createRooms({
      store: { ...store, create: (name, state) => store.create(name, state) },
      rules: anyDocument,
      report: (problem) => problems.push(problem),
    })
    await rooms.create(BRIEF, () => {})
    for (let n = 0; n < changes; n++)
      await rooms.transact(BRIEF, (doc) => {
        const body = doc.getText('body')
        body.insert(body.length, String(n % 10))
        if (body.length > 1000) body.delete(0, 1)
      })
    const loaded = (await store.log(BRIEF).load())!
    const count = async (table: 'document_updates' | 'document_states') =>
      (await db.selectFrom(table).select('document').execute()).length
    const stored = (await count('document_updates')) + (await count('document_states'))
    await rooms.drain()
    expect(problems).toEqual([])
    return { read: loaded.updates.length, stored }
  } finally {
    await db.destroy()
  }
}

it('reads no more rows to open a document than it did ten thousand changes ago, and keeps no more', async () => {
  const few = await rowsAfter(100)
  expect(few).toEqual({ read: 101, stored: 101 })
  for (const changes of [1_999, 11_999]) {
    const { read, stored } = await rowsAfter(changes)
    expect(read, `${changes} changes`).toBeLessThanOrEqual(501)
    expect(stored, `${changes} changes`).toBeLessThanOrEqual(1_002)
  }
})
