import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { run } from '../../../server/cli/cli.ts'
import { DATABASE_FILE } from '../../../server/storage/database.ts'
import { startTestServer, type TestServer } from '../../support/server.ts'

let dir: string
let server: TestServer | null = null
const before = process.env.DATA_DIR
beforeEach(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'vouch-reindex-'))
  process.env.DATA_DIR = dir
})
afterEach(async () => {
  await server?.close()
  server = null
  if (before === undefined) delete process.env.DATA_DIR
  else process.env.DATA_DIR = before
  await rm(dir, { recursive: true, force: true })
})

const start = async () => (server = await startTestServer({ dir }))
const reindex = async () => {
  let out = ''
  const stream = { write: (text: string, done: () => void) => ((out += text), done()) }
  return { status: await run(['reindex'], { stdout: stream, stderr: stream }), out }
}

const ASKED = [
  '',
  '?q=harbour',
  '?q=',
  '/search?q=Putin',
  '/search?q=Путин',
  '/search?q=工作组',
  '/search?q=nobody',
]
const answers = (who: Pick<TestServer, 'get'>): Promise<unknown[]> =>
  Promise.all(ASKED.map((address) => who.get(`/api/library${address}`)))

/** Two briefs with sources in three scripts; a colleague may read only the second. */
const filled = async ({ post, newBrief, invite, get }: TestServer) => {
  const texts = ['Владимир Путин came to the harbour.', 'The 北京的工作组 met.', 'The harbour stays.']
  for (const [n, text] of texts.entries()) {
    const { id } = await newBrief(`Brief ${n}`)
    await post(`/api/briefs/${id}/sources`, { text, item: { type: 'report', title: `Harbour ${n}` } })
  }
  const briefs: { id: string; title: string }[] = await get('/api/briefs')
  const ben = await invite(briefs.find(({ title }) => title === 'Brief 1')!.id, 'viewer')
  expect((await get('/api/library?q=harbour')).total).toBe(3)
  return ben
}

/** What an index may come to: rows gone, rows of nothing, words gone. */
const spoil = () => {
  const db = new Sqlite(path.join(dir, DATABASE_FILE))
  db.exec(`
    delete from library_sources where source in (select source from library_sources order by added desc limit 2);
    update library_sources set work = 'doi:10.1/wrong', words = 'wrong', cited = 99;
    insert into library_sources select brief, 'nothing', 'doi:10.1/none', item, null, 1, 1, 1, added, ' harbour' from library_sources limit 1;
    insert into capture_words (capture_words) values ('delete-all');
    delete from searched_captures where id % 2 = 0;`)
  db.close()
}

describe('vouch reindex', () => {
  it('makes a spoilt library anew beside a running server, so that everybody gets the answers of before', async () => {
    const running = await start()
    const ben = await filled(running)
    const [mine, bens] = [await answers(running), await answers(ben)]
    spoil()
    expect(await answers(running)).not.toEqual(mine)
    const done = await reindex()
    expect(done).toEqual({
      status: 0,
      out: expect.stringMatching(/^The library was made anew: \d+ sources of 4 briefs/),
    })
    expect(await answers(running)).toEqual(mine)
    expect(await answers(ben)).toEqual(bens)
  })

  it('does so where no server runs, and says which brief cannot be read', async () => {
    const running = await start()
    await filled(running)
    const mine = await answers(running)
    const briefs: { id: string; title: string }[] = await running.get('/api/briefs')
    await running.close()
    spoil()
    expect((await reindex()).status).toBe(0)
    const again = await start()
    expect(await answers(again)).toEqual(mine)
    await again.close()
    server = null

    const { id } = briefs.find(({ title }) => title === 'Brief 2')!
    const db = new Sqlite(path.join(dir, DATABASE_FILE))
    for (const table of ['document_updates', 'document_states'])
      db.prepare(`delete from ${table} where document = ?`).run(id)
    db.close()
    const done = await reindex()
    expect(done.status).toBe(1)
    expect(done.out).toContain(`Brief ${id} cannot be read; what was listed of it stays.`)
  })
})
