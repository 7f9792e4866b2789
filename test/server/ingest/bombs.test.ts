/** Files that were made to fill a memory, to take for ever, or to be more than they say; and files that were cut. */
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { deflateSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BOUNDS, openReadingRoom, type ReadingRoom } from '../../../server/ingest/reading-room.ts'
import { Refusal, type RefusalCode } from '../../../shared/wire/refusal.ts'
import { expectRefusal } from '../../support/refusal.ts'
import { startTestServer, type TestServer } from '../../support/server.ts'
import { tinyPdf } from '../../support/tiny-pdf.ts'
import { tinyDocx, tinyZip, wordParagraph } from '../../support/tiny-zip.ts'

const LONG = process.env.VOUCH_LONG === '1'
const MEGABYTE = 1024 * 1024

let folder: string
let room: ReadingRoom
let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
  folder = await mkdtemp(path.join(tmpdir(), 'vouch-bombs-'))
  room = openReadingRoom(folder)
})
afterAll(async () => {
  await room.close()
  await server.close()
  await rm(folder, { recursive: true })
})

const bring = (content: Uint8Array | string, filename: string, signal?: AbortSignal, where = room) =>
  where
    .read(
      {
        content: typeof content === 'string' ? new TextEncoder().encode(content) : content,
        filename,
        mediaType: null,
        range: null,
      },
      { signal },
    )
    .then(
      () => 'read',
      (error: unknown) => {
        if (error instanceof Refusal) return error.code
        throw error
      },
    )

const page = (body: string) => `<html><body>${body}</body></html>`
const OPERATOR = 'BT /F 11 Tf 72 700 Td (a) Tj ET\n'
/** An operator that does something, so often that nobody waits for the end of it. */
const operators = (times: number) =>
  deflateSync(Buffer.alloc(times * OPERATOR.length, OPERATOR), { level: 1 })
const SLOW = operators(300_000)

type Bomb = [what: string, bytes: () => Uint8Array | string, name: string, codes: RefusalCode[], says: RegExp]

const bombs: Bomb[] = [
  [
    'a zip that unpacks to far more',
    () => tinyDocx(wordParagraph('a'.repeat(4 * MEGABYTE))),
    'a.docx',
    ['too-large'],
    /unpacks to far more/,
  ],
  [
    'a zip whose part is larger than it says',
    () => tinyZip([{ name: 'word/document.xml', content: 'a'.repeat(MEGABYTE), claims: 100 }]),
    'a.docx',
    ['unreadable'],
    /damaged/,
  ],
  [
    'a zip of thousands of parts',
    () =>
      tinyDocx(wordParagraph('a'), {
        more: Array.from({ length: 2100 }, (_, i) => ({ name: `p${i}`, content: '' })),
      }),
    'a.docx',
    ['too-large'],
    /unpacks to far more/,
  ],
  [
    'a document that declares entities of entities',
    () =>
      tinyDocx(wordParagraph('&c;'), {
        before: '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;"><!ENTITY c "&b;&b;&b;">]>',
      }),
    'a.docx',
    ['unreadable'],
    /damaged/,
  ],
  ['a page nested too deep', () => page('<div>'.repeat(300) + 'hello'), 'a.html', ['too-large'], /nested/],
  ['a page of too many elements', () => page('<p>'.repeat(110_000)), 'a.html', ['too-large'], /elements/],
  ['a huge page', () => page(`<p>${'hello '.repeat(2_000_000)}`), 'a.html', ['too-large'], /10 MB/],
  [
    'a PDF of more pages than are read at once',
    () => tinyPdf(Array.from({ length: 501 }, () => [])),
    'a.pdf',
    ['range-needed'],
    /has 501 pages/,
  ],
]

const heavy: Bomb[] = [
  // Nothing but blanks, packed to a thousandth.
  [
    'a PDF whose page unpacks to four hundred megabytes',
    () => tinyPdf([deflateSync(Buffer.alloc(400 * MEGABYTE, ' '), { level: 1 })]),
    'a.pdf',
    ['needs-much', 'takes-long'],
    /more memory|longer/,
  ],
  [
    'a PDF of twenty million operators',
    () => tinyPdf([operators(20_000_000)]),
    'a.pdf',
    ['needs-much', 'takes-long'],
    /more memory|longer/,
  ],
  [
    'a document of a million paragraphs',
    () => tinyDocx(Array.from({ length: 1_000_000 }, (_, i) => wordParagraph(`p${i}`)).join('')),
    'a.docx',
    ['too-large', 'needs-much', 'takes-long'],
    /paragraphs|more memory|longer/,
  ],
]

