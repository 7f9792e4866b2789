/**
 * What somebody who writes waits for while the worst files are read: `npm run bench -- ingest`, the built server, an honest
 * person who writes all the time, and files brought in beside them, two at once and the next when one is through. Each
 * file is as large as its kind may be, or was made to take for ever.
 */
import { spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { deflateSync } from 'node:zlib'
import { prose } from '../support/prose.ts'
import { random } from '../support/random.ts'
import { OWNER_TOKEN } from '../support/server-process.ts'
import { besiege } from '../support/siege.ts'
import { tinyPdf } from '../support/tiny-pdf.ts'
import { tinyDocx, tinyZip, wordParagraph } from '../support/tiny-zip.ts'
import { percentile, report, type Row } from './report.ts'

const words = process.argv.slice(2)
const MEGABYTE = 1024 * 1024
const WATCHED_MS = Number(process.env.VOUCH_WATCHED ?? 6000)
/** So much later than without files is not felt. */
const LATER_MS = 50

const rand = random(7)
const text = (bytes: number): string => {
  const some = Array.from({ length: 2000 }, () => prose(rand, 60)).join('\n\n')
  return some.repeat(Math.ceil(bytes / some.length)).slice(0, bytes)
}
const OPERATOR = 'BT /F 11 Tf 72 700 Td (a) Tj ET\n'
const operators = (times: number) =>
  deflateSync(Buffer.alloc(times * OPERATOR.length, OPERATOR), { level: 1 })

let turn = 0
/** The same bytes twice are one saved copy: each time others. */
const fresh = () => `Number ${++turn}. `

const files: [what: string, name: string, content: () => Uint8Array | string][] = [
  ['a text of 10 MB', 'a.txt', () => fresh() + text(9.9 * MEGABYTE)],
  ['a text of 99,000 lines', 'a.txt', () => fresh() + 'Exports fell again in May.\n'.repeat(99_000)],
  ['a page of 45,000 paragraphs', 'a.html', () => `<p>${fresh()}${'<p>Exports fell again.'.repeat(45_000)}`],
  [
    'a Word document of 40,000 paragraphs',
    'a.docx',
    () =>
      tinyDocx(
        Array.from({ length: 40_000 }, (_, i) =>
          wordParagraph(`Line ${i}: ${rand.below(1e9)} tonnes fell. ${fresh()}`),
        ).join(''),
      ),
  ],
  ['a PDF of five million operators', 'a.pdf', () => tinyPdf([operators(5_000_000)])],
  [
    'a PDF of 90 MB',
    'a.pdf',
    () => tinyPdf([[{ text: fresh(), y: 700 }], Buffer.alloc(90 * MEGABYTE, 'no stream')]),
  ],
  [
    'a Word document that unpacks to thirty megabytes',
    'a.docx',
    () => {
      const lines = Array.from({ length: 120_000 }, () => `${rand.below(1e6)} fell`).join('\n')
      return tinyDocx(wordParagraph(fresh()), {
        more: Array.from({ length: 30 }, (_, i) => ({ name: `p${i}`, content: lines })),
      })
    },
  ],
  [
    'a list of 1,900 works with their files',
    'a.zip',
    () =>
      tinyZip([
        {
          name: 'a.bib',
          content: Array.from(
            { length: 1900 },
            (_, i) => `@book{b${i}, title={Book ${i} ${fresh()}}, file={${i}.txt}}`,
          ).join('\n'),
        },
        ...Array.from({ length: 1900 }, (_, i) => ({
          name: `${i}.txt`,
          content: `Words of ${i}, ${fresh()}`,
        })),
      ]),
  ],
]

/** A process of its own sends them: what is measured here must not wait for it. */
const SENDER = `
const { openAsBlob } = require('node:fs'), { readFileSync } = require('node:fs')
const { url, token, files } = JSON.parse(process.argv[1])
const one = async (at) => {
  for (let i = at; ; i += 2) {
    const { path, name } = files[i % files.length]
    const form = new FormData()
    form.set('file', await openAsBlob(path), name)
    const answer = await fetch(url, { method: 'POST', body: form, headers: { authorization: 'Bearer ' + token } })
    const { detail } = await answer.json()
    console.log(detail ? detail.split('. ')[0] : 'added')
  }
}
one(0); one(1)`

const folder = await mkdtemp(path.join(tmpdir(), 'vouch-ingest-'))
// All of them first: making them takes a while, in which nobody could write here.
const wanted = files.filter(([what]) => words.length === 0 || words.some((word) => what.includes(word)))
const brought: { what: string; sent: { path: string; name: string }[] }[] = []
for (const [what, name, content] of wanted) {
  const sent = []
  for (const i of [0, 1]) {
    const file = path.join(folder, `${brought.length}-${i}-${name}`)
    await writeFile(file, content())
    sent.push({ path: file, name })
  }
  brought.push({ what, sent })
}

const siege = await besiege()
const rows: Row[] = []

/** Acknowledgements for so long, each asked for when the one before is there. */
const acknowledged = async (): Promise<number[]> => {
  const times: number[] = []
  const until = performance.now() + WATCHED_MS
  while (performance.now() < until) {
    const began = performance.now()
    await siege.honest.write(null)
    times.push(performance.now() - began)
    // Slower than what one socket may send.
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  return times
}

const row = (what: string, times: number[], answers: string[]) =>
  rows.push({
    'read meanwhile': what,
    'p50 ms': percentile(times, 0.5),
    'p95 ms': percentile(times, 0.95),
    'max ms': Math.max(...times),
    answers: [...new Set(answers)].join('; ').slice(0, 100) || '–',
    'how many': answers.length,
  })

try {
  row('nothing', await acknowledged(), [])
  for (const { what, sent } of brought) {
    const given = JSON.stringify({ url: siege.url + siege.sources, token: OWNER_TOKEN, files: sent })
    process.stdout.write(`${what}\n`)
    const sender = spawn(process.execPath, ['-e', SENDER, given], { stdio: ['ignore', 'pipe', 'inherit'] })
    let said = ''
    sender.stdout.on('data', (data: Buffer) => (said += String(data)))
    row(what, await acknowledged(), [])
    sender.kill('SIGKILL')
    const answers = said.split('\n').filter(Boolean)
    Object.assign(rows.at(-1)!, {
      answers: [...new Set(answers)].join('; ').slice(0, 100) || 'none yet',
      'how many': answers.length,
    })
    // What is still being read ends with the connection.
    await siege.honest.write(null)
  }
} catch (error) {
  process.stdout.write(`${siege.said()}\n`)
  throw error
} finally {
  await siege.end()
  await rm(folder, { recursive: true, force: true })
}
report('ingest', rows)
const [alone, ...beside] = rows
const late = beside.filter((each) => Number(each['p95 ms']) > Number(alone!['p95 ms']) + LATER_MS)
process.stdout.write(
  late.length === 0
    ? 'None of them was felt.\n'
    : `Felt: ${late.map((each) => each['read meanwhile']).join(', ')}.\n`,
)
