import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readBrief, type ReadBrief } from '../../shared/brief/read.ts'
import { wordsOf } from '../../shared/brief/excerpt.ts'
import { broughtBack } from '../../shared/word/differences.ts'
import { readWord } from '../../server/ingest/word-document.ts'
import { exportAs } from '../../server/brief/export.ts'
import { zipOf } from '../../server/brief/zip.ts'
import { readHouse } from '../../server/ingest/house-template.ts'
import { wordFile } from '../../server/paper/word-file.ts'
import { longBrief } from '../support/long-brief.ts'
import { startTestServer, type TestServer } from '../support/server.ts'

const folder = mkdtempSync(join(tmpdir(), 'vouch-paper-'))
let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(async () => {
  await server.close()
  rmSync(folder, { recursive: true })
})

const run = (program: string, debianPackage: string, args: string[]): string => {
  const { stdout, stderr, status, error } = spawnSync(program, args, { encoding: 'utf8', maxBuffer: 1 << 28 })
  if (error) throw new Error(`${program} is missing. On Debian: apt install ${debianPackage}`)
  if (status !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${status}: ${stderr}`)
  return stdout
}

/** As LibreOffice saves it again after it opened it. */
const throughLibreOffice = (file: string, kind: 'docx' | 'pdf'): string => {
  const out = mkdtempSync(join(folder, 'office-'))
  run('soffice', 'libreoffice-writer', [
    `-env:UserInstallation=file://${join(folder, 'profile')}`,
    '--headless',
    '--convert-to',
    kind,
    '--outdir',
    out,
    file,
  ])
  const made = join(
    out,
    `${file
      .split('/')
      .at(-1)!
      .replace(/\.\w+$/, '')}.${kind}`,
  )
  expect(existsSync(made)).toBe(true)
  return made
}

type Json = { t?: string; c?: unknown }
const seen = (docx: string) => {
  const found = { notes: [] as string[], links: new Set<string>(), words: '' }
  const textOf = (value: unknown): string => {
    if (Array.isArray(value)) return value.map(textOf).join('')
    if (typeof value !== 'object' || value === null) return ''
    const { t, c } = value as Json
    if (t === 'Str') return String(c)
    if (t === 'Space' || t === 'SoftBreak' || t === 'LineBreak') return ' '
    if (t === 'Note') {
      found.notes.push(textOf(c))
      return ''
    }
    if (t === 'Link') found.links.add((c as [unknown, unknown, [string]])[2][0])
    return Object.values(value).map(textOf).join('')
  }
  const { blocks } = JSON.parse(run('pandoc', 'pandoc', ['-f', 'docx', '-t', 'json', docx])) as {
    blocks: unknown
  }
  found.words = textOf(blocks)
  return found
}