/** What the store and the folder for files on their way have of a brief's sources. */
const stored = async (sources: string) => {
  const { db } = server.services
  const rows = async (table: 'captures' | 'capture_pieces' | 'brief_captures' | 'searched_captures') =>
    (await db.selectFrom(table).selectAll().execute()).length
  return {
    sources: await server.get(sources),
    captures: await rows('captures'),
    pieces: await rows('capture_pieces'),
    grants: await rows('brief_captures'),
    searched: await rows('searched_captures'),
    files: await readdir(path.join(server.dir, 'incoming')),
  }
}

describe('A file that was made to do harm', () => {
  it.each(LONG ? [...bombs, ...heavy] : bombs)(
    'is refused in a sentence, and nothing of it is stored: %s',
    async (_, bytes, name, codes, says) => {
      const sources = `/api/briefs/${(await server.newBrief()).id}/sources`
      const before = await stored(sources)
      const answer = await server.upload(sources, new Blob([bytes() as Uint8Array<ArrayBuffer>]), name)
      const code = String(answer.body.type).split(':').at(-1) as RefusalCode
      expect(codes).toContain(code)
      expectRefusal(answer, code, says)
      expect(answer.body.detail).toMatch(/Nothing was added; .+\.$/)
      expect(await stored(sources)).toEqual(before)
    },
    120_000,
  )

  it('is read for the pages that it has, whatever number it claims', async () => {
    expect(await bring(tinyPdf([[{ text: 'a', y: 700 }]], { claims: 1_000_000 }), 'a.pdf')).toBe('read')
  })

  it('is stopped when it takes longer than it may, and others are read after it', async () => {
    const hurried = openReadingRoom(folder, { bounds: { ...BOUNDS, processes: 1, seconds: 0.2 } })
    const slow = bring(tinyPdf([SLOW]), 'slow.pdf', undefined, hurried)
    const next = bring(page('<p>Exports fell.</p>'), 'page.html', undefined, hurried)
    expect(['takes-long', 'needs-much']).toContain(await slow)
    expect(['read', 'takes-long']).toContain(await next)
    await hurried.close()
    expect(await readdir(folder)).toEqual([])
  })

  it('is let go when the person stops it, waiting or being read', async () => {
    const stop = new AbortController()
    const slow = Array.from({ length: 4 }, () => bring(tinyPdf([SLOW]), 'slow.pdf', stop.signal))
    const all = Promise.allSettled(slow)
    setTimeout(() => stop.abort(new Error('stopped')), 100)
    for (const each of await all)
      expect(each).toMatchObject({ status: 'rejected', reason: { message: 'stopped' } })
    expect(await bring(page('<p>Exports fell.</p>'), 'page.html')).toBe('read')
    expect(await readdir(folder)).toEqual([])
  })
})

describe('A file that was cut', () => {
  const whole: [kind: string, bytes: Buffer, name: string, codes: string[]][] = [
    ['PDF', tinyPdf([[{ text: 'Exports fell.', y: 700 }]]), 'a.pdf', ['unreadable', 'read']],
    ['Word', tinyDocx(wordParagraph('Exports fell.')), 'a.docx', ['unreadable', 'unknown-kind']],
    [
      'MHTML',
      Buffer.from(
        'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n--x\r\nContent-Type: text/html\r\n\r\n<p>Exports fell.</p>\r\n--x--',
      ),
      'a.mhtml',
      ['read', 'empty-text'],
    ],
    ['HTML', Buffer.from(page('<p>Exports fell.</p>')), 'a.html', ['read', 'empty-text']],
  ]
  it.each(whole)('is read as far as it goes, or refused in a sentence: %s', async (_, bytes, name, codes) => {
    expect(await bring(bytes, name)).toBe('read')
    for (const share of [0.2, 0.5, 0.8])
      expect(codes).toContain(await bring(bytes.subarray(0, Math.floor(bytes.length * share)), name))
  })
})
