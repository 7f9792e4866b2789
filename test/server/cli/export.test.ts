import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { changeAbout, readAbout } from '../../../shared/brief/about.ts'
import { changeSource, readSources } from '../../../shared/brief/source.ts'
import { type BodyNode, makeElement } from '../../../shared/brief/body.ts'
import { roots } from '../../../shared/brief/document.ts'
import { EVERY_FORMAT_NAME } from '../../../shared/export/formats.ts'
import { toCslJson } from '../../../shared/export/csl-json.ts'
import { toMarkdown } from '../../../shared/markdown/write.ts'
import { run } from '../../../server/cli/cli.ts'
import { openArchive } from '../../../server/ingest/zip-archive.ts'
import { expectRefusal } from '../../support/refusal.ts'
import { startTestServer, type TestServer } from '../../support/server.ts'
import { cited, smallBrief, smallContents } from '../../support/small-brief.ts'
import { tinyPng } from '../../support/tiny-png.ts'
import { type Part, tinyZip } from '../../support/tiny-zip.ts'

let dir: string
let server: TestServer
let id: string
const before = process.env.DATA_DIR
beforeAll(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'vouch-export-'))
  process.env.DATA_DIR = path.join(dir, 'data')
  server = await startTestServer({ dir: process.env.DATA_DIR })
  id = (await server.get('/api/briefs'))[0].id
})
afterAll(async () => {
  await server.close()
  if (before === undefined) delete process.env.DATA_DIR
  else process.env.DATA_DIR = before
  await rm(dir, { recursive: true, force: true })
})

const vouch = async (...argv: string[]) => {
  const out: Buffer[] = []
  let err = ''
  const status = await run(argv, {
    stdout: {
      write(piece: string | Uint8Array, done: () => void) {
        out.push(Buffer.from(piece as string))
        done()
      },
    },
    stderr: {
      write(piece: string | Uint8Array, done: () => void) {
        err += String(piece)
        done()
      },
    },
  })
  return { status, bytes: Buffer.concat(out), out: Buffer.concat(out).toString(), err }
}
const bytesOf = async (address: string) => {
  const response = await fetch(server.url + address, { headers: server.headers })
  expect(response.status).toBe(200)
  return Buffer.from(await response.arrayBuffer())
}
const byAddress = (ending: string, query = '') => bytesOf(`/api/briefs/${id}/export.${ending}${query}`)
const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const place = async (name: string, bytes: Uint8Array) => {
  const file = path.join(dir, name)
  await writeFile(file, bytes)
  return file
}
const partsOf = async (file: string): Promise<Part[]> => {
  const zip = await openArchive(file)
  try {
    const parts: Part[] = []
    for (const name of zip.names) parts.push({ name, content: (await zip.read(name, 1e9))! })
    return parts
  } finally {
    zip.close()
  }
}

describe('A brief', () => {
  it.each(EVERY_FORMAT_NAME)('is the same %s by address and by command line, each time', async (format) => {
    const once = await byAddress(format)
    expect(hash((await vouch('export', id, '--format', format)).bytes)).toBe(hash(once))
    expect(hash(await byAddress(format))).toBe(hash(once))
  })

  it('is a folder for Git, and figures that it has no more are taken away', async () => {
    const to = path.join(dir, 'for', 'git')
    await vouch('export', id, '--to', to)
    await writeFile(path.join(to, 'notes.txt'), 'mine')
    const { status, out } = await vouch('export', id, '--to', to)
    expect([status, out]).toEqual([0, `Written to ${to}/brief.md, ${to}/brief.csl.json\n`])
    expect(await readFile(path.join(to, 'brief.md'), 'utf8')).toBe((await vouch('export', id)).out)
    expect((await readdir(to)).sort()).toEqual(['brief.csl.json', 'brief.md', 'notes.txt'])
  })

  it('changes by a handful of lines where one citation is added', async () => {
    const { body, citations, ...rest } = smallContents()
    const more = new Map(citations).set('z9z9', { ...citations.get('k7f2')!, id: 'z9z9' })
    const first = body.content![1]!
    const changed: BodyNode = {
      ...body,
      content: [
        body.content![0]!,
        { ...first, content: [...first.content!, cited('z9z9')] },
        ...body.content!.slice(2),
      ],
    }
    const briefs = [smallBrief(), smallBrief({ ...rest, body: changed, citations: more })]
    const files = await Promise.all(
      briefs.map((brief, n) => place(`${n}.txt`, Buffer.from(toMarkdown(brief) + toCslJson(brief)))),
    )
    expect(await changedLines(files[0]!, files[1]!)).toBeLessThanOrEqual(6)
  })
})

