/** The first minutes: the printed address, the example brief, one's own copy of it, and a reader who may only read. */
import axe from 'axe-core'
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { signInUrl } from '../../server/http/people.ts'
import { addSignInKey } from '../../server/storage/sessions.ts'
import { Analyst } from '../support/analyst.ts'
import { startTestServer } from '../support/server.ts'
import { sharedBrowser } from '../support/browser.ts'
import type { Browser, Page } from 'playwright-core'

let browser: Browser
beforeAll(async () => {
  browser = await sharedBrowser()
})

const seat = async (options?: Parameters<typeof Analyst.sitDown>[1]) => {
  const one = await Analyst.sitDown(browser, options)
  onTestFinished(() => one.leave())
  return one
}

const server = async (options: Parameters<typeof startTestServer>[0] = {}) => {
  const running = await startTestServer(options)
  onTestFinished(() => running.close())
  return running
}

/** What axe calls serious or critical. */
const serious = async (page: Page) => {
  await page.evaluate(axe.source)
  const { violations } = (await page.evaluate('axe.run()')) as {
    violations: { id: string; impact: string; nodes: { html: string; failureSummary: string }[] }[]
  }
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map((n) => `${n.html} — ${n.failureSummary}`).join('\n')}`)
}

describe('The first run', () => {
  it('opens a finished example, and "Make it yours" copies it with its evidence', async () => {
    const { services, url } = await server({ ownerToken: null })
    const ana = await seat()
    await ana.arrive(signInUrl(url, await addSignInKey(services.db, null)), 'Ana')
    expect(await ana.citations().count()).toBeGreaterThanOrEqual(12)
    await ana.text.locator('table').waitFor()
    await ana.text.locator('blockquote[data-quotation]').waitFor()
    await ana.page.getByRole('link', { name: 'All briefs' }).click()
    const example = ana.page.getByRole('listitem').filter({ hasText: 'Example' })
    await example.getByRole('button', { name: 'Make it yours' }).click()
    await ana.text.waitFor()
    await ana.citations().first().click()
    await ana.sources.locator('mark.shown').first().waitFor()
    await ana.caretAtEnd()
    expect(ana.seat.mistakes).toEqual([])
  })

  it('lets a printed key in once, and says so the second time', async () => {
    const { services, url } = await server({ ownerToken: null })
    const address = signInUrl(url, await addSignInKey(services.db, null))
    const ana = await seat()
    await ana.arrive(address, 'Ana')
    const other = await seat()
    await other.page.goto(address)
    await other.page.getByText(/was used or is too old/).waitFor()
  })

  it('lets a viewer read and open passages, and offers nothing that would not work', async () => {
    const running = await server()
    const [example] = await running.get('/api/briefs')
    const { me } = await running.invite(example.id, 'viewer', 'Rita')
    const rita = await seat()
    await running.signIn(rita.page, me.id)
    await rita.page.goto(`${running.url}/b/${example.id}`)
    const text = rita.page.locator('[aria-label="Brief text"]')
    await text.waitFor()
    expect(await text.getAttribute('contenteditable')).toBe('false')
    await text.locator('[data-citation]').first().click()
    await rita.sources.locator('mark.shown').first().waitFor()
    for (const name of ['Add source', 'I checked this', 'Quote', 'Cite', 'Edit'])
      expect(await rita.page.getByRole('button', { name, exact: true }).count(), name).toBe(0)
  })

  // One look in each round; the long one has all of them.
  it.each([
    ['light', 1440],
    ...(process.env.VOUCH_LONG
      ? ([
          ['dark', 1440],
          ['light', 390],
          ['dark', 390],
        ] as const)
      : []),
  ] as const)(
    'has nothing that axe calls serious: list and brief, %s, %i px wide',
    async (colorScheme, width) => {
      const running = await server()
      const ana = await seat({ colorScheme, viewport: { width, height: 900 } })
      await running.signIn(ana.page)
      await ana.page.goto(running.url)
      await ana.page.getByRole('heading', { name: 'Briefs' }).waitFor()
      expect(await serious(ana.page)).toEqual([])
      await ana.page.getByRole('list', { name: 'Briefs' }).getByRole('link').first().click()
      await ana.citations().first().waitFor()
      expect(await serious(ana.page)).toEqual([])
      await ana.citations().first().click()
      await ana.evidence.locator('[data-citation-card], .citation-card, .evidence-item, li').first().waitFor()
      await ana.page.waitForTimeout(300)
      expect(await serious(ana.page)).toEqual([])
    },
  )
})
