/**
 * `npm run test:pages -- FOLDER`: reads the pages of a readability test suite (a folder for each, with `source.html`,
 * `expected.html` and `expected-metadata.json`) as files that a person brings, and says how many come out as expected:
 * the text without white space, title, byline, site, language and date; and the time a page takes.
 */
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { toString } from 'hast-util-to-string'
import rehypeParse from 'rehype-parse'
import { unified } from 'unified'
import { z } from 'zod'
import type { CslItem } from '../../shared/cite/csl.ts'
import { here, ingest } from '../../server/ingest/ingest.ts'

const expectedMetadata = z.object({
  title: z.string().nullish(),
  byline: z.string().nullish(),
  siteName: z.string().nullish(),
  lang: z.string().nullish(),
  publishedTime: z.string().nullish(),
})

/** What our text has and mark-up has not: what parts the cells of a row, and the quotation marks of `q`. */
const OURS = /[\s\u00ad\u200b\u2060\ufeff|“”]/gu
const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹'
const bare = (text: string) =>
  text.replace(/[⁰¹²³⁴-⁹]/g, (digit) => String(RAISED.indexOf(digit))).replace(OURS, '')

const plain = (text: string) =>
  text
    .toLowerCase()
    .replace(/^by\s+/, '')
    .replace(/\s+/g, ' ')
    .trim()

const people = (item: Partial<CslItem>) =>
  (item.author ?? []).map((name) => name.literal ?? `${name.given} ${name.family}`).join(', ')

type Field = 'text' | 'title' | 'byline' | 'site' | 'language' | 'date'

const readPage = async (folder: string) => {
  const bytes = await readFile(path.join(folder, 'source.html'))
  const expected = await readFile(path.join(folder, 'expected.html'), 'utf8')
  const said = expectedMetadata.parse(
    JSON.parse(await readFile(path.join(folder, 'expected-metadata.json'), 'utf8')),
  )
  const begun = performance.now()
  const { capture, guess } = await ingest({ bytes, filename: 'source.html' }, here)
  const ms = performance.now() - begun

  const words = bare(toString(unified().use(rehypeParse, { fragment: true }).parse(expected)))
  // The headline stands before the article, so that it can be quoted; the suite's has it in the title alone.
  const [first] = capture.blocks
  const headline = first?.kind === 'heading' ? bare(capture.text.slice(first.start, first.end)) : ''
  const text = bare(capture.text)
  const day = guess.issued?.['date-parts']?.[0]?.map(Number) ?? []
  const results: [Field, expected: string | null | undefined, isSame: boolean][] = [
    ['text', words, text === words || text === headline + words],
    ['title', said.title, plain(said.title ?? '') === plain(guess.title ?? '')],
    ['byline', said.byline, plain(said.byline ?? '') === plain(people(guess))],
    ['site', said.siteName, plain(said.siteName ?? '') === plain(guess['container-title'] ?? '')],
    ['language', said.lang, plain(said.lang ?? '') === plain(guess.language ?? '')],
    [
      'date',
      /^\d{4}-\d\d-\d\d/.exec(said.publishedTime ?? '')?.[0],
      said.publishedTime?.slice(0, 10) === day.map((part) => String(part).padStart(2, '0')).join('-'),
    ],
  ]
  return { ms, results }
}

const [folder] = process.argv.slice(2)
if (!folder) {
  process.stderr.write('Say where the pages are: npm run test:pages -- FOLDER\n')
  process.exit(2)
}

const told = new Map<Field, { same: number; of: number; other: string[] }>()
const times: number[] = []
for (const page of (await readdir(folder)).toSorted()) {
  const { ms, results } = await readPage(path.join(folder, page))
  times.push(ms)
  for (const [field, expected, isSame] of results) {
    if (!expected) continue
    const entry = told.get(field) ?? { same: 0, of: 0, other: [] }
    told.set(field, entry)
    entry.of++
    if (isSame) entry.same++
    else entry.other.push(page)
  }
}

times.sort((a, b) => a - b)
const at = (share: number) => Math.round(times[Math.floor((times.length - 1) * share)] ?? 0)
const rows = [...told].map(
  ([field, { same, of }]) =>
    `${field.padEnd(10)} ${String(same).padStart(4)} of ${of}  ${((100 * same) / of).toFixed(1)} %`,
)
process.stdout.write(
  `${rows.join('\n')}\n${times.length} pages: ${at(0.5)} ms each (median), ${at(0.95)} ms at the 95th of a hundred, ${at(1)} ms at most\n`,
)
for (const [field, { other }] of told)
  if (other.length > 0) process.stdout.write(`${field} is another one: ${other.join(' ')}\n`)
