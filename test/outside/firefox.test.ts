/** The page in Firefox (Debian's ESR, by WebDriver BiDi): what people do on it, by its keys, alone and together. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, type BrowserContext as FoxContext, launch, type Page } from 'puppeteer-core'
import type { BrowserContext } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { startTestServer, type TestServer } from '../support/server.ts'

const FIREFOX = process.env.FIREFOX_PATH ?? '/usr/bin/firefox-esr'
const PATIENCE = 30_000

const profile = mkdtempSync(join(tmpdir(), 'vouch-firefox-'))
let server: TestServer
let firefox: Browser
beforeAll(async () => {
  server = await startTestServer()
  firefox = await launch({
    browser: 'firefox',
    executablePath: FIREFOX,
    headless: true,
    userDataDir: profile,
  }).catch((error: unknown) => {
    throw new Error(`${FIREFOX} does not start. On Debian: apt install firefox-esr. ${String(error)}`)
  })
}, 90_000)
afterAll(async () => {
  await firefox?.close()
  await server.close()
  rmSync(profile, { recursive: true, force: true })
})

const TEXT = '[role="textbox"][aria-label="Brief text"][contenteditable="true"]'

/** A person at the brief, with what a journey asks of them. */
class Analyst {
  readonly mistakes: string[] = []
  readonly page: Page
  constructor(page: Page) {
    this.page = page
    page.setDefaultTimeout(PATIENCE)
    page.on('pageerror', (error) => this.mistakes.push(String(error)))
  }
  static async at(id: string, person?: string): Promise<Analyst> {
    const context: FoxContext = await firefox.createBrowserContext()
    onTestFinished(() => context.close())
    const cookies: { name: string; value: string }[] = []
    await server.signIn(
      { addCookies: async (all: typeof cookies) => void cookies.push(...all) } as unknown as BrowserContext,
      person,
    )
    for (const { name, value } of cookies)
      await context.setCookie({ name, value, domain: '127.0.0.1', path: '/' })
    const analyst = new Analyst(await context.newPage())
    await analyst.page.setViewport({ width: 1440, height: 900 })
    await analyst.page.goto(`${server.url}/b/${id}`)
    await analyst.page.waitForSelector(TEXT)
    await analyst.saved()
    return analyst
  }
  /** As the header says it. */
  saved() {
    return this.page.waitForFunction(() => document.querySelector('.saved-state')?.textContent === 'Saved', {
      polling: 100,
    })
  }
  blocks(): Promise<string[]> {
    return this.page.$eval(TEXT, (text) =>
      [...text.children]
        .map((block) => {
          const words = block.cloneNode(true) as HTMLElement
          for (const caret of words.querySelectorAll('.caret')) caret.remove()
          return (words.textContent ?? '').trim()
        })
        .filter(Boolean),
    )
  }
  async caretAtEnd() {
    await this.page.bringToFront()
    await this.page.focus(TEXT)
    await this.keys('Control', 'End')
  }
  /** Pressed together. */
  async keys(...keys: string[]) {
    const { keyboard } = this.page
    for (const key of keys) await keyboard.down(key as never)
    for (const key of keys.toReversed()) await keyboard.up(key as never)
  }
  async slash(query: string) {
    await this.page.keyboard.type(`/${query}`)
    await this.page.waitForSelector('[role="listbox"][aria-label="Insert"] [role="option"]')
    await this.page.keyboard.press('Enter')
  }
  async palette(query: string) {
    await this.keys('Control', 'k')
    await this.page.waitForSelector('.palette-field input')
    await this.page.keyboard.type(query)
    await this.page.waitForFunction(
      (words) =>
        document.querySelector('.palette-item[data-highlighted]')?.textContent?.toLowerCase().includes(words),
      { polling: 100 },
      query.toLowerCase(),
    )
    await this.page.keyboard.press('Enter')
    await this.page.waitForSelector('.palette-field input', { hidden: true })
  }
  /** What another program put on the clipboard. */
  async paste(data: Record<string, string>) {
    await this.page.$eval(
      TEXT,
      (text, entries) => {
        const clipboardData = new DataTransfer()
        for (const [type, value] of Object.entries(entries)) clipboardData.setData(type, value)
        const event = new ClipboardEvent('paste', { bubbles: true, cancelable: true })
        // Firefox gives an event that a page made a clipboard of its own, which is empty.
        Object.defineProperty(event, 'clipboardData', { value: clipboardData })
        text.dispatchEvent(event)
      },
      data,
    )
  }
}

const eventually = <T>(ask: () => Promise<T>) => expect.poll(ask, { timeout: PATIENCE })