const plain = (text: string) => text.replace(/[“”"'‘’\s\u00a0]+/g, '')

/** The id of each citation that a Zotero field of the file carries, in order. */
const fieldIds = (docx: string): string[] => {
  const xml = run('unzip', 'unzip', ['-p', docx, 'word/footnotes.xml'])
  // LibreOffice cuts long instructions into pieces.
  const codes = [...xml.matchAll(/<w:instrText[^>]*>([^<]*)<\/w:instrText>/g)]
    .map(([, code]) => code)
    .join('')
  return [...codes.replaceAll('&quot;', '"').matchAll(/"citationID":"([^"]+)"/g)].map(([, id]) => id!)
}

const briefs: [string, () => Promise<ReadBrief>][] = [
  [
    'the example',
    async () => {
      const [{ id }] = await server.get('/api/briefs')
      const doc = await server.services.rooms.read(id)
      return readBrief(doc)
    },
  ],
  ['a brief with 300 citations', async () => readBrief(longBrief({ words: 10_000, citations: 300 }))],
]

describe.each(briefs)('Other programs read %s', (name, load) => {
  let brief: ReadBrief
  let docx: string
  let pdf: string
  beforeAll(async () => {
    brief = await load()
    for (const format of ['docx', 'pdf'] as const) {
      const file = join(folder, `${name.replace(/\W+/g, '-')}.${format}`)
      const asked = { briefId: 'none', brief, format, options: {} }
      writeFileSync(file, await exportAs({ db: server.services.db }, asked))
      if (format === 'docx') docx = file
      else pdf = file
    }
  })
  const quoted = () =>
    brief.order.placed.flatMap((id) =>
      brief.citations
        .get(id)!
        .cites.flatMap(({ excerpt }) => (excerpt ? [wordsOf(brief.excerpts.get(excerpt)!)] : [])),
    )

  it('as Word: pandoc finds every note with its quoted words, and every address', () => {
    const { notes, links } = seen(docx)
    expect(notes).toHaveLength(brief.order.notes.length)
    const all = plain(notes.join(' '))
    for (const words of quoted()) expect(all).toContain(plain(words))
    const addresses = brief.order.sources.flatMap((id) => brief.sources.get(id)!.item.URL ?? [])
    for (const address of addresses) expect(links).toContain(address)
  })

  it('as Word: LibreOffice saves it again with the same text and notes, and the field of each citation', () => {
    const again = throughLibreOffice(docx, 'docx')
    const [before, after] = [seen(docx), seen(again)]
    expect(after.notes.map(plain)).toEqual(before.notes.map(plain))
    expect(plain(after.words)).toBe(plain(before.words))
    const ids = brief.order.notes.flatMap(({ is, id }) => (is === 'citation' ? [id] : []))
    expect(fieldIds(docx)).toEqual(ids)
    expect(fieldIds(again)).toEqual(ids)
  })

  // Numbers by source, author and year in the line, notes, numbers in the line.
  it.each(['numeric', 'apa', 'chicago-notes', 'ieee'])(
    'as Word in the style %s: what LibreOffice saved again without a change says nothing otherwise than the brief',
    async (style) => {
      const inStyle = { ...brief, about: { ...brief.about, style } }
      const file = join(folder, `${name.replace(/\W+/g, '-')}-${style}.docx`)
      const asked = { briefId: 'none', brief: inStyle, format: 'docx', options: {} } as const
      writeFileSync(file, await exportAs({ db: server.services.db }, asked))
      const { document } = await readWord(readFileSync(throughLibreOffice(file, 'docx')))
      expect(broughtBack(inStyle, document)).toEqual({ isFrom: true, differences: [], remarks: [] })
    },
  )

  it('as PDF: every note stands on a page, fonts are in the file, and it is tagged', () => {
    const text = plain(run('pdftotext', 'poppler-utils', ['-raw', pdf, '-'])).replace(/-/g, '')
    for (const words of new Set(quoted().map((each) => plain(each).replace(/-/g, '').slice(0, 30))))
      expect(text).toContain(words)
    expect(run('pdfinfo', 'poppler-utils', [pdf])).toMatch(/Tagged:\s+yes/)
    const fonts = run('pdffonts', 'poppler-utils', [pdf]).split('\n').slice(2).filter(Boolean)
    expect(fonts.length).toBeGreaterThan(0)
    for (const font of fonts) expect(font).toMatch(/\s(yes|no)\s+(yes|no)\s+(yes|no)\s+\d+\s+\d+/)
    for (const font of fonts)
      expect(/\s(yes|no)\s+(yes|no)\s+(yes|no)\s+\d+\s+\d+/.exec(font)![1]).toBe('yes')
  })
})

it('LibreOffice shows a Word file in the fonts and on the page of the house’s template', async () => {
  const [{ id }] = await server.get('/api/briefs')
  const brief = readBrief(await server.services.rooms.read(id))
  const plainFile = wordFile(brief)
  // A Word file of ours with other looks is a template as good as any.
  const template = await zipOf(
    plainFile.map(({ name, bytes }) => ({
      name,
      bytes: Buffer.from(
        bytes
          .toString('utf8')
          .replaceAll('Cambria', 'Liberation Mono')
          .replace('<w:pgSz w:w="11906" w:h="16838"/>', '<w:pgSz w:w="12240" w:h="15840"/>'),
      ),
    })),
  )
  const docx = join(folder, 'in-house.docx')
  const house = await readHouse(new Uint8Array(template))
  writeFileSync(docx, await zipOf(wordFile(brief, {}, new Map(), null, house)))
  const made = throughLibreOffice(docx, 'pdf')
  expect(run('pdffonts', 'poppler-utils', [made])).toContain('LiberationMono')
  expect(run('pdfinfo', 'poppler-utils', [made])).toMatch(/Page size:\s+612 x 792/)
})
