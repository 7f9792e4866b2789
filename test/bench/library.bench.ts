/**
 * How long the library of a big workspace lets a person wait: 2,000 sources in 100 briefs (VOUCH_SOURCES, VOUCH_BRIEFS), at
 * the built server as a process of its own, and on the page in a real browser. VOUCH_LIBRARY names a folder that keeps
 * the workspace for the next run.
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { LibraryWork } from '../../shared/wire/inputs.ts'
import { fillLibrary } from '../support/big-library.ts'
import { openBrowser, openSeat } from '../support/browser.ts'
import { prose } from '../support/prose.ts'
import { random } from '../support/random.ts'
import { clientOf, OWNER_TOKEN, startTestServer } from '../support/server.ts'
import { startProcess } from '../support/server-process.ts'
import { keyTimes, watchKeys } from './key-times.ts'
import { median, percentile, report, type Row } from './report.ts'

const SOURCES = Number(process.env.VOUCH_SOURCES ?? 2_000)
const BRIEFS = Number(process.env.VOUCH_BRIEFS ?? 100)
const ROUNDS = Number(process.env.VOUCH_ROUNDS ?? 20)
const FILTER = 'Search titles, people, outlets, and the words of every saved copy'

const kept = process.env.VOUCH_LIBRARY
const dir = kept ?? mkdtempSync(join(tmpdir(), 'vouch-library-'))
if (!existsSync(join(dir, 'vouch.sqlite'))) {
  const filling = await startTestServer({ dir })
  await fillLibrary(filling, { briefs: BRIEFS, sources: SOURCES }, (made) => {
    if (made % 20 === 0) process.stdout.write(`${made} briefs are filled\n`)
  })
  await filling.close()
}

const rows: Row[] = []
const figure = (what: string, times: number[]) =>
  rows.push({
    what,
    'median ms': median(times),
    'p95 ms': percentile(times, 0.95),
  })

const timed = async (run: (round: number) => Promise<unknown>, rounds = ROUNDS): Promise<number[]> => {
  const times: number[] = []
  for (let round = 0; round < rounds; round++) {
    const since = performance.now()
    await run(round)
    times.push(performance.now() - since)
  }
  return times
}

const server = await startProcess(dir)
const url = `http://127.0.0.1:${server.port}`
const headers = { authorization: `Bearer ${OWNER_TOKEN}` }
const { get, post } = clientOf(url, headers)

const atTheServer = async () => {
  const ask = (address: string) => timed(() => get(`/api/library${address}`))
  const typed = (words: string) => `?q=${encodeURIComponent(words)}`
  figure('library: first page', await ask(''))
  figure('library: filter, a common word', await ask(typed('the')))
  figure('library: filter, a rare one', await ask(typed('harbour council 1')))
  figure('library: filter, Cyrillic', await ask(typed('Иванов')))
  const { works }: { works: LibraryWork[] } = await get('/api/library')
  const widest = works.toSorted((a, b) => b.briefs - a.briefs)[0]!
  figure(`one work (in ${widest.briefs} briefs)`, await ask(`/work?work=${encodeURIComponent(widest.work)}`))
  for (const [what, words] of [
    ['Latin, in most texts', 'harbour council'],
    ['Latin, rare', 'Aoife Byrne wage arrears'],
    ['Cyrillic', 'Путин резервный'],
    ['transliterated', 'Shcherbakov'],
    ['Chinese', '工作组'],
    ['one letter begun', 'th'],
    ['nothing there', 'zanzibar'],
  ] as const)
    figure(`search: ${what}`, await ask(`/search${typed(words)}`))
}

/** The longest answer to a small question, asked every few milliseconds while something else goes on. */
const longestWait = async (during: () => Promise<unknown>): Promise<number> => {
  const waits: number[] = []
  const over = new AbortController()
  const asking = (async () => {
    while (!over.signal.aborted) {
      const since = performance.now()
      await fetch(`${url}/healthz`)
      waits.push(performance.now() - since)
      await new Promise((later) => setTimeout(later, 3))
    }
  })()
  await during()
  over.abort()
  await asking
  return Math.max(...waits)
}

const adding = async () => {
  const r = random(7)
  const [first, second]: { id: string }[] = await get('/api/briefs')
  const held: string[] = []
  for (const [what, length] of [
    ['10 kB', 10_000],
    ['100 kB', 100_000],
    ['1 MB', 1_000_000],
  ] as const) {
    const waits: number[] = []
    const times = await timed(async (n) => {
      const text = prose(r, length)
      waits.push(
        await longestWait(async () => {
          const added: { source: { id: string } } = await post(`/api/briefs/${first!.id}/sources`, {
            text,
            item: { type: 'report', title: `Added ${what} ${n}` },
          })
          held.push(added.source.id)
        }),
      )
    }, 10)
    figure(`add a source: ${what}`, times)
    figure(`… meanwhile, others wait`, waits)
  }
  figure(
    'add to another brief',
    await timed((n) =>
      post(`/api/briefs/${second!.id}/sources/from-library`, {
        brief: first!.id,
        source: held[n]!,
        excerpts: [],
      }),
    ),
  )
}

/** From the address until rows stand on the screen; then, letter by letter, until the screen shows the letter. */
const onThePage = async () => {
  const browser = await openBrowser()
  try {
    const opens: number[] = []
    const keys: number[] = []
    const shown: number[] = []
    for (let round = 0; round < 5; round++) {
      const seat = await openSeat(browser, { extraHTTPHeaders: headers })
      const since = performance.now()
      await seat.page.goto(`${url}/library`)
      await seat.page.locator('.work-row').first().waitFor()
      opens.push(performance.now() - since)
      const field = seat.page.getByRole('searchbox', { name: FILTER })
      await field.focus()
      await watchKeys(seat.page)
      await seat.page.keyboard.type('harbour council', { delay: 60 })
      const typed = performance.now()
      await seat.page.getByRole('list', { name: 'Found in saved copies' }).waitFor()
      shown.push(performance.now() - typed)
      await seat.page.waitForTimeout(500)
      keys.push(...(await keyTimes(seat.page)))
      await seat.context.close()
    }
    figure('page: until the first rows, a new device', opens)
    figure('page: a key in the filter, until painted', keys)
    figure('page: last key until hits are shown', shown)
  } finally {
    await browser.close()
  }
}

try {
  await atTheServer()
  await onThePage()
  await adding()
  report('library', rows)
} finally {
  await server.kill('SIGTERM')
  if (!kept) rmSync(dir, { recursive: true, force: true })
}
