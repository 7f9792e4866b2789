/** Citing from the first key to the file that comes back, by a person who has no mouse. */
import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { expect, it, onTestFinished } from 'vitest'
import { Analyst } from '../support/analyst.ts'
import { journeys } from '../support/together.ts'

const { workspace } = journeys()

const PORT = 'Exports fell by a third in spring, the ministry said.'
const BUDGET = 'The budget grew by two per cent. Nobody asked why.'

/** What has the focus, as it is called. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const at = document.activeElement
    if (!at || at === document.body) return ''
    const label = at instanceof HTMLInputElement || at instanceof HTMLSelectElement ? at.labels?.[0] : null
    return (at.getAttribute('aria-label') ?? label?.textContent ?? at.textContent ?? '').trim()
  })

const tabTo = async (page: Page, name: RegExp, key = 'Tab', most = 60): Promise<void> => {
  const met: string[] = []
  for (let n = 0; n < most; n++) {
    const now = await focused(page)
    if (name.test(now)) return
    met.push(now.slice(0, 20))
    await page.keyboard.press(key)
  }
  throw new Error(`${key} does not lead to ${String(name)}, but to ${met.join(' | ')}.`)
}

it.runIf(process.env.VOUCH_LONG)(
  'A person without a mouse cites, edits, moves, copies to another brief, changes the style, exports and imports',
  async () => {
    const { server, browser } = workspace()
    const excerptOf = async (brief: string, text: string, item: Record<string, unknown>, end: number) => {
      const { source, capture } = await server.post(`/api/briefs/${brief}/sources`, { text, item })
      await server.post(`/api/briefs/${brief}/excerpts`, {
        sourceId: source.id,
        capture: capture.hash,
        start: 0,
        end,
      })
      return capture.hash as string
    }
    const here = await server.newBrief('The port')
    const report = { type: 'report', title: 'Trade in spring', author: [{ literal: 'Ministry' }] }
    await excerptOf(here.id, PORT, { ...report, issued: { 'date-parts': [[2024]] } }, 23)
    const other = await server.newBrief('The budget')
    const copy = await excerptOf(
      other.id,
      BUDGET,
      {
        type: 'article-newspaper',
        title: 'Growth',
        author: [{ family: 'Roe', given: 'A.' }],
        URL: 'https://a.example/g',
      },
      32,
    )
    const elsewhere = await server.newBrief('Elsewhere')
    const ben = await server.invite(elsewhere.id, 'viewer')

    const ana = await Analyst.sitDown(browser)
    onTestFinished(() => ana.leave())
    await server.signIn(ana.page)
    const { page } = ana
    const keys = page.keyboard
    const press = async (...all: string[]) => {
      for (const key of all) {
        await keys.press(key)
        // The editor hears of a moved caret in a task of its own.
        if (/(Home|End|Arrow\w+)$/.test(key)) await page.waitForTimeout(60)
      }
    }
    const ids = () =>
      ana.citations().evaluateAll((all) => all.map((each) => (each as HTMLElement).dataset.id))
    const rows = page.getByRole('listbox', { name: 'Sources and passages' }).getByRole('option')
    const card = ana.evidence.locator('.citation-card.active')
    await page.goto(`${server.url}/b/${here.id}`)
    await ana.text.waitFor()
    await ana.saved()

    // Nothing is called so: a source can be added from here, and the caret is where it was afterwards.
    await tabTo(page, /^Brief text$/)
    await keys.type('[@nobody')
    await rows.filter({ hasText: 'Add a source…' }).waitFor()
    await press('Enter')
    const dialog = page.getByRole('dialog', { name: 'Add source' })
    await dialog.waitFor()
    await press('Escape')
    await dialog.waitFor({ state: 'hidden' })
    await expect.poll(() => focused(page)).toBe('Brief text')
    expect(await ana.blocks()).toEqual([''])

    // Without a connection the brief's own are there, and it says so.
    await ana.offline(true)
    await press('ControlOrMeta+Alt+c')
    await page.getByText('Offline: only what this brief has is shown.').waitFor()
    await rows.filter({ hasText: 'Whole source' }).waitFor()
    await press('Escape')
    await ana.offline(false)
    await ana.saved()
    expect(await ana.blocks()).toEqual([''])

    // A passage of the brief, by words of it.
    await keys.type('Exports fell[@third')
    await rows.first().waitFor()
    await press('Escape')
    expect(await ana.blocks()).toEqual(['Exports fell[@third'])
    for (let i = 0; i < 7; i++) await press('Backspace')
    await keys.type('[@fell mini')
    await rows.filter({ hasText: 'Exports fell by a third' }).waitFor()
    await press('Enter')
    await keys.type('. ')
    expect(await ana.blocks()).toEqual(['Exports fell.[1] '])

    // A work of the library, which comes along; undo takes the citation and the work, redo gives both back.
    const growth = ana.sources.getByRole('button', { name: 'Growth', exact: true })
    await keys.type('The budget grew /cite')
    await press('Enter')
    await keys.type('roe')
    await rows.filter({ hasText: 'From the library · 1 excerpt' }).waitFor()
    expect(await focused(page)).toBe('Brief text')
    await press('Enter')
    await expect.poll(ana.blocks.bind(ana)).toEqual(['Exports fell.[1] The budget grew [2]'])
    await growth.waitFor()
    await press('ControlOrMeta+z')
    expect(await ana.blocks()).toEqual(['Exports fell.[1] The budget grew [@roe'])
    await growth.waitFor({ state: 'hidden' })
    await press('ControlOrMeta+Shift+z')
    await growth.waitFor()
    expect(await ana.blocks()).toEqual(['Exports fell.[1] The budget grew [2]'])
    await press('ControlOrMeta+Alt+c')
    await keys.type('growth two')
    await rows.filter({ hasText: 'two per cent' }).waitFor()
    await press('Enter')
    await ana.evidence.getByText(/Roe, para. 1/).waitFor()

    // In its card: place, words around it, without the author, another order, one less, one more.
    await press('End', 'ArrowLeft', 'Enter')
    await card.waitFor()
    await expect.poll(() => focused(page)).toMatch(/Roe/)
    await tabTo(page, /^Edit$/)
    await press('Enter')
    await tabTo(page, /^Where/)
    await keys.type('Sec')
    await press('Tab')
    await keys.type('4')
    await press('Tab')
    await keys.type('see')
    await press('Tab')
    await keys.type('and after')
    await press('Tab', 'Space')
    await tabTo(page, /^Cite later$/, 'Shift+Tab')
    await press('Enter')
    // Its own, which stands last now; the one before it is the other's.
    await tabTo(page, /^Remove$/, 'Shift+Tab')
    await press('Shift+Tab')
    await tabTo(page, /^Remove$/, 'Shift+Tab')
    await press('Enter')
    await expect.poll(() => card.locator('.cite').count()).toBe(1)
    await expect.poll(() => focused(page)).toMatch(/Roe/)
    await tabTo(page, /^Add a source$/)
    await press('Enter')
    await keys.type('ministry')
    await tabTo(page, /^Ministry 2024.*Whole source/)
    await press('Enter')
    await expect.poll(() => card.locator('.cite').count()).toBe(2)
    await expect.poll(() => focused(page)).toBe('Add a source')
    await press('Escape')
    await expect.poll(() => focused(page)).toBe('Brief text')
    const before = await ids()

    // Moved: the same citation, behind other words.
    await press('ControlOrMeta+x')
    await expect.poll(() => ana.citations().count()).toBe(1)
    // Nobody's fingers are faster.
    await page.waitForTimeout(150)
    await press('Home', 'ControlOrMeta+v')
    await expect.poll(ids).toEqual([before[1], before[0]])
    await press('ControlOrMeta+z', 'ControlOrMeta+z')
    await expect.poll(ids).toEqual(before)

    // Copied to another brief, with what it rests on; a reader there may read the saved copy.
    await press('ControlOrMeta+a', 'ControlOrMeta+c')
    await tabTo(page, /^All briefs$/, 'Shift+Tab')
    await press('Enter')
    await page.getByRole('link', { name: 'Elsewhere' }).waitFor()
    await tabTo(page, /^Elsewhere/)
    await press('Enter')
    await page.waitForURL(new RegExp(elsewhere.id))
    await ana.text.waitFor()
    await ana.saved()
    expect((await ben.ask('GET', `/api/captures/${copy}`)).status).toBe(404)
    await tabTo(page, /^Brief text$/)
    await press('ControlOrMeta+v')
    await expect.poll(() => ana.citations().count()).toBe(2)
    await expect
      .poll(() => ana.sources.getByRole('button', { name: /^(Growth|Trade in spring)$/ }).count())
      .toBe(2)
    await expect.poll(async () => (await ben.ask('GET', `/api/captures/${copy}`)).status).toBe(200)

    // Another style, and out as a file.
    await tabTo(page, /^Export$/, 'Shift+Tab')
    await press('Enter')
    await tabTo(page, /^Citation style of the brief/)
    await keys.type('APA')
    await page.getByText('(OECD, 2022, p. 4)').waitFor()
    await tabTo(page, /^Download Markdown$/)
    const [download] = await Promise.all([page.waitForEvent('download'), press('Enter')])
    const file = await readFile(await download.path(), 'utf8')
    expect(file).toMatch(/see .*sec(tion|\.) 4.*and after/)
    await expect.poll(() => ana.citations().first().textContent()).toBe('(Ministry, 2024, para. 1)')

    // In again, as a new brief with the same ties.
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    await tabTo(page, /^All briefs$/, 'Shift+Tab')
    await press('Enter')
    await page.getByRole('button', { name: 'Import' }).waitFor()
    await tabTo(page, /^Import$/)
    // Only from then on is the system's own window kept away.
    const asked = page.waitForEvent('filechooser')
    await page.waitForTimeout(300)
    await press('Enter')
    const chooser = await asked
    await chooser.setFiles({ name: 'elsewhere.md', mimeType: 'text/markdown', buffer: Buffer.from(file) })
    await page.waitForURL((url) => url.pathname.startsWith('/b/'))
    await ana.text.waitFor()
    await expect.poll(() => ana.citations().count()).toBe(2)
    await expect.poll(() => ana.citations().first().textContent()).toBe('(Ministry, 2024, para. 1)')
    expect(ana.seat.mistakes).toEqual([])
  },
  90_000,
)
