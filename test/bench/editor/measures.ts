/** What is measured of a page: opening, a key until it is painted, and what a colleague's edit costs it. */
import type { CDPSession, Page } from 'playwright-core'
import * as Y from 'yjs'
import { keyTimes, watchKeys } from '../key-times.ts'
import type { Measured } from './pages.ts'

export const EDITOR = '[contenteditable=true][aria-label="Brief text"]'

/** The text that a page came with, or that its program drew. */
const TEXT = `#first-text p, ${EDITOR} > p`

export type FirstText = { ms: number; scriptKb: number }

/** Goes to the brief; from the address until its first paragraph is painted, and the script that had come by then, in kB as it was sent. */
export const firstText = async (page: Page, measured: Measured): Promise<FirstText> => {
  await page.addInitScript((selector) => {
    // Where the first paint of all came after the text was there, it is the text's. A frame asked for here begins only when the
    // program, which comes right after that paint, lets it: it says when nothing better is known.
    const watch = new MutationObserver(() => {
      if (![...document.querySelectorAll(selector)].some((p) => p.textContent)) return
      watch.disconnect()
      const there = performance.now()
      const after = (now: number) => {
        const paint = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0
        Object.assign(window, { firstTextAt: paint >= there ? paint : now })
      }
      requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => after(performance.now()), 50)))
    })
    watch.observe(document, { subtree: true, childList: true, characterData: true })
  }, TEXT)
  await measured.visit(page)
  return page
    .waitForFunction(
      () => {
        const ms = (window as unknown as { firstTextAt?: number }).firstTextAt
        if (ms === undefined) return false
        const scripts = (performance.getEntriesByType('resource') as PerformanceResourceTiming[]).filter(
          ({ name, responseEnd }) => new URL(name).pathname.endsWith('.js') && responseEnd <= ms,
        )
        return { ms, scriptKb: scripts.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0) / 1000 }
      },
      undefined,
      { timeout: 180_000 },
    )
    .then((handle) => handle.jsonValue() as Promise<FirstText>)
}

/** Of a page that goes there: from the address until one can write and every citation is there, in milliseconds. */
export const opened = (page: Page, citations: number): Promise<number> =>
  // Counted by the page's own clock from its beginning, so that signing in is no part of it.
  page
    .waitForFunction(
      ({ selector, count }) =>
        document.querySelectorAll(`${selector} [data-citation]`).length >= count && performance.now(),
      { selector: EDITOR, count: citations },
      { timeout: 180_000, polling: 'raf' },
    )
    .then((handle) => handle.jsonValue() as Promise<number>)

/** Puts the caret into a paragraph in the middle of the document. */
export const toTheMiddle = async (page: Page): Promise<void> => {
  const paragraphs = page.locator(`${EDITOR} > p`)
  const middle = paragraphs.nth(Math.floor((await paragraphs.count()) / 2))
  await middle.evaluate((element) => element.scrollIntoView({ block: 'center' }))
  // What was far from the window is laid out now.
  await page.waitForTimeout(300)
  const box = (await middle.boundingBox())!
  await page.mouse.click(box.x + 60, box.y + 12)
}

/** Milliseconds from a key going down to the frame after the one it changed. */
export const typing = async (page: Page, keys: number): Promise<number[]> => {
  await watchKeys(page)
  for (let n = 0; n < keys; n++) {
    await page.keyboard.press('abcdefghijklmnopqrstuvwxyz'[n % 26]!)
    await page.waitForTimeout(40)
  }
  await page.waitForTimeout(300)
  return keyTimes(page)
}

/** Milliseconds of the page's main thread for each of a colleague's edits, while nobody types here. */
export const remoteCost = async (page: Page, measured: Measured, edits: number): Promise<number> => {
  const other = await measured.join()
  const writer = typist(other.doc, other.body, 0.5)
  const cost = await costOf(page, edits, () => writer.type(100))
  other.leave()
  return cost
}

/** Milliseconds of the page's main thread for each of `times` times of something that takes 100 ms by itself. */
export const costOf = async (page: Page, times: number, once: () => Promise<void>): Promise<number> => {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  // The first ones bring what runs once.
  for (let n = 0; n < 10; n++) await once()
  const idle = await idleCost(page, session, times * 100)
  const start = await busy(session)
  for (let n = 0; n < times; n++) await once()
  const used = (await busy(session)) - start
  await session.detach()
  return ((used - idle) * 1000) / times
}

/** What the page does by itself in that time. */
const idleCost = async (page: Page, session: CDPSession, ms: number): Promise<number> => {
  const before = await busy(session)
  await page.waitForTimeout(ms)
  return (await busy(session)) - before
}

const busy = async (session: CDPSession): Promise<number> => {
  const { metrics } = await session.send('Performance.getMetrics')
  return metrics.find(({ name }) => name === 'TaskDuration')!.value
}

/** A colleague who types letters at the end of the first piece of text of a paragraph; `at`: where in the document, from 0 to 1. */
export const typist = (doc: Y.Doc, body: Y.XmlFragment, at: number) => {
  const paragraphs = body
    .toArray()
    .filter((block): block is Y.XmlElement => block instanceof Y.XmlElement && block.nodeName === 'paragraph')
  // Not the paragraph in the very middle: there somebody else may write.
  const paragraph = paragraphs[Math.min(paragraphs.length - 1, Math.floor(paragraphs.length * at) + 1)]!
  return typistIn(doc, paragraph)
}

/** One who types letters into that paragraph's first piece of text. */
export const typistIn = (doc: Y.Doc, paragraph: Y.XmlElement) => {
  const text = paragraph.toArray().find((child) => child instanceof Y.XmlText) as Y.XmlText
  let typed = 0
  return {
    async type(pause: number): Promise<void> {
      doc.transact(() => text.insert(Math.min(5, text.length) + typed, 'etaoinshrdlu'[typed % 12]!))
      typed++
      await new Promise((resolve) => setTimeout(resolve, pause))
    },
  }
}
