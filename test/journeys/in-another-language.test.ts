/**
 * Every word of the main pages comes from the catalogue: in the language between brackets (client/words/bracketed.ts) none stands
 * without. What the people of this journey write has no letters, so that all letters are the program's. In the long round:
 * test/words.test.ts finds most of it in no time.
 */
import type { Page } from 'playwright-core'
import { describe, expect, it, onTestFinished } from 'vitest'
import { TEMPLATES, templateIn } from '../../shared/brief/templates.ts'
import { LOCALES } from '../../shared/cite/locales.ts'
import { BUILT_IN_STYLES } from '../../shared/cite/styles.ts'
import { signInUrl } from '../../server/http/people.ts'
import { addSignInKey } from '../../server/storage/sessions.ts'
import { Analyst } from '../support/analyst.ts'
import { sharedBrowser } from '../support/browser.ts'
import { startTestServer } from '../support/server.ts'

/** The name of the program, of keys and of marks. */
const NAMES = ['.wordmark', 'kbd', 'datalist'].join(',')
/** Names that are the same for every reader, and templates, which are of the brief's language (decision 11). */
const SAME = [
  'Markdown',
  'Word',
  'PDF',
  ...BUILT_IN_STYLES.map(({ name }) => name),
  ...TEMPLATES.map((each) => templateIn('en', each).name),
  // The browser's own names of languages.
  ...[...Object.keys(LOCALES), 'en-XA'].map((tag) =>
    new Intl.DisplayNames('en-XA', { type: 'language' }).of(tag),
  ),
]

/** Words on the page, or read out from it, that are not between brackets. */
const unbracketed = (page: Page): Promise<string[]> =>
  page.evaluate(
    ({ names, same }) => {
      const found = new Set<string>()
      const look = (words: string | null, where: string) => {
        let left = words ?? ''
        // Brackets stand in brackets where one sentence is put into another.
        for (let before = ''; before !== left;) [before, left] = [left, left.replaceAll(/⟦[^⟦⟧]*⟧/g, '')]
        if (/\p{L}{2}/u.test(left) && !same.includes(left.trim())) found.add(`${where}: ${words!.trim()}`)
      }
      for (const element of document.body.querySelectorAll('*')) {
        if (element.closest('script, style, noscript') || element.closest(names)) continue
        for (const name of ['aria-label', 'title', 'placeholder', 'alt', 'data-placeholder'])
          look(element.getAttribute(name), name)
        const own = [...element.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE)
        look(own.map(({ nodeValue }) => nodeValue).join(''), element.tagName.toLowerCase())
      }
      return [...found]
    },
    { names: NAMES, same: SAME },
  )

describe.runIf(process.env.VOUCH_LONG === '1')('In another language', () => {
  it('every word of the list, of a brief and of its dialogs comes from the catalogue', async () => {
    const { services, url, close } = await startTestServer({ ownerToken: null })
    onTestFinished(close)
    const ana = await Analyst.sitDown(await sharedBrowser(), { locale: 'en-XA' })
    onTestFinished(() => ana.leave())
    const { page } = ana
    const seen: Record<string, string[]> = {}
    const look = async (where: string) => {
      seen[where] = await unbracketed(page)
    }
    const dialog = async (where: string) => {
      await page.getByRole('dialog').waitFor()
      await look(where)
      await page.keyboard.press('Escape')
      await page.getByRole('dialog').waitFor({ state: 'hidden' })
    }
    const press = (name: string) =>
      page
        .getByRole('button', { name: `⟦${name}⟧`, exact: true })
        .first()
        .click()

    await page.goto(signInUrl(url, await addSignInKey(services.db, null)))
    await page.getByLabel('⟦Your name⟧').fill('7')
    await look('sign in')
    await press('Begin')
    await page.getByRole('link', { name: '⟦All briefs⟧' }).click()
    // The example is written in English.
    await page.getByRole('button', { name: '⟦More for' }).click()
    await page.getByRole('menuitem').click()
    await press('Delete for everybody')
    await page.getByText('⟦There is no brief here yet.⟧').waitFor()
    await look('an empty list')
    await press('New brief')
    await page.getByLabel('⟦Title⟧').fill('1')
    await look('new brief')
    await press('Make it')
    await page.waitForURL(/\/b\//)
    await page.locator('.ProseMirror').first().waitFor()
    await look('an empty brief')

    await press('Add source')
    for (const way of ['File', 'Web address', 'References', 'Without text', 'Paste text']) {
      await page.getByRole('tab', { name: `⟦${way}⟧` }).click()
      await look(`add source: ${way}`)
    }
    await page.getByRole('textbox', { name: '⟦Text⟧', exact: true }).fill('11 22 33. 44 55.')
    await page.getByLabel('⟦Title⟧', { exact: true }).fill('2')
    await page.getByRole('dialog').getByRole('button', { name: '⟦Add source⟧' }).click()
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    await look('a source')

    await ana.page.locator('.ProseMirror').first().click()
    await page.keyboard.type('66 77.')
    await page.keyboard.press('Enter')
    await page.keyboard.type('/')
    await page.getByRole('listbox').waitFor()
    await look('the menu at the caret')
    await page.keyboard.press('Escape')
    await page.keyboard.press('ControlOrMeta+f')
    await look('finding')
    await page.keyboard.press('Escape')

    await press('More for 2')
    await look('the menu of a source')
    await page.getByRole('menuitem', { name: '⟦Cite the source⟧' }).click()
    await page.locator('.card-head').first().click()
    await look('a citation and its card')
    await page.locator('.cite').getByRole('button', { name: '⟦Edit⟧' }).click()
    await look('a citation that is edited')

    await press('Share')
    await dialog('share')
    await press('Export')
    await dialog('export')
    await page.keyboard.press('ControlOrMeta+/')
    await dialog('keys')
    await page.keyboard.press('ControlOrMeta+k')
    await dialog('palette')

    await page.getByRole('link', { name: '⟦All briefs⟧' }).click()
    await page.getByRole('link', { name: '⟦Library⟧' }).click()
    await page.getByRole('button', { name: /^2/ }).first().waitFor()
    await look('library')
    expect(Object.fromEntries(Object.entries(seen).filter(([, words]) => words.length > 0))).toEqual({})
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('en-XA')
    expect(ana.seat.mistakes).toEqual([])
  })
})
