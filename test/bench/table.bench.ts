/**
 * A table of 10,000 cells: `npm run bench -- table`. What a letter in one of its cells costs, beside the same table in a plain TipTap editor and
 * beside a paragraph of the same page; and a colleague's letter. VOUCH_ROUNDS rounds take turns.
 */
import type { Browser, Page } from 'playwright-core'
import type * as Y from 'yjs'
import { openBrowser, openSeat } from '../support/browser.ts'
import { tableBrief } from '../support/table-brief.ts'
import { beside } from './editor/beside-plain.ts'
import { costOf, EDITOR, typing, typistIn } from './editor/measures.ts'
import { type EditorPage, type Measured, ours, plain } from './editor/pages.ts'
import { median, percentile, report } from './report.ts'

const ROWS = 200
const COLUMNS = 50
const KEYS = 30
const EDITS = 20
const rounds = Number(process.env.VOUCH_ROUNDS ?? 3)

type Figures = { open: number[]; keys: number[]; work: number[]; prose: number[]; remote: number[] }

/** Puts the caret into the text of what is there, when it is laid out and nothing else runs. */
const into = async (page: Page, selector: string) => {
  const place = page.locator(selector).first()
  await place.evaluate((element) => element.scrollIntoView({ block: 'center', inline: 'start' }))
  await page.waitForTimeout(500)
  const box = (await place.boundingBox())!
  await page.mouse.click(box.x + 12, box.y + 10)
}

const measure = async (browser: Browser, measured: Measured, figures: Figures) => {
  const { page, context } = await openSeat(browser)
  await measured.visit(page)
  figures.open.push(
    await page
      .waitForFunction(
        ({ selector, count }) =>
          document.querySelectorAll(`${selector} :is(td, th)`).length >= count && performance.now(),
        { selector: EDITOR, count: ROWS * COLUMNS },
        { timeout: 180_000, polling: 'raf' },
      )
      .then((handle) => handle.jsonValue() as Promise<number>),
  )
  // The page numbers and checks what it opened when there is time.
  await page.waitForTimeout(2_000)
  const cell = `${EDITOR} tr:nth-child(${ROWS / 2}) > td:nth-child(4)`
  await into(page, cell)
  figures.keys.push(...(await typing(page, KEYS)))
  figures.work.push(
    await costOf(page, KEYS, async () => {
      await page.keyboard.press('e')
      await page.waitForTimeout(60)
    }),
  )
  const other = await measured.join()
  const table = other.body.toArray().find((block) => (block as Y.XmlElement).nodeName === 'table')
  const row = (table as Y.XmlElement).get(ROWS / 2) as Y.XmlElement
  const writer = typistIn(other.doc, (row.get(3) as Y.XmlElement).get(0) as Y.XmlElement)
  figures.remote.push(await costOf(page, EDITS, () => writer.type(100)))
  other.leave()
  await into(page, `${EDITOR} > p`)
  figures.prose.push(...(await typing(page, KEYS)))
  await context.close()
}

const browser = await openBrowser()
const pages: EditorPage[] = [await ours(), await plain()]
try {
  const made = []
  for (const page of pages)
    made.push({
      measured: await page.make(tableBrief({ rows: ROWS, columns: COLUMNS })),
      figures: { open: [], keys: [], work: [], prose: [], remote: [] } as Figures,
    })
  for (let round = 0; round < rounds; round++)
    for (const { measured, figures } of round % 2 ? made.toReversed() : made)
      await measure(browser, measured, figures)
  const [a, b] = made.map(({ figures }) => figures) as [Figures, Figures]
  report('table', [
    {
      'rows x columns': `${ROWS} x ${COLUMNS}`,
      ...beside('open ms', median(a.open), median(b.open)),
      ...beside('key p50 ms', median(a.keys), median(b.keys)),
      ...beside('key p95 ms', percentile(a.keys, 0.95), percentile(b.keys, 0.95)),
      ...beside('work a key ms', median(a.work), median(b.work)),
      ...beside('key in a paragraph p50 ms', median(a.prose), median(b.prose)),
      ...beside('remote edit ms', median(a.remote), median(b.remote)),
    },
  ])
} finally {
  for (const page of pages) await page.stop()
  await browser.close()
}
// Sockets of colleagues may try to come back.
process.exit(0)
