/**
 * Our page and a plain editor in turn: its first text, opening, typing while a colleague writes ten letters a second, what a colleague's letter costs; and ten
 * colleagues at once in ours.
 */
import type { Browser } from 'playwright-core'
import { openSeat } from '../../support/browser.ts'
import { longBrief } from '../../support/long-brief.ts'
import { median, percentile, type Row } from '../report.ts'
import { type FirstText, firstText, opened, remoteCost, toTheMiddle, typing, typist } from './measures.ts'
import { type EditorPage, type Measured, ours, plain } from './pages.ts'

/** Citations as people write them: a thousand in all of the longer ones. */
export const SIZES = [
  { words: 1_000, citations: 100 },
  { words: 10_000, citations: 1_000 },
  { words: 50_000, citations: 1_000 },
  { words: 100_000, citations: 1_000 },
]
const KEYS = 60
const EDITS = 30

type Figures = { first: FirstText[]; open: number[]; keys: number[]; remote: number[] }

/** A colleague who writes ten letters a second until told to stop. */
const writing = async (measured: Measured, at: number): Promise<() => Promise<void>> => {
  const other = await measured.join()
  const writer = typist(other.doc, other.body, at)
  const over = new AbortController()
  const done = (async () => {
    while (!over.signal.aborted) await writer.type(100)
  })()
  return async () => {
    over.abort()
    await done
    other.leave()
  }
}

const measure = async (browser: Browser, measured: Measured, citations: number, into: Figures) => {
  const { page, context } = await openSeat(browser)
  into.first.push(await firstText(page, measured))
  into.open.push(await opened(page, citations))
  await toTheMiddle(page)
  const stop = await writing(measured, 0.5)
  into.keys.push(...(await typing(page, KEYS)))
  await stop()
  into.remote.push(await remoteCost(page, measured, EDITS))
  await context.close()
}

export const besidePlain = async (browser: Browser, rounds: number): Promise<Row[]> => {
  const pages: EditorPage[] = [await ours(), await plain()]
  try {
    const rows: Row[] = []
    for (const size of SIZES) {
      const made = []
      for (const page of pages)
        made.push({
          page,
          measured: await page.make(longBrief(size)),
          figures: { first: [], open: [], keys: [], remote: [] } as Figures,
        })
      for (let round = 0; round < rounds; round++)
        // Another one begins each round.
        for (const each of round % 2 ? made.toReversed() : made)
          await measure(browser, each.measured, size.citations, each.figures)
      const [a, b] = made.map(({ figures }) => figures) as [Figures, Figures]
      rows.push({
        'words / citations': `${size.words} / ${size.citations}`,
        ...beside('first text ms', median(a.first.map(({ ms }) => ms)), median(b.first.map(({ ms }) => ms))),
        // The most of all rounds: what had come by then depends on which came first.
        'script before it kB, ours': Math.max(...a.first.map(({ scriptKb }) => scriptKb)),
        'script before it kB, plain': Math.max(...b.first.map(({ scriptKb }) => scriptKb)),
        ...beside('open ms', median(a.open), median(b.open)),
        ...beside('key p50 ms', median(a.keys), median(b.keys)),
        ...beside('key p95 ms', percentile(a.keys, 0.95), percentile(b.keys, 0.95)),
        ...beside('remote edit ms', median(a.remote), median(b.remote)),
      })
      process.stdout.write(`${JSON.stringify(rows.at(-1))}\n`)
    }
    return rows
  } finally {
    for (const page of pages) await page.stop()
  }
}

export const beside = (name: string, our: number, theirs: number): Row => ({
  [`${name}, ours`]: our,
  [`${name}, plain`]: theirs,
  [`${name}, ratio`]: Number((our / theirs).toFixed(2)),
})

/** Ten people write at once, an eleventh types: 10,000 words, 300 citations. */
export const tenWriters = async (browser: Browser): Promise<Row> => {
  const page = await ours()
  try {
    const measured = await page.make(longBrief({ words: 10_000, citations: 300 }))
    const seat = await openSeat(browser)
    await measured.visit(seat.page)
    await opened(seat.page, 300)
    await toTheMiddle(seat.page)
    const stops = []
    for (let n = 0; n < 10; n++) stops.push(await writing(measured, n / 10))
    const keys = await typing(seat.page, 3 * KEYS)
    for (const stop of stops) await stop()
    await seat.context.close()
    return {
      'ten writers': '10,000 words, 300 citations',
      'key p50 ms': median(keys),
      'key p95 ms': percentile(keys, 0.95),
    }
  } finally {
    await page.stop()
  }
}
