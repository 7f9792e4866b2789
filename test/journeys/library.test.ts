/** Sources of several briefs are found, judged and taken along; and a text is read, marked and cited with the keys alone. */
import type { Page } from 'playwright-core'
import { expect, it, onTestFinished } from 'vitest'
import { Analyst } from '../support/analyst.ts'
import { openSite } from '../support/little-site.ts'
import { pictures } from '../support/pictures.ts'
import { journeys } from '../support/together.ts'

const { workspace } = journeys()

const ADDRESS = 'https://courier.example/exports'
const ARTICLE = [
  'Exports fell by a third in spring, the ministry said. It blamed energy prices.',
  'A separate briefing names the port as the reason. Nobody confirmed it.',
  'The port stays closed until June.',
]

/** A page as a reader saved it, with pictures and scripts of a site that counts who asks. */
const pageOf = (site: string) =>
  `<html><head><title>Exports fall</title><link rel="stylesheet" href="${site}/style.css"></head><body>` +
  `<img src="${site}/pixel.gif" width="1" height="1"><script src="${site}/track.js"></script><article>` +
  ARTICLE.map((words) => `<p style="background:url(${site}/ground.png)">${words}</p>`).join('') +
  `<img src="${site}/photo.jpg" srcset="${site}/large.jpg 2x" alt="The port"><iframe src="${site}/frame"></iframe></article></body></html>`

/** Presses Tab until what is named has the focus: what a person without a mouse does. */
const tabTo = async (page: Page, name: RegExp, most = 40): Promise<void> => {
  for (let n = 0; n < most; n++) {
    const focused = await page.evaluate(() => {
      const at = document.activeElement
      if (at === document.body) return ''
      return `${at?.getAttribute('aria-label') ?? ''} ${at?.textContent ?? ''}`
    })
    if (name.test(focused)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab does not lead to ${String(name)}.`)
}

/** Its number may stand before it. */
const FIRST_PARAGRAPH = /^\s*\d*\s*Exports fell by a third/

const sitDown = async (): Promise<Analyst> => {
  const { server, browser } = workspace()
  const ana = await Analyst.sitDown(browser)
  onTestFinished(() => ana.leave())
  await server.signIn(ana.page)
  return ana
}

it('a word is found across all sources, opens at its place; a work is graded with a reason and comes into another brief', async () => {
  const { server } = workspace()
  const first = await server.newBrief('The port')
  const { source, capture } = await server.post(`/api/briefs/${first.id}/sources`, {
    text: ARTICLE.join('\n\n'),
    item: { type: 'article-newspaper', title: 'Exports fall', URL: ADDRESS },
  })
  await server.post(`/api/briefs/${first.id}/excerpts`, {
    sourceId: source.id,
    capture: capture.hash,
    start: 0,
    end: 12,
  })
  const second = await server.newBrief('The budget')
  const ana = await sitDown()
  await ana.page.goto(`${server.url}/library`)
  await ana.page.getByLabel(/^Search titles/).fill('confirmed')
  const found = ana.page.getByRole('list', { name: 'Found in saved copies' })
  await found.getByRole('link', { name: /confirmed/ }).click()
  const reader = ana.sources.getByRole('article', { name: /^Text of/ })
  await reader.waitFor()
  await expect.poll(() => ana.sources.getByLabel('Find in this source').inputValue()).toContain('confirmed')
  await ana.page.goBack()

  await ana.page.getByLabel(/^Search titles/).fill('Exports')
  await ana.page.getByRole('button', { name: 'Exports fall' }).click()
  await ana.page.getByRole('button', { name: 'Grade this source…' }).click()
  await ana.page.getByLabel('The source is').selectOption({ label: 'Reprint or summary' })
  await ana.page.getByLabel('Why').fill('It copies the agency.')
  await ana.page.getByRole('button', { name: 'Save', exact: true }).click()
  await ana.page.getByText('It copies the agency.').waitFor()
  await pictures(ana, 'library')
  await ana.page.getByRole('button', { name: 'Add to a brief…' }).click()
  const dialog = ana.page.getByRole('dialog', { name: 'Add to a brief' })
  await dialog.getByLabel('Brief', { exact: true }).selectOption({ label: 'The budget' })
  await dialog.getByRole('button', { name: 'Add to brief' }).click()
  await ana.page.getByText('Added. 1 excerpt was taken over.').waitFor()
  const sources = await server.get(`/api/briefs/${second.id}/sources`)
  expect(sources.map((each: { item: { title: string } }) => each.item.title)).toEqual(['Exports fall'])
  await ana.page.getByRole('link', { name: 'The budget' }).click()
  await ana.sources.getByRole('tab', { name: 'Excerpts 1' }).waitFor()
  expect(ana.seat.mistakes).toEqual([])
})

it('with the keys alone a text is read, quoted, cited and noted; nothing of the page is fetched from where it came from', async () => {
  const site = await openSite({})
  onTestFinished(() => site.close())
  const { server } = workspace()
  const { id } = await server.newBrief('By keys')
  await server.upload(
    `/api/briefs/${id}/sources`,
    new Blob([pageOf(site.origin)], { type: 'text/html' }),
    'exports.html',
  )
  const ana = await sitDown()
  const { page } = ana
  const keys = page.keyboard
  await page.goto(`${server.url}/b/${id}`)
  await ana.text.waitFor()
  await ana.saved()
  // Into the sources, and there to the article.
  await tabTo(page, /^ ?Exports fall$|^Exports fall /)
  await keys.press('Enter')
  const reader = ana.sources.getByRole('article', { name: /^Text of/ })
  await reader.waitFor()
  await tabTo(page, FIRST_PARAGRAPH)
  await keys.press('Enter')
  await ana.bar().waitFor()
  await keys.press('Enter')
  await ana.text.getByText('Exports fell by a third in spring').waitFor()
  await ana.text
    .getByText(/Word for word/)
    .first()
    .waitFor()

  // Back to the text of the source: the sentence before the last, cited.
  await tabTo(page, FIRST_PARAGRAPH, 120)
  await keys.press('ArrowDown')
  await keys.press('Shift+ArrowDown')
  await ana.bar().waitFor()
  await keys.press('Tab')
  await tabTo(page, /^ Cite$/, 6)
  await keys.press('Enter')
  await expect.poll(() => ana.text.locator('[data-citation]').count()).toBe(2)

  // A passage that overlaps the first one, with a note. The text is entered where it was left.
  await tabTo(page, /^\s*\d*\s*A separate briefing/, 120)
  await keys.press('Home')
  await keys.press('Shift+ArrowRight')
  await keys.press('Shift+ArrowRight')
  await ana.bar().waitFor()
  await keys.press('Tab')
  await tabTo(page, /^ My note$/, 8)
  await keys.press('Enter')
  await keys.type('Compare with customs.')
  await tabTo(page, /^ Keep as excerpt$/, 8)
  await keys.press('Enter')
  await ana.sources.getByRole('tab', { name: 'Excerpts 3' }).waitFor()
  // Both passages are marked where they overlap, and each is listed for itself.
  await expect
    .poll(() =>
      reader.locator('mark').evaluateAll((marks) => marks.map((m) => m.dataset.excerpts!.split(' ').length)),
    )
    .toContain(2)
  await pictures(ana, 'reader-by-keys')
  expect(site.asked.map(({ url }) => url)).toEqual([])
  expect(ana.seat.mistakes).toEqual([])
})
