import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { catchUpSearch, indexPieces, searchCaptures } from '../../../server/storage/capture-search.ts'
import { ownerOfWorkspace } from '../../../server/storage/people.ts'
import { indexedPieces } from '../../../server/storage/search-text.ts'
import { prose } from '../../support/prose.ts'
import { random } from '../../support/random.ts'
import { startTestServer, type TestServer } from '../../support/server.ts'

/** Of some four pieces. */
const LONG = `Zanzibar. ${prose(random(3), 450_000)} Ultramarine.`

let server: TestServer
let me: string
let hash: string
beforeAll(async () => {
  server = await startTestServer()
  me = (await ownerOfWorkspace(server.services.db))!.id
  const { id } = await server.newBrief()
  const { capture } = await server.post(`/api/briefs/${id}/sources`, { text: LONG })
  hash = capture.hash
  // The library lists what a search opens.
  await server.services.library.upToDate()
})
afterAll(() => server.close())

const found = async (typed: string) =>
  (await searchCaptures(server.services.db, me, typed, 20)).map((each) => each.hash)
const pieces = async () =>
  (await server.services.db.selectFrom('searched_pieces').select('id').where('hash', '=', hash).execute())
    .length

it('A long text is found by words that stand far apart in it, once', async () => {
  expect(await pieces()).toBeGreaterThanOrEqual(2)
  for (const typed of ['zanzibar', 'ultramarine', 'zanzibar ultramarine', 'ultramarine harbour zanzi'])
    expect(await found(typed), typed).toEqual([hash])
  expect(await found('zanzibar nowhere')).toEqual([])
})

it('Its words go into the index in pieces, and others have their turn after each', async () => {
  const { db } = server.services
  await db.deleteFrom('searched_captures').where('hash', '=', hash).execute()
  await db.deleteFrom('searched_pieces').where('hash', '=', hash).execute()
  const words = indexedPieces(LONG)
  let turns = 0
  let done = false
  const count = () => {
    turns++
    if (!done) setImmediate(count)
  }
  setImmediate(count)
  await indexPieces(db, hash, words)
  done = true
  expect(turns).toBeGreaterThanOrEqual(words.length - 1)
  expect(await found('zanzibar ultramarine')).toEqual([hash])
})

it('What a kill left half in the index is put in anew at the next start', async () => {
  const { db } = server.services
  const before = await pieces()
  await db.deleteFrom('searched_captures').where('hash', '=', hash).execute()
  expect(await catchUpSearch(db)).toBe(1)
  expect(await pieces()).toBe(before)
  expect(await found('zanzibar ultramarine')).toEqual([hash])
})

it('A text that is gone has no words in the index', async () => {
  const { db } = server.services
  await db.deleteFrom('captures').where('hash', '=', hash).execute()
  expect(await pieces()).toBe(0)
  const { rows } = await sql`select rowid from capture_words where capture_words match 'ultramarine'`.execute(
    db,
  )
  expect(rows).toEqual([])
})