/** Added and removed, by Git where it is there. */
const changedLines = async (a: string, b: string): Promise<number> => {
  const git = spawnSync('git', ['diff', '--no-index', '--numstat', a, b], { encoding: 'utf8' })
  if (git.status === 1)
    return git.stdout
      .split('\t')
      .slice(0, 2)
      .reduce((sum, n) => sum + Number(n), 0)
  const [one, other] = await Promise.all(
    [a, b].map(async (file) => (await readFile(file, 'utf8')).split('\n')),
  )
  return (
    one!.filter((line) => !other!.includes(line)).length +
    other!.filter((line) => !one!.includes(line)).length
  )
}

describe('An archive', () => {
  it('holds the brief, its works, its excerpts and the text of its saved copies, and verifies', async () => {
    const file = await place('brief.zip', await byAddress('zip'))
    const names = (await partsOf(file)).map(({ name }) => name)
    expect(names.filter((name) => !name.startsWith('captures/'))).toEqual([
      'brief.bib',
      'brief.csl.json',
      'brief.html',
      'brief.md',
      'excerpts.json',
      'manifest.sha256',
    ])
    expect(names.filter((name) => /^captures\/[0-9a-f]{64}\.txt$/.test(name)).length).toBeGreaterThan(1)
    const { status, out } = await vouch('verify', file)
    expect(out).toMatch(
      /^\d+ files are as the archive was made\.\n(\d+) passages stand word for word in the saved copies\.\n/,
    )
    expect(status).toBe(0)
  })

  it('comes back as a brief that makes the same archive, with its pictures', async () => {
    const pictured = (await server.post('/api/briefs', { title: 'Pictured', copyOf: id })).id
    const form = new Blob([new Uint8Array(tinyPng(40, 20))])
    const { sha256 } = (await server.upload(`/api/briefs/${pictured}/pictures`, form, 'chart.png')).body
    const picture = { type: 'picture', attrs: { sha256, alt: 'Exports by year', width: 40, height: 20 } }
    const figure = { type: 'figure', content: [picture, { type: 'caption' }] }
    await server.services.rooms.transact(pictured, (doc) => roots(doc).body.insert(0, [makeElement(figure)]))
    const address = `/api/briefs/${pictured}`
    const zip = await bytesOf(`${address}/export.zip`)
    const file = await place('pictured.zip', zip)
    expect((await partsOf(file)).map(({ name }) => name)).toContain(`figures/${sha256}.png`)
    const made = JSON.parse((await vouch('--json', 'import', file)).out)
    expect(made.report).toEqual([])
    expect(hash(await bytesOf(`/api/briefs/${made.id}/export.zip`))).toBe(hash(zip))

    const to = path.join(dir, 'pictured')
    await vouch('export', pictured, '--to', to)
    expect(await readFile(path.join(to, 'figures', `${sha256}.png`))).toEqual(
      await bytesOf(`/api/captures/${sha256}/bytes`),
    )
    const { url } = await server.post(`${address}/publications`, {})
    expect(await (await fetch(url)).text()).toContain(
      `<img src="?figure=${sha256}" alt="Exports by year" width="40" height="20">`,
    )
    expect((await fetch(`${url}?figure=${sha256}`)).headers.get('content-type')).toBe('image/png')
    expect((await fetch(`${url}?figure=${'0'.repeat(64)}`)).status).toBe(404)
  })

  it('has the brief’s own citation style as a file, and brings it back', async () => {
    const styled = (await server.post('/api/briefs', { title: 'Styled', copyOf: id })).id
    const ownStyle = await readFile('shared/cite/csl/ieee.csl', 'utf8')
    const choose = (csl: string) =>
      server.services.rooms.transact(styled, (doc) => changeAbout(doc, { style: 'own', ownStyle: csl }))
    await choose(ownStyle)
    const zip = await bytesOf(`/api/briefs/${styled}/export.zip`)
    const file = await place('styled.zip', zip)
    const parts = await partsOf(file)
    expect(String(parts.find(({ name }) => name === 'style.csl')?.content)).toBe(ownStyle)
    const made = JSON.parse((await vouch('--json', 'import', file)).out)
    expect(made.report).toEqual([])
    expect(hash(await bytesOf(`/api/briefs/${made.id}/export.zip`))).toBe(hash(zip))

    const importing = async (of: Part[]) => {
      const archive = new Blob([new Uint8Array(tinyZip(of))])
      const { body } = await server.upload('/api/briefs/import', archive, 'a.zip')
      const { style } = readAbout(await server.services.rooms.read(body.id))
      return { style, report: body.report }
    }
    const plain = { name: 'brief.md', content: 'Exports fell.' }
    expect(await importing([plain, { name: 'style.csl', content: ownStyle }])).toEqual({
      style: 'own',
      report: [],
    })
    const long = Array.from({ length: 300_000 }, (_, n) => n).join()
    for (const content of ['Dear colleague', Buffer.from([0, 255, 254, 7]), long])
      expect(await importing([plain, { name: 'style.csl', content }])).toEqual({
        style: 'numeric',
        report: [
          expect.stringMatching(/^The citation style that came along is not used;.* house style\. \S/),
        ],
      })

    await choose(ownStyle.slice(0, 9000))
    const broken = String(await bytesOf(`/api/briefs/${styled}/export.md`))
    const { report } = await server.post('/api/briefs/import', { markdown: broken })
    expect(report).toEqual([
      expect.stringMatching(/not used;.* This file is not a CSL style: it cannot be read\.$/),
    ])
  })

  it('without a brief, or with another picture under the name of one, is told', async () => {
    const parts = await partsOf(path.join(dir, 'pictured.zip'))
    const upload = (of: Part[]) =>
      server.upload('/api/briefs/import', new Blob([new Uint8Array(tinyZip(of))]), 'a.zip')
    expectRefusal(
      await upload([{ name: 'notes.md', content: 'x' }]),
      'not-markdown',
      /no brief\.md in this archive/,
    )
    expectRefusal(await upload([{ name: '../brief.md', content: 'x' }]), 'unreadable')
    const other = parts.map((part) =>
      part.name.startsWith('figures/') ? { ...part, content: tinyPng(9, 9) } : part,
    )
    expect((await upload(other)).body.report).toEqual([
      expect.stringMatching(/^The picture figures\/\w+\.png was changed/),
    ])
  })

  it('for outside holds no saved copies, and says that nothing was held against them', async () => {
    const file = await place('outside.zip', await byAddress('zip', '?audience=outside'))
    const parts = await partsOf(file)
    expect(parts.some(({ name }) => name.startsWith('captures/'))).toBe(false)
    expect(String(parts.find(({ name }) => name === 'excerpts.json')!.content)).not.toMatch(
      /"prefix"|captures\//,
    )
    const { status, out } = await vouch('verify', file)
    expect([status, out]).toEqual([0, expect.stringContaining('could be held against nothing')])
  })

  it('is found out when somebody changed it, however carefully', async () => {
    const parts = await partsOf(await place('whole.zip', await byAddress('zip')))
    const excerpts = JSON.parse(String(parts.find(({ name }) => name === 'excerpts.json')!.content))
    const held = excerpts.items.find((each: { target: { source: string } }) =>
      each.target.source.startsWith('captures/'),
    )
    const exact: string = held.target.selector[1].exact
    const other = exact.replace(/^./, (letter) => (letter === 'X' ? 'Y' : 'X'))
    const changed = parts.map((part) =>
      part.name === held.target.source
        ? { ...part, content: String(part.content).replaceAll(exact, other) }
        : part,
    )
    const listed = (of: Part[]) => [
      ...of.filter(({ name }) => name !== 'manifest.sha256'),
      {
        name: 'manifest.sha256',
        content: of
          .filter(({ name }) => name !== 'manifest.sha256')
          .map(({ name, content }) => `${hash(Buffer.from(content))}  ${name}\n`)
          .join(''),
      },
    ]
    const cases: [Part[], RegExp][] = [
      [changed, /captures\/\w+\.txt was changed after the archive was made\./],
      [listed(changed), /does not stand at its place in captures\//],
      [[...parts, { name: 'more.txt', content: 'x' }], /more\.txt is not listed; somebody added it\./],
      [parts.filter(({ name }) => name !== 'brief.bib'), /brief\.bib is listed and is not there\./],
    ]
    for (const [made, sentence] of cases) {
      const { status, out } = await vouch('verify', await place('changed.zip', tinyZip(made)))
      expect(out).toMatch(sentence)
      expect(status).toBe(1)
    }
  })

  it('is refused when it was made to do harm, or is none', async () => {
    const manifest = { name: 'manifest.sha256', content: '' }
    const bomb = { name: 'big.txt', content: Buffer.alloc(64 * 1024 * 1024) }
    const cases: [Uint8Array, RegExp][] = [
      [tinyZip([manifest, bomb]), /^This archive unpacks to far more than it should\./],
      [tinyZip([manifest, { name: '../out.txt', content: 'x' }]), /named as if it lay outside/],
      [
        tinyZip([manifest, { name: 'brief.md', content: 'a' }, { name: 'brief.md', content: 'b' }]),
        /two files called brief\.md/,
      ],
      [tinyZip([{ name: 'brief.md', content: 'a' }]), /no manifest\.sha256; it is no export of a brief/],
      [Buffer.from('no archive'), /^This is no archive that can be read/],
    ]
    for (const [bytes, sentence] of cases) {
      const { status, out, err } = await vouch('verify', await place('bad.zip', bytes))
      expect(err.trim()).toMatch(sentence)
      expect([status, out]).toEqual([1, ''])
    }
    expect(await vouch('verify', path.join(dir, 'none.zip'))).toMatchObject({
      status: 1,
      err: expect.stringContaining('there is no such file'),
    })
  })
})

describe('A brief with a source that is marked more strictly', () => {
  let marked: string
  const edit = (handling: string | null) =>
    server.services.rooms.transact(marked, (doc) => {
      for (const source of readSources(doc).keys()) changeSource(doc, source, { handling })
    })
  beforeAll(async () => {
    marked = (await server.post('/api/briefs', { title: 'Marked', copyOf: id })).id
    await edit('TLP:AMBER')
  })

  it('goes outside only with a reason, which is recorded: who, when, why, as what', async () => {
    const address = `/api/briefs/${marked}/export.html`
    expectRefusal(
      await server.ask('GET', address),
      'reason-needed',
      /is marked TLP:AMBER, and the brief is not marked\./,
    )
    expect((await server.ask('GET', `${address}?audience=inside`)).status).toBe(200)
    expect((await server.ask('GET', `/api/briefs/${marked}/export.md`)).status).toBe(200)
    expectRefusal(await server.ask('GET', `${address}?reason=%20`), 'invalid')
    expect(await server.get(`/api/briefs/${marked}/export-reasons`)).toEqual([])
    expect((await server.ask('GET', `${address}?reason=The+minister+asked`)).status).toBe(200)
    const ben = await server.invite(marked, 'viewer')
    await ben.post(`/api/briefs/${marked}/export-reasons`, { format: 'bib', reason: 'For the annex' })
    expectRefusal(await ben.ask('GET', `/api/briefs/${marked}/export-reasons`), 'not-allowed')
    expect(await server.get(`/api/briefs/${marked}/export-reasons`)).toMatchObject([
      { by: 'Ben', format: 'bib', why: 'For the annex' },
      {
        by: 'Owner',
        at: expect.stringMatching(/^\d{4}-/),
        format: 'html',
        why: 'The minister asked',
        against: expect.arrayContaining([expect.stringMatching(/is marked TLP:AMBER/)]),
      },
    ])
  })

  it('asks the command line for it, too', async () => {
    const { status, out, err } = await vouch('export', marked, '--format', 'bib')
    expect([status, out]).toEqual([1, ''])
    expect(err).toMatch(/Nothing was exported; give a reason/)
    expect((await vouch('export', marked, '--format', 'bib', '--reason', 'Cleared by phone')).status).toBe(0)
    expect((await server.get(`/api/briefs/${marked}/export-reasons`))[0]).toMatchObject({
      format: 'bib',
      why: 'Cleared by phone',
    })
  })

  it('asks for none where its own mark is as strict', async () => {
    await server.services.rooms.transact(marked, (doc) => changeAbout(doc, { handling: 'TLP:RED' }))
    expect((await vouch('export', marked, '--format', 'bib')).status).toBe(0)
  })
})
