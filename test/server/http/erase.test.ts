import fs from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import * as Y from 'yjs'
import { run } from '../../../server/cli/cli.ts'
import { roots } from '../../../shared/brief/document.ts'
import { startTestServer, type TestServer } from '../../support/server.ts'
import { until, writer } from '../../support/writer.ts'

/** Words that stand in no file of the program, in letters that an index folds. */
const WORD = 'Quokkamerikanisch'
const PASSAGE = `The ${WORD} levy fell to 12 per cent in March`
const TEXT = `Minutes of the council.\n\n${PASSAGE}, said the minister.\n\nNothing else was decided.`

let dir: string
let server: TestServer
const before = process.env.DATA_DIR
beforeEach(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'vouch-erase-'))
  process.env.DATA_DIR = path.join(dir, 'data')
  server = await startTestServer({ dir: process.env.DATA_DIR })
})
afterEach(async () => {
  await server.close()
  if (before === undefined) delete process.env.DATA_DIR
  else process.env.DATA_DIR = before
  await rm(dir, { recursive: true, force: true })
})

const vouch = async (...argv: string[]) => {
  let out = ''
  const sink = { write: (text: string, done: () => void) => ((out += text), done()) }
  return { status: await run(argv, { stdout: sink, stderr: sink }), out }
}

/** Every file below a folder that has the word in it, in UTF-8 or UTF-16, folded or not. */
const filesWith = (folder: string, word: string): string[] =>
  fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => {
      const bytes = fs.readFileSync(file)
      const latin = bytes.toString('latin1')
      return [word, word.toLowerCase()].some(
        (each) => latin.includes(each) || bytes.includes(Buffer.from(each, 'utf16le')),
      )
    })

/** A brief that quotes the passage as an excerpt, in a block and in a sentence. */
const briefThatQuotes = async () => {
  const { id } = await server.newBrief()
  const { source, capture } = await server.post(`/api/briefs/${id}/sources`, {
    text: TEXT,
    item: { title: 'Minutes' },
  })
  const start = TEXT.indexOf(PASSAGE)
  const excerpt = await server.post(`/api/briefs/${id}/excerpts`, {
    sourceId: source.id,
    capture: capture.hash,
    start,
    end: start + PASSAGE.length,
    note: `Note on the ${WORD} levy`,
  })
  await server.services.rooms.transact(id, (doc) => {
    const { body, citations } = roots(doc)
    const block = new Y.XmlElement('quotation')
    block.setAttribute('excerpt', excerpt.id)
    const inside = new Y.XmlElement('paragraph')
    inside.insert(0, [new Y.XmlText(PASSAGE)])
    block.insert(0, [inside])
    const sentence = new Y.XmlElement('paragraph')
    const text = new Y.XmlText('It was said that ')
    sentence.insert(0, [text])
    body.push([block, sentence])
    text.insert(text.length, PASSAGE, { quoted: { excerpt: excerpt.id } })
    text.insert(text.length, ' and no more.', { quoted: null })
    const cite = new Y.Map(Object.entries({ id: 'c1', source: source.id, excerpt: excerpt.id }))
    const record = new Y.Map<unknown>(
      Object.entries({ sentence: `It was said that ${PASSAGE} and no more.` }),
    )
    record.set('cites', Y.Array.from([cite]))
    citations.set('n1', record)
    const citation = new Y.XmlElement('citation')
    citation.setAttribute('id', 'n1')
    text.insertEmbed(text.length, citation)
  })
  return { id, source, hash: capture.hash as string, excerpt }
}

