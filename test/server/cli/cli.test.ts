import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { run } from '../../../server/cli/cli.ts'
import { expectRefusal } from '../../support/refusal.ts'
import { clientOf, startTestServer, type TestServer } from '../../support/server.ts'

let dir: string
let server: TestServer | null = null
const before = process.env.DATA_DIR
beforeEach(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'vouch-cli-'))
  process.env.DATA_DIR = path.join(dir, 'data')
})
afterEach(async () => {
  await server?.close()
  server = null
  if (before === undefined) delete process.env.DATA_DIR
  else process.env.DATA_DIR = before
  await rm(dir, { recursive: true, force: true })
})

const start = async () => (server = await startTestServer({ dir: process.env.DATA_DIR! }))
const stop = async () => {
  await server!.close()
  server = null
}

const vouch = async (...argv: string[]) => {
  let out = ''
  let err = ''
  const status = await run(argv, {
    stdout: { write: (text, done) => ((out += text), done()) },
    stderr: { write: (text, done) => ((err += text), done()) },
  })
  return { status, out, err }
}

const file = async (name: string, text: string) => {
  await writeFile(path.join(dir, name), text)
  return path.join(dir, name)
}

describe('vouch repair', () => {
  it('says what is damaged and what can be saved, and begins anew only when told to', async () => {
    const { post, services } = await start()
    const { id } = await post('/api/briefs', { title: 'Exports' })
    expect(await vouch('repair', id)).toEqual({ status: 0, out: `Nothing of ${id} is damaged.\n`, err: '' })
    for (const title of ['One', 'Two', 'Three'])
      await services.rooms.transact(id, (doc) => doc.getMap('about').set('title', title))
    await stop()
    const db = new Sqlite(path.join(process.env.DATA_DIR!, 'vouch.sqlite'))
    db.prepare('update document_updates set crc = 1 where document = ? and seq = 2').run(id)
    db.close()
    expect((await vouch('export', id)).out).toContain('title: "One"')
    const found = await vouch('repair', id)
    expect([found.status, found.out]).toEqual([1, expect.stringContaining(`${id}: 1 change cannot be read`)])
    await start()
    expect((await vouch('repair', id, '--yes')).status).toBe(0)
    expect((await vouch('repair', id)).out).toContain('Nothing of')
  })
})

describe('vouch export', () => {
  it('gives the same bytes as the address, while the server runs and when it does not', async () => {
    const { get, text } = await start()
    const [{ id }] = await get('/api/briefs')
    const fromServer = await text(`/api/briefs/${id}/export.md`)
    expect(await vouch('export', id, '--format', 'md')).toEqual({ status: 0, out: fromServer, err: '' })
    for (const format of ['html', 'bib', 'ris'] as const)
      expect((await vouch('export', id, '--format', format)).out).toBe(
        await text(`/api/briefs/${id}/export.${format}`),
      )
    const outside = await text(`/api/briefs/${id}/export.md?audience=outside&citations=pandoc`)
    expect((await vouch('export', id, '--audience', 'outside', '--citations', 'pandoc')).out).toBe(outside)
    await stop()
    expect((await vouch('export', id)).out).toBe(fromServer)
  })

  it('says what is not there', async () => {
    expect(await vouch('export', 'nothing')).toMatchObject({
      status: 1,
      out: '',
      err: /* no folder */ expect.stringMatching(/^There is no Vouch data in /),
    })
    await start()
    expect((await vouch('export', 'nothing')).err).toMatch(/^There is no such brief/)
    const { status, err } = await vouch('export', 'nothing', '--json')
    expect(status).toBe(1)
    expect(JSON.parse(err)).toMatchObject({ type: 'urn:vouch:refusal:no-such-brief', status: 404 })
  })
})