describe('In Firefox', () => {
  it(
    'blocks are made, written in, moved, found and taken back, and go out as Markdown',
    { timeout: 120_000 },
    async () => {
      const { id } = await server.newBrief('In Firefox')
      const ana = await Analyst.at(id)
      const { keyboard } = ana.page
      await ana.caretAtEnd()
      await ana.slash('heading 2')
      await keyboard.type('What we know')
      await keyboard.press('Enter')
      await keyboard.type('- Exports fell')
      await keyboard.press('Enter')
      await keyboard.type('Prices rose 👩‍👩‍👧 🇫🇷')
      await keyboard.press('Enter')
      await keyboard.press('Enter')
      await ana.palette('key judgment')
      await keyboard.type('Finance stays short.')
      await keyboard.press('Enter')
      await keyboard.press('Enter')
      await keyboard.type('Sums are nominal.')
      await ana.keys('Control', 'Alt', 'f')
      await ana.page.waitForSelector('[aria-label="Text of the footnote"]')
      await ana.page.waitForFunction(
        () => document.activeElement?.getAttribute('aria-label') === 'Text of the footnote',
      )
      await keyboard.type('At the prices of the day.')
      await keyboard.press('Escape')
      await ana.page.waitForSelector('[aria-label="Text of the footnote"]', { hidden: true })
      await keyboard.press('Enter')
      await ana.paste({ 'text/plain': 'Year\tSum\n2020\t83.3\n2021\t89.6' })
      await eventually(() => ana.page.$$eval('td', (cells) => cells.length)).toBe(6)
      await ana.caretAtEnd()
      await ana.paste({
        'text/html': '<p>From <b>elsewhere</b><script>alert(1)</script> <a href="javascript:x">here</a></p>',
      })
      await eventually(async () => (await ana.blocks()).join(' ')).toContain('From elsewhere here')
      // Moved up and back, and taken back.
      const before = await ana.blocks()
      await ana.keys('Alt', 'Shift', 'ArrowUp')
      await eventually(() => ana.blocks()).not.toEqual(before)
      await ana.keys('Control', 'z')
      await eventually(() => ana.blocks()).toEqual(before)
      await ana.keys('Control', 'Shift', 'z')
      await eventually(() => ana.blocks()).not.toEqual(before)
      await ana.keys('Control', 'z')
      // Found and replaced.
      await ana.keys('Control', 'f')
      await ana.page.waitForSelector('.find-bar input')
      await keyboard.type('Exports')
      await eventually(() => ana.page.$eval('.find-count', (count) => count.textContent)).toMatch(/1/)
      await keyboard.press('Escape')
      await ana.keys('Control', '/')
      await ana.page.waitForFunction(() =>
        [...document.querySelectorAll('[role="dialog"]')].some((dialog) =>
          dialog.textContent?.includes('Keyboard shortcuts'),
        ),
      )
      await keyboard.press('Escape')
      await ana.saved()
      const file = await server.text(`/api/briefs/${id}/export.md`)
      for (const words of [
        '## What we know',
        '- Exports fell',
        '👩‍👩‍👧 🇫🇷',
        'Finance stays short.',
        'At the prices of the day.',
        '**elsewhere**',
        '83.3',
      ])
        expect(file).toContain(words)
      expect(file).not.toMatch(/alert\(1\)|javascript:/)
      expect(ana.mistakes).toEqual([])
    },
  )

  it('a passage is cited by keys, in the text and in a colleague’s', { timeout: 120_000 }, async () => {
    const { id } = await server.newBrief('Cited in Firefox')
    await server.post(`/api/briefs/${id}/sources`, {
      text: 'The ministry said on Monday that exports fell by nine per cent.',
      item: { type: 'report', title: 'Exports of the year', author: [{ family: 'Byrne', given: 'A.' }] },
    })
    const { me } = await server.invite(id, 'editor', 'Ben')
    const [ana, ben] = await Promise.all([Analyst.at(id), Analyst.at(id, me.id)])
    await ana.caretAtEnd()
    await ana.page.keyboard.type('Exports fell.')
    for (const begin of ['key', 'typed'] as const) {
      if (begin === 'key') await ana.keys('Control', 'Alt', 'c')
      else await ana.page.keyboard.type(' So it goes.[@')
      await ana.page.waitForSelector('[role="listbox"] [role="option"]')
      await ana.page.keyboard.type('byrne')
      await ana.page.waitForFunction(() =>
        document.querySelector('[role="option"][aria-selected="true"]')?.textContent?.includes('Byrne'),
      )
      await ana.page.keyboard.press('Enter')
      const wanted = begin === 'key' ? 1 : 2
      await eventually(() => ana.page.$$eval('[data-citation]', (all) => all.length)).toBe(wanted)
    }
    await eventually(() => ben.page.$$eval('[data-citation]', (all) => all.length)).toBe(2)
    await ana.keys('Control', 'z')
    await eventually(() => ben.page.$$eval('[data-citation]', (all) => all.length)).toBe(1)
    for (const one of [ana, ben]) expect(one.mistakes).toEqual([])
  })

  it('two write letter by letter at both ends of a paragraph', { timeout: 120_000 }, async () => {
    const { id } = await server.newBrief('Together in Firefox')
    const { me } = await server.invite(id, 'editor', 'Ben')
    const [ana, ben] = await Promise.all([Analyst.at(id), Analyst.at(id, me.id)])
    await ana.caretAtEnd()
    await ana.page.keyboard.type('middle')
    await eventually(() => ben.blocks()).toEqual(['middle'])
    await ana.keys('Control', 'Home')
    await ben.caretAtEnd()
    // Only the window in front has the keyboard: they take turns, a few letters each.
    const [hers, his] = ['Written at the start 😀 ', ' and at the end 🇫🇷'].map((words) => [...words])
    for (let n = 0; n < Math.max(hers!.length, his!.length); n += 3)
      for (const [one, words] of [
        [ana, hers!],
        [ben, his!],
      ] as const) {
        await one.page.bringToFront()
        await one.page.keyboard.type(words.slice(n, n + 3).join(''))
      }
    for (const one of [ana, ben])
      await eventually(() => one.blocks()).toEqual(['Written at the start 😀 middle and at the end 🇫🇷'])
    // A composed word stays whole while a colleague writes on.
    await ana.page.$eval(TEXT, (text) => text.dispatchEvent(new CompositionEvent('compositionstart')))
    await ben.page.bringToFront()
    await ben.page.keyboard.type('!')
    await eventually(async () => (await ben.blocks())[0]).toMatch(/!$/)
    await ana.page.$eval(TEXT, (text) => text.dispatchEvent(new CompositionEvent('compositionend')))
    await eventually(async () => (await ana.blocks())[0]).toMatch(/!$/)
    for (const one of [ana, ben]) expect(one.mistakes).toEqual([])
  })
})
