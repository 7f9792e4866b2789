/**
 * Citation styles on the page: `npm run bench -- styles [STYLE …]`. In a brief of 10,000 words and 1,000 citations a colleague changes a page
 * number, and cites once more in the middle; from each edit until this page shows the citation as the style writes it. Colleague,
 * server and browser run on one machine, by one clock: the way over the server is part of it, so an edit of one's own is no slower. The house
 * style stands beside them: the page writes it itself, so that the rest is what the worker and its engine take.
 */
import type { Page } from 'playwright-core'
import * as Y from 'yjs'
import { changeAbout } from '../../shared/brief/about.ts'
import { addCitation, changeCite } from '../../shared/brief/citation.ts'
import { HOUSE_STYLE } from '../../shared/cite/styles.ts'
import { readBrief } from '../../shared/brief/read.ts'
import { openBrowser, openSeat } from '../support/browser.ts'
import { longBrief } from '../support/long-brief.ts'
import { opened } from './editor/measures.ts'
import { type Measured, ours } from './editor/pages.ts'
import { median, percentile, report, type Row } from './report.ts'

const SIZE = { words: 10_000, citations: 1_000 }
const EDITS = 30
/** The first ones bring what runs once. */
const WARM_UP = 5
/** Those that write page numbers: by them it is seen that a citation is written anew. */
const STYLES = [HOUSE_STYLE, 'apa', 'chicago-notes', 'chicago-author-date', 'ieee']

type Colleague = Awaited<ReturnType<Measured['join']>>

const now = () => performance.timeOrigin + performance.now()

/** Milliseconds from the edit until the citation says those words, and is painted so. */
const untilShown = async (
  page: Page,
  [id, words]: [id: string, words: string],
  edit: () => void,
): Promise<number> => {
  await page.evaluate(
    ([citation, wanted]) => {
      const shown = () => {
        const label = document.querySelector(`[data-id="${citation}"]`)?.getAttribute('aria-label')
        // "page 7" says the page itself, until the style has written it.
        return label?.includes(wanted!) && (wanted!.startsWith('page') || !label.includes(`page ${wanted}`))
      }
      const watch = new MutationObserver(() => {
        if (!shown()) return
        watch.disconnect()
        requestAnimationFrame(() =>
          setTimeout(() => Object.assign(window, { shownAt: performance.timeOrigin + performance.now() })),
        )
      })
      Object.assign(window, { shownAt: undefined })
      watch.observe(document.body, { subtree: true, childList: true, attributeFilter: ['aria-label'] })
    },
    [id, words],
  )
  const since = now()
  edit()
  const shownAt = await page.waitForFunction(
    () => (window as unknown as { shownAt?: number }).shownAt,
    undefined,
    { timeout: 60_000 },
  )
  const ms = (await shownAt.jsonValue())! - since
  // The list of works is written after it.
  await page.waitForTimeout(400)
  return ms
}

const measure = async (page: Page, { doc, body }: Colleague, style: string): Promise<Row> => {
  const { order, citations } = readBrief(doc)
  const wanted = (locator: string) => (style === HOUSE_STYLE ? `page ${locator}` : locator)
  const placed = order.placed.filter((id) => citations.get(id)!.cites.length > 0)
  const edits = Array.from({ length: WARM_UP + EDITS }, (_, n) => n)
  const citationAt = (n: number) => placed[Math.floor((placed.length * (n + 1)) / (edits.length + 1))]!
  const change = async (n: number, locator: string) => {
    const id = citationAt(n)
    const cite = citations.get(id)!.cites[0]!
    return untilShown(page, [id, wanted(locator)], () =>
      changeCite(doc, id, cite.id, { label: 'page', locator }),
    )
  }
  const paragraph = body
    .toArray()
    .filter((block): block is Y.XmlElement => block instanceof Y.XmlElement && block.nodeName === 'paragraph')
    .at(50)!
  const add = (n: number, locator: string) => {
    const id = `new${style.replaceAll('-', '')}${n}`
    const { source } = citations.get(citationAt(n))!.cites[0]!
    return untilShown(page, [id, wanted(locator)], () =>
      doc.transact(() => {
        addCitation(doc, {
          id,
          cites: [{ id: `${id}c`, source, label: 'page', locator }],
          sentence: '',
        })
        const node = new Y.XmlElement('citation')
        node.setAttribute('id', id)
        paragraph.insert(paragraph.length, [node])
      }),
    )
  }
  const since = performance.now()
  changeAbout(doc, { style })
  await change(0, '98765')
  const begun = performance.now() - since
  const changed: number[] = []
  const added: number[] = []
  for (const n of edits) {
    const [one, other] = [await change(n, String(20_000 + n)), await add(n, String(30_000 + n))]
    if (n < WARM_UP) continue
    changed.push(one)
    added.push(other)
  }
  return {
    style,
    'begun ms': begun,
    'page number changed, p50 ms': median(changed),
    'p95 ms': percentile(changed, 0.95),
    'cited once more, p50 ms': median(added),
    'cited, p95 ms': percentile(added, 0.95),
  }
}

const asked = process.argv.slice(2)
const browser = await openBrowser()
const server = await ours()
try {
  const rows: Row[] = []
  for (const style of asked.length > 0 ? asked : STYLES) {
    const brief = await server.make(longBrief(SIZE))
    const { page, context } = await openSeat(browser)
    await brief.visit(page)
    await opened(page, SIZE.citations)
    const colleague = await brief.join()
    rows.push(await measure(page, colleague, style))
    process.stdout.write(`${JSON.stringify(rows.at(-1))}\n`)
    colleague.leave()
    await context.close()
  }
  report('styles', rows)
} finally {
  await server.stop()
  await browser.close()
}
process.exit(0)