it('takes words out of every file, every later backup, every brief and every hand, and leaves a tombstone', async () => {
  const { id, hash, source } = await briefThatQuotes()
  const copy = await server.post('/api/briefs', { copyOf: id, title: 'A copy' })
  expect(filesWith(dir, WORD)).not.toEqual([])
  const early = path.join(dir, 'early.backup')
  expect((await vouch('backup', early)).status).toBe(0)
  const ana = writer(server.services.rooms, { name: id, epoch: 1 })
  await until(() => ana.durable() !== null, 'Ana to be in')

  const erased = await vouch(
    'erase',
    '--brief',
    id,
    '--capture',
    hash,
    '--why',
    'Given in confidence',
    '--json',
  )
  expect(erased).toMatchObject({ status: 0 })
  expect(JSON.parse(erased.out)).toEqual({ excerpts: 2, captures: 1, briefs: 2, stillIn: [] })

  expect(filesWith(process.env.DATA_DIR!, WORD)).toEqual([])
  const later = path.join(dir, 'later', 'a.backup')
  expect((await vouch('backup', later)).status).toBe(0)
  expect(filesWith(path.dirname(later), WORD)).toEqual([])
  expect(filesWith(dir, WORD)).toEqual([early])

  for (const brief of [id, copy.id]) {
    const markdown = await server.text(`/api/briefs/${brief}/export.md`)
    expect(markdown).not.toContain(WORD)
    expect(markdown).toContain('evidence erased')
    expect(markdown).toMatch(/It was said that\s+and no more\./)
  }
  const gone = await server.ask('GET', `/api/captures/${hash}/text`)
  expect(gone.status).toBe(410)
  expect(gone.body.detail).toMatch(/^Owner erased this saved copy on \d{4}-\d\d-\d\d: Given in confidence$/)
  expect((await server.get(`/api/library/search?q=${WORD.toLowerCase()}`)).found ?? []).toEqual([])

  // Whoever has the older beginning is sent away before a word is exchanged, and cannot bring it back.
  expect(ana.heard.closed?.code).toBe(1012)
  const back = writer(server.services.rooms, { name: id, epoch: 1, doc: ana.doc })
  await until(() => back.heard.closed !== null, 'Ana to be sent away')
  expect(back.heard.closed?.code).toBe(4409)
  const doc = await server.services.rooms.read(id)
  expect(JSON.stringify(roots(doc).sources.get(source.id))).toContain('Given in confidence')
  expect(filesWith(process.env.DATA_DIR!, WORD)).toEqual([])

  // A second time changes nothing.
  const again = await vouch('erase', '--brief', id, '--capture', hash, '--why', 'Again', '--json')
  expect(JSON.parse(again.out)).toMatchObject({ excerpts: 0 })
})

it('erases one excerpt, or a whole source, for an owner and with a reason', async () => {
  const { id, source, excerpt, hash } = await briefThatQuotes()
  const ben = await server.invite(id, 'editor')
  const wanted = { kind: 'excerpt', target: excerpt.id, why: 'A name' }
  expect((await ben.ask('POST', `/api/briefs/${id}/erase`, wanted)).status).toBe(403)
  expect((await server.ask('POST', `/api/briefs/${id}/erase`, { ...wanted, why: ' ' })).status).toBe(422)
  expect((await server.ask('POST', `/api/briefs/${id}/erase`, { ...wanted, target: 'x' })).status).toBe(404)
  expect(await server.post(`/api/briefs/${id}/erase`, wanted)).toMatchObject({ excerpts: 1, captures: 0 })
  expect(await server.text(`/api/briefs/${id}/export.md`)).not.toContain(WORD)
  expect(await server.text(`/api/captures/${hash}/text`)).toContain(WORD)
  await server.post(`/api/briefs/${id}/erase`, { kind: 'source', target: source.id, why: 'All of it' })
  expect(filesWith(process.env.DATA_DIR!, WORD)).toEqual([])
})

it('asks the owner of another brief that rests on the same saved copy', async () => {
  const { id, hash } = await briefThatQuotes()
  const ben = await server.invite(id, 'editor')
  const own = await ben.post('/api/briefs', { copyOf: id, title: 'Of Ben' })
  const refused = await ben.ask('POST', `/api/briefs/${own.id}/erase`, {
    kind: 'capture',
    target: hash,
    why: 'Wrong',
  })
  expect(refused.status).toBe(403)
  expect(refused.body.detail).toMatch(/^Another brief that you do not own rests on this saved copy/)
  expect(await server.text(`/api/captures/${hash}/text`)).toContain(WORD)
})
