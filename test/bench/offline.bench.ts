/**
 * Work without a server: `npm run bench -- offline`. How long until a letter is kept on the device, in Chromium with a folder
 * on the disk: from the key going down to the end of the IndexedDB transaction that holds it. And how long a week of two people, brought
 * at once, takes until both have "Saved" and all of each other's; the server and both devices share one process there.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { chromium, type Page } from 'playwright-core'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { openBrief } from '../../client/brief/open-brief.ts'
import { rulesOf } from '../../server/sync/shape.ts'
import { Analyst } from '../support/analyst.ts'
import { BROWSER, seatIn } from '../support/browser.ts'
import { longBrief } from '../support/long-brief.ts'
import { memoryLocalStore } from '../support/memory-local-store.ts'
import { random } from '../support/random.ts'
import { startTestServer } from '../support/server.ts'
import { startSyncServer } from '../support/sync-server.ts'
import { beginWith, weekOffline, wordsIn } from '../support/week-offline.ts'
import { until } from '../support/writer.ts'
import { toMarkdown } from '../../shared/markdown/write.ts'
import { readBrief } from '../../shared/brief/read.ts'
import { median, percentile, report, type Row } from './report.ts'

const ROUNDS = Number(process.env.VOUCH_ROUNDS ?? 3)
const KEYS = 200
const KEPT_WITHIN = 100
const MERGED_WITHIN = 5_000

const folder = () => mkdtemp(path.join(tmpdir(), 'vouch-offline-'))

/** Notes when each key goes down, and which transactions on copies of briefs began and ended when. */
const watchKept = (page: Page) =>
  page.evaluate(() => {
    const seen = { keys: [] as number[], kept: [] as { from: number; to: number }[] }
    Object.assign(window, { seen })
    document.addEventListener('keydown', () => seen.keys.push(performance.now()), { capture: true })
    const add = IDBObjectStore.prototype.add
    const known = new WeakSet<IDBTransaction>()
    IDBObjectStore.prototype.add = function (...given: Parameters<typeof add>) {
      if (this.name === 'updates' && !known.has(this.transaction)) {
        known.add(this.transaction)
        const from = performance.now()
        this.transaction.addEventListener('complete', () => seen.kept.push({ from, to: performance.now() }))
      }
      return add.apply(this, given)
    }
  })

/** Milliseconds from each key to the end of the first transaction that began after it. */
const keptTimes = async (page: Page): Promise<number[]> => {
  const { keys, kept } = await page.evaluate(
    () => (window as unknown as { seen: { keys: number[]; kept: { from: number; to: number }[] } }).seen,
  )
  return keys.map((key) => Math.min(...kept.filter(({ from }) => from >= key).map(({ to }) => to - key)))
}

const keptOn = async (words: number, offline: boolean): Promise<Row> => {
  const server = await startTestServer()
  const device = await folder()
  const context = await chromium.launchPersistentContext(device, BROWSER)
  try {
    const markdown = toMarkdown(readBrief(longBrief({ words, citations: Math.round(words / 30) })))
    const { id } = await server.post('/api/briefs/import', { markdown })
    const ana = new Analyst(await seatIn(context))
    await server.signIn(ana.page)
    await ana.page.goto(`${server.url}/b/${id}`)
    await ana.saved()
    if (offline) {
      await ana.offline(true)
      await ana.headerSays(/^Offline, kept/)
    }
    await ana.caretAtEnd()
    await watchKept(ana.page)
    for (let n = 0; n < KEYS; n++) await ana.page.keyboard.type('a', { delay: 80 })
    await ana.headerSays(offline ? /^Offline, kept/ : /^Saved$/)
    const times = await keptTimes(ana.page)
    return {
      what: `a letter kept, ${words} words, ${offline ? 'offline' : 'online'}`,
      'p50 ms': median(times),
      'p95 ms': percentile(times, 0.95),
      'max ms': Math.max(...times),
      wanted: `p95 ≤ ${KEPT_WITHIN}: ${percentile(times, 0.95) <= KEPT_WITHIN ? 'held' : 'missed'}`,
    }
  } finally {
    await context.close()
    await server.close()
    await rm(device, { recursive: true, force: true })
  }
}

const mergeWeek = async (sittings: number, edits: number): Promise<number> => {
  const dir = await folder()
  const server = await startSyncServer(dir, { rules: rulesOf })
  const briefId = 'abcdefghij'
  try {
    await server.addBrief(briefId)
    await server.rooms.transact(briefId, (doc) => beginWith(doc, 100))
    const begin = Y.encodeStateAsUpdate(await server.rooms.read(briefId))
    const chance = random(1)
    const weeks = []
    for (const who of ['ana', 'ben']) {
      const week = weekOffline({ who, begin, sittings, edits, chance })
      const local = memoryLocalStore()
      await (await local.open({ person: who, document: briefId }, 1)).append(week.rows, 'unsent 1')
      weeks.push({ who, week, local })
    }
    const wanted = weeks.reduce((sum, { week }) => sum + week.kept.size, 0)
    const since = performance.now()
    const opened = weeks.map(({ who, local }) =>
      openBrief({
        briefId,
        me: { id: who, name: who },
        role: 'editor',
        url: server.url,
        token: `${who}:editor`,
        WebSocket: WebSocket as unknown as typeof globalThis.WebSocket,
        local,
      }),
    )
    await until(
      () =>
        opened.every(
          ({ connection, doc }) => connection.get().is === 'saved' && wordsIn(doc).length === wanted,
        ),
      'both have all',
      120_000,
    )
    const took = performance.now() - since
    await Promise.all(opened.map((each) => each.close()))
    return took
  } finally {
    await server.close()
    await rm(dir, { recursive: true, force: true })
  }
}

const rows: Row[] = []
for (const words of [1_000, 10_000])
  for (const offline of [false, true]) rows.push(await keptOn(words, offline))
for (const [sittings, edits] of [
  [60, 50],
  [100, 50],
] as const) {
  const times = []
  for (let round = 0; round < ROUNDS; round++) times.push(await mergeWeek(sittings, edits))
  rows.push({
    what: `a week of two people merged, ${sittings * edits} edits each in ${sittings} sittings`,
    'p50 ms': median(times),
    'p95 ms': percentile(times, 0.95),
    'max ms': Math.max(...times),
    wanted: `≤ ${MERGED_WITHIN}: ${median(times) <= MERGED_WITHIN ? 'held' : 'missed'}`,
  })
}
report('offline', rows)
process.exit(0)