describe.each(['with a server running', 'without a server'])('Commands that write, %s', (how) => {
  const runs = how === 'with a server running'
  beforeEach(async () => {
    await start()
    if (!runs) await stop()
  })

  it('import a brief, add a source to it, and check it', async () => {
    const markdown = await file('exports.md', '# Key judgments\n\nExports fell by a third.\n')
    const imported = JSON.parse((await vouch('--json', 'import', markdown)).out)
    expect(imported).toEqual({ id: expect.any(String), report: [] })
    const article = await file('port.txt', 'Exports fell by a third, two officials said.')
    const added = await vouch('source', 'add', article, '--brief', imported.id)
    expect(added).toMatchObject({ status: 0, out: expect.stringMatching(/^Added as \w+ \(\w+\)\n$/) })
    expect(await vouch('check', imported.id)).toEqual({ status: 0, out: 'Nothing found.\n', err: '' })
    expect((await vouch('export', imported.id)).out).toContain('Exports fell by a third.')
    if (runs) expect(await server!.get(`/api/briefs/${imported.id}/sources`)).toHaveLength(1)
  })

  it('add people, and make ways in for them and for programs', async () => {
    expect((await vouch('user', 'add', 'Dora')).out).toMatch(/^Added Dora \(\w+\)\n$/)
    const link = (await vouch('user', 'link', 'Dora')).out.trim()
    expect(link).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/sign-in#key=[\w-]{43}$/)
    const token = (await vouch('token', 'create', '--name', 'script')).out.trim()
    if (!runs) await start()
    expect(await server!.anonymous.post('/api/sign-in', { key: link.split('=')[1] })).toMatchObject({
      name: 'Dora',
    })
    const program = clientOf(server!.url, { authorization: `Bearer ${token}` })
    expect(await program.get('/api/session')).toMatchObject({ name: 'Owner', owner: true })
  })

  it('list tokens and take them back, by name or id', async () => {
    const [token, other] = [
      (await vouch('token', 'create', '--name', 'script')).out.trim(),
      (await vouch('token', 'create', '--name', 'backup')).out.trim(),
    ]
    const listed = JSON.parse((await vouch('--json', 'token', 'list')).out) as { id: string; name: string }[]
    expect(listed.map(({ name }) => name)).toEqual(['VOUCH_OWNER_TOKEN', 'script', 'backup'])
    const { id } = listed.at(-1)!
    expect((await vouch('token', 'list')).out).toMatch(
      new RegExp(`^${id}  \\d{4}-\\d\\d-\\d\\d  Owner  backup$`, 'm'),
    )
    expect((await vouch('token', 'revoke', 'script')).out).toMatch(/^Revoked script \(\w+\)\n$/)
    expect((await vouch('token', 'revoke', id)).status).toBe(0)
    expect(await vouch('token', 'revoke', 'script')).toMatchObject({
      status: 1,
      err: 'There is no token script. Nothing was changed; "npx vouch token list" shows them all.\n',
    })
    if (!runs) await start()
    for (const each of [token, other])
      expectRefusal(
        await clientOf(server!.url, { authorization: `Bearer ${each}` }).ask('GET', '/api/session'),
        'not-signed-in',
      )
  })

  it('refuse in one sentence and with status 1', async () => {
    const empty = await file('empty.txt', '')
    const [{ id }] = JSON.parse(JSON.stringify(runs ? await server!.get('/api/briefs') : [{ id: 'nothing' }]))
    const cases: [string[], RegExp][] = [
      [['source', 'add', empty, '--brief', 'nothing'], /^There is no such brief/],
      [
        ['source', 'add', path.join(dir, 'none'), '--brief', id],
        /none cannot be read \(ENOENT\)\. Nothing was changed\.$/,
      ],
      [['import', empty], /^There is no text in it\. Nothing was imported/],
      [['user', 'link', 'Nobody'], /^There is no Nobody in this workspace\./],
    ]
    for (const [argv, sentence] of cases) {
      const { status, out, err } = await vouch(...argv)
      expect([status, out]).toEqual([1, ''])
      expect(err.trim()).toMatch(sentence)
      expect(err.trim()).not.toContain('\n')
    }
  })

  it('ask for an id where a name is not enough', async () => {
    await vouch('user', 'add', 'Dora')
    const { id } = JSON.parse((await vouch('--json', 'user', 'add', 'Dora')).out)
    expect((await vouch('user', 'link', 'Dora')).err).toContain(
      `There are 2 people called Dora. Give an id: `,
    )
    expect((await vouch('user', 'link', id)).status).toBe(0)
  })
})

describe('A command in an empty workspace', () => {
  it('asks for a person first, and the first one owns it and has the example', async () => {
    expect((await vouch('token', 'create', '--name', 'x')).err).toMatch(
      /^There is nobody in this workspace yet\./,
    )
    expect((await vouch('user', 'add', 'Ana')).status).toBe(0)
    const token = (await vouch('token', 'create', '--name', 'x')).out.trim()
    server = await startTestServer({ dir: process.env.DATA_DIR!, ownerToken: null })
    const ana = clientOf(server.url, { authorization: `Bearer ${token}` })
    expect(await ana.get('/api/session')).toMatchObject({ name: 'Ana', owner: true })
    expect(await ana.get('/api/briefs')).toMatchObject([{ example: true }])
  })
})

describe('A wrong call', () => {
  it('is answered with what is wrong and status 2', async () => {
    expect(await vouch('unknown')).toMatchObject({
      status: 2,
      err: expect.stringContaining("unknown command 'unknown'"),
    })
    expect(await vouch('export')).toMatchObject({
      status: 2,
      err: expect.stringContaining('missing required argument'),
    })
    expect(await vouch('export', 'x', '--format', 'rtf')).toMatchObject({
      status: 2,
      err: expect.stringContaining('md'),
    })
  })

  it('is helped by --help', async () => {
    const { status, out } = await vouch('--help')
    expect(status).toBe(0)
    for (const command of ['serve', 'export', 'import', 'check', 'source', 'token', 'user'])
      expect(out).toContain(command)
  })
})
