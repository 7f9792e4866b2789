/**
 * How long a person waits: opening a brief, a key until it is painted, exporting; for briefs of three lengths, in a
 * real browser against a real server. Rounds take turns over the lengths, so that a slow minute of the machine
 * falls on all of them.
 */
import { spawnSync } from 'node:child_process'
import type { Browser, Page } from 'playwright-core'
import { toMarkdown } from '../../../shared/markdown/write.ts'
import { readBrief } from '../../../shared/brief/read.ts'
import { openSeat } from '../../support/browser.ts'
import { longBrief } from '../../support/long-brief.ts'
import { startTestServer } from '../../support/server.ts'
import { keyTimes, watchKeys } from '../key-times.ts'
import { median, percentile, type Row } from '../report.ts'

const SIZES = [
  { words: 1_000, citations: 100 },
  { words: 10_000, citations: 300 },
  { words: 50_000, citations: 1_000 },
]
const KEYS = 60
const EDITOR = '[role=textbox][aria-label="Brief text"]'

/** Milliseconds from a key going down to the frame after the one it changed, for KEYS letters in mid-document. */
const keyToPaint = async (page: Page): Promise<number[]> => {
  await page.evaluate((selector) => {
    const paragraphs = document.querySelectorAll(`${selector} > p`)
    const middle = paragraphs[Math.floor(paragraphs.length / 2)]!
    middle.scrollIntoView({ block: 'center' })
  }, EDITOR)
  const box = await page.evaluate((selector) => {
    const paragraphs = document.querySelectorAll(`${selector} > p`)
    const { x, y } = paragraphs[Math.floor(paragraphs.length / 2)]!.getBoundingClientRect()
    return { x: x + 60, y: y + 12 }
  }, EDITOR)
  await page.mouse.click(box.x, box.y)
  await watchKeys(page)
  for (let n = 0; n < KEYS; n++) {
    await page.keyboard.press('abcdefghijklmnopqrstuvwxyz'[n % 26]!)
    await page.waitForTimeout(40)
  }
  await page.waitForTimeout(300)
  return keyTimes(page)
}

export const lengths = async (browser: Browser, rounds: number): Promise<Row[]> => {
  // Made first: while this process computes, its server answers nobody.
  const files = SIZES.map((size) => ({ ...size, markdown: toMarkdown(readBrief(longBrief(size))) }))
  const server = await startTestServer()
  try {
    const briefs = []
    for (const { markdown, ...size } of files) {
      const since = performance.now()
      const { id } = await server.post('/api/briefs/import', { markdown })
      briefs.push({
        ...size,
        id,
        imported: performance.now() - since,
        bytes: markdown.length,
        open: [] as number[],
        keys: [] as number[],
        device: [] as number[],
        api: [] as number[],
        cli: [] as number[],
      })
    }
    for (let round = 0; round < rounds; round++) {
      for (const brief of briefs) {
        const seat = await openSeat(browser)
        await server.signIn(seat.page)
        const opened = Date.now()
        await seat.page.goto(`${server.url}/b/${brief.id}`)
        await seat.page.waitForFunction(
          ({ selector, citations }) =>
            document.querySelectorAll(`${selector} [data-citation]`).length >= citations,
          { selector: EDITOR, citations: brief.citations },
          { timeout: 120_000 },
        )
        brief.open.push(Date.now() - opened)
        brief.keys.push(...(await keyToPaint(seat.page)))
        const clicked = Date.now()
        await seat.page.getByRole('button', { name: 'Export', exact: true }).click()
        const download = seat.page.waitForEvent('download')
        await seat.page.getByRole('button', { name: 'Download Markdown' }).click()
        await (await download).path()
        brief.device.push(Date.now() - clicked)
        await seat.context.close()
        const asked = performance.now()
        await server.text(`/api/briefs/${brief.id}/export.md`)
        brief.api.push(performance.now() - asked)
        const ran = performance.now()
        spawnSync(process.execPath, ['bin/vouch.mjs', 'export', brief.id], {
          env: { ...process.env, DATA_DIR: server.dir },
          maxBuffer: 2 ** 28,
        })
        brief.cli.push(performance.now() - ran)
      }
    }
    return briefs.map((b) => ({
      'words / citations': `${b.words} / ${b.citations}`,
      'Markdown kB': b.bytes / 1000,
      'import ms': b.imported,
      'open ms': median(b.open),
      'key p50 ms': median(b.keys),
      'key p95 ms': percentile(b.keys, 0.95),
      'export on the device ms': median(b.device),
      'export by API ms': median(b.api),
      'export by command ms': median(b.cli),
    }))
  } finally {
    await server.close()
  }
}
