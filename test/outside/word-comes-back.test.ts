/** A Word file goes out for clearance, is changed in LibreOffice, and comes back into its brief. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Transform } from '@tiptap/pm/transform'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import type { BodyNode } from '../../shared/brief/body.ts'
import { citationIds } from '../../shared/brief/order.ts'
import { readBrief, type ReadBrief, withOrder } from '../../shared/brief/read.ts'
import { schema } from '../../shared/editor/schema.ts'
import type { Difference } from '../../shared/word/difference.ts'
import { broughtBack } from '../../shared/word/differences.ts'
import type { WordDocument } from '../../shared/word/document.ts'
import { take } from '../../shared/word/take.ts'
import { readWord } from '../../server/ingest/word-document.ts'
import { Analyst } from '../support/analyst.ts'
import { sharedBrowser } from '../support/browser.ts'
import { startTestServer, type TestServer } from '../support/server.ts'

const folder = mkdtempSync(join(tmpdir(), 'vouch-word-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })

type Done = Record<'plain' | 'tracked' | 'comments', [old: string, now: string][]>

const editInWriter = async (from: string, to: string): Promise<Done> => {
  const script = fileURLToPath(new URL('edit-in-writer.py', import.meta.url))
  const port = String(await freePort())
  const { stdout, stderr, status } = spawnSync(
    // Debian's own Python has LibreOffice's module.
    '/usr/bin/python3',
    [script, from, to, port, join(folder, 'profile'), '20', '5', '3'],
    { encoding: 'utf8', timeout: 150_000 },
  )
  if (status !== 0)
    throw new Error(`On Debian: apt install libreoffice-writer python3-uno. ${stdout}${stderr}`)
  return JSON.parse(stdout) as Done
}

const wordsOf = (node: BodyNode): string => node.text ?? (node.content ?? []).map(wordsOf).join(' ')

/** The brief with a difference taken over; null where it has no place for it. */
const taken = (brief: ReadBrief, file: WordDocument, { edit }: Difference): ReadBrief | null => {
  const tr = new Transform(schema.nodeFromJSON(brief.body))
  if (!edit || !take(tr, edit, brief, file)) return null
  tr.doc.check()
  return withOrder({ ...brief, body: tr.doc.toJSON() as BodyNode })
}

describe('A Word file that went out for clearance', () => {
  let server: TestServer
  let id: string
  let brief: ReadBrief
  let done: Done
  const back = join(folder, 'back.docx')
  beforeAll(async () => {
    server = await startTestServer()
    ;[{ id }] = await server.get('/api/briefs')
    brief = readBrief(await server.services.rooms.read(id))
    const out = join(folder, 'out.docx')
    const answer = await fetch(`${server.url}/api/briefs/${id}/export.docx`, { headers: server.headers })
    writeFileSync(out, Buffer.from(await answer.arrayBuffer()))
    done = await editInWriter(out, back)
  }, 240_000)
  afterAll(() => server.close())

  it('comes back with 20 edits, 5 tracked changes and 3 comments, which are taken without losing a tie', async () => {
    const { document } = await readWord(new Uint8Array(readFileSync(back)))
    const first = broughtBack(brief, document)
    expect(first.isFrom).toBe(true)
    const untracked = first.differences.filter(({ by }) => by === null)
    const tracked = first.differences.filter(({ by }) => by !== null)
    expect(untracked.map(({ what }) => what)).toEqual(Array(20).fill('words'))
    expect(tracked).toHaveLength(5)
    for (const { by } of tracked) expect(by!.author).toBe('Rita Reader')
    for (const change of done.tracked)
      expect(tracked.map(({ removed, added }) => [removed, added])).toContainEqual(change)
    expect(first.remarks.map(({ text, words, by }) => [words, text, by.author]).toSorted()).toEqual(
      done.comments.map(([words, text]) => [words, text, 'Rita Reader']).toSorted(),
    )

    let now = brief
    for (let round = 0; round < 25; round++) {
      const [next] = broughtBack(now, document).differences
      expect(next, `difference ${round + 1}`).toBeDefined()
      const after = taken(now, document, next!)
      expect(after, `${next!.removed} → ${next!.added}`).not.toBeNull()
      now = after!
    }
    expect(broughtBack(now, document).differences).toEqual([])
    for (const [, changed] of [...done.plain, ...done.tracked]) expect(wordsOf(now.body)).toContain(changed)
    // Every tie stands where it stood, once, and rests on what it rested on.
    expect(citationIds(now.body)).toEqual(citationIds(brief.body))
    expect(now.citations).toEqual(brief.citations)
    expect(now.excerpts).toEqual(brief.excerpts)
  })

  it(
    'is taken and left on the page, one by one and together, each a step of undo',
    { timeout: 90_000 },
    async () => {
      const ana = await Analyst.sitDown(await sharedBrowser())
      onTestFinished(() => ana.leave())
      const { keyboard } = ana.page
      await server.signIn(ana.page)
      await ana.page.goto(`${server.url}/b/${id}`)
      await ana.saved()
      const citations = await ana.citations().count()
      const before = await ana.text.innerText()
      await ana.caretAtEnd()
      await keyboard.press('ControlOrMeta+k')
      await ana.page.getByRole('combobox').waitFor()
      await keyboard.type('bring back')
      await ana.page.locator('.palette-item[data-highlighted]', { hasText: 'Bring back' }).waitFor()
      await keyboard.press('Enter')
      const dialog = ana.page.getByRole('dialog', { name: 'Bring back a Word file' })
      const [chooser] = await Promise.all([
        ana.page.waitForEvent('filechooser'),
        dialog.getByRole('button', { name: 'Choose the Word file' }).click(),
      ])
      await chooser.setFiles(back)
      const changes = (n: number) => dialog.getByRole('region', { name: `${n} changes` }).waitFor()
      await changes(25)
      await dialog.getByRole('button', { name: 'Take', exact: true }).first().click()
      await changes(24)
      await dialog.getByRole('button', { name: 'Leave', exact: true }).first().click()
      await changes(23)
      await dialog.getByRole('button', { name: 'Take all 23' }).click()
      await dialog.getByRole('region', { name: 'changes' }).waitFor({ state: 'hidden' })
      await dialog.getByRole('region', { name: '3 comments' }).waitFor()
      await dialog.getByRole('button', { name: 'Show in the text' }).first().click()
      await dialog.waitFor({ state: 'hidden' })
      await ana.saved()
      const after = await ana.text.innerText()
      const there = [...done.plain, ...done.tracked].filter(([, changed]) => after.includes(changed))
      expect(there).toHaveLength(24)
      expect(await ana.citations().count()).toBe(citations)
      for (let n = 0; n < 24; n++) await keyboard.press('ControlOrMeta+z')
      await expect.poll(() => ana.text.innerText()).toBe(before)
      expect(await ana.citations().count()).toBe(citations)
    },
  )
})
