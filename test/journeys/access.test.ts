/**
 * Every page, dialog, menu and popover as axe sees it, in both looks and two widths. A long walk, so for the long round only.
 */
import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { describe, expect, it, onTestFinished } from 'vitest'
import { Analyst } from '../support/analyst.ts'
import { journeys } from '../support/together.ts'

const { workspace } = journeys()

type Violation = { id: string; impact: string; nodes: { html: string; failureSummary: string }[] }

/**
 * What axe has to say of the page as it stands, each with where. Not asked about: the guards by which a menu of Base UI
 * holds the focus, which hand it on as soon as they have it; and two pieces of advice on landmarks (`docs/access.md`).
 */
const complaints = async (page: Page, where: string): Promise<string[]> => {
  // A thing that fades in has no colours yet.
  await page.waitForTimeout(350)
  if (!(await page.evaluate('"axe" in globalThis'))) await page.evaluate(axe.source)
  const { violations } = (await page.evaluate(
    `axe.run({ exclude: [['[data-base-ui-focus-guard]']] },
      { rules: { region: { enabled: false }, 'landmark-one-main': { enabled: false } } })`,
  )) as { violations: Violation[] }
  return violations
    .filter(({ impact }) => impact !== 'minor')
    .map(
      ({ id, impact, nodes }) =>
        `${where}: ${impact} ${id}: ${nodes
          .slice(0, 3)
          .map((node) => `${node.html.slice(0, 200)} — ${node.failureSummary.slice(0, 300)}`)
          .join('\n')}`,
    )
}

const ARTICLE = 'Exports fell by a third in spring, the ministry said. Nobody asked why.'

const atExample = async (options: NonNullable<Parameters<typeof Analyst.sitDown>[1]>) => {
  const { server, browser } = workspace()
  const ana = await Analyst.sitDown(browser, options)
  onTestFinished(() => ana.leave())
  await server.signIn(ana.page)
  const [example] = (await server.get('/api/briefs')).filter((brief: { example: boolean }) => brief.example)
  const own = await server.post('/api/briefs', { title: 'Copy of it', copyOf: example.id })
  await server.post(`/api/briefs/${own.id}/sources`, {
    text: ARTICLE,
    item: { type: 'report', title: 'Trade in spring', URL: 'https://news.example/trade' },
  })
  return { server, ana, page: ana.page, id: own.id as string }
}

describe.runIf(process.env.VOUCH_LONG)('A page for everybody', () => {
  it.each([
    ['light', 1440],
    ['dark', 1440],
    ['light', 390],
    ['dark', 390],
  ] as const)(
    'has nothing that axe minds on any page or dialog, %s, %i px wide',
    async (colorScheme, width) => {
      const { server, ana, page, id } = await atExample({
        colorScheme,
        viewport: { width, height: 900 },
        reducedMotion: 'reduce',
      })
      const narrow = width < 900
      const found: string[] = []
      const look = async (where: string) => found.push(...(await complaints(page, where)))
      const close = async () => {
        for (let n = 0; n < 3; n++) {
          await page.keyboard.press('Escape')
          await page.waitForTimeout(120)
        }
      }
      const missed: string[] = []
      /** Opens something, looks, closes it. */
      const met = async (where: string, open: () => Promise<unknown>, shut = close) => {
        page.setDefaultTimeout(4000)
        try {
          await open()
          await look(where)
        } catch (error) {
          missed.push(`${where}: ${String(error).slice(0, 300)}`)
        }
        await shut()
        page.setDefaultTimeout(30_000)
      }
      const button = (name: string | RegExp) =>
        page.getByRole('button', { name, exact: typeof name === 'string' }).first()
      const item = (name: string | RegExp) => page.getByRole('menuitem', { name })

      // The pages of the whole.
      await page.goto(server.url)
      await page.getByRole('heading', { name: 'Briefs' }).waitFor()
      await look('list')
      await met('new brief', () => button('New brief').click())
      await met('menu of a brief', () => button(/^More for /).click())
      await met('delete a brief', async () => {
        await button(/^More for /).click()
        await item(/^Delete/).click()
        await page.getByRole('dialog').waitFor()
      })
      await met('account menu', () => button(/^Account/).click())
      await met('about', async () => {
        await button(/^Account/).click()
        await item(/^About/).click()
        await page.getByRole('dialog').waitFor()
      })
      await met('palette of the list', () => page.keyboard.press('ControlOrMeta+k'))
      await page.goto(`${server.url}/library`)
      await page.getByRole('heading', { name: 'Library' }).waitFor()
      await page.locator('.briefs-list').waitFor()
      await look('library')
      await met('search of the library', async () => {
        await page.getByRole('searchbox').fill('exports')
        await page.waitForTimeout(600)
      })
      for (const path of ['/collect', '/nowhere', '/join/nothing'])
        await met(
          path,
          () => page.goto(server.url + path),
          async () => undefined,
        )

      // A brief and all that opens over it.
      await page.goto(`${server.url}/b/${id}`)
      await ana.text.waitFor()
      await ana.saved()
      await ana.citations().first().waitFor()
      await look('brief')
      await met('share', async () => {
        await button('Share').click()
        await button('Make link').click()
      })
      await met('export', async () => {
        await button('Export').click()
        await page.getByRole('dialog').waitFor()
      })
      await met('people', () => button(/here now$/).click())
      await met('palette', () => page.keyboard.press('ControlOrMeta+k'))
      await met('keys', () => page.keyboard.press('ControlOrMeta+/'))
      await met('find', async () => {
        await ana.caretAtEnd()
        await page.keyboard.press('ControlOrMeta+f')
        await page.keyboard.type('the')
      })
      await met(
        'slash menu',
        async () => {
          await ana.caretAtEnd()
          await page.keyboard.press('Enter')
          await page.keyboard.type('/')
          await page.getByRole('listbox', { name: 'Insert' }).waitFor()
        },
        async () => {
          await close()
          await page.keyboard.press('Backspace')
        },
      )
      await met('cite menu', async () => {
        await ana.caretAtEnd()
        await page.keyboard.press('ControlOrMeta+Alt+c')
        await page.getByRole('listbox', { name: 'Sources and passages' }).waitFor()
      })
      await met('quotation picker', async () => {
        await ana.caretAtEnd()
        await page.keyboard.press('ControlOrMeta+Alt+q')
        await page.waitForTimeout(300)
      })
      await met('footnote', async () => {
        await ana.caretAtEnd()
        await page.keyboard.type('A sum.')
        await page.keyboard.press('ControlOrMeta+Alt+f')
        await page.getByRole('textbox', { name: 'Text of the footnote' }).waitFor()
        await page.keyboard.type('Nominal.')
      })
      await met('selection bar and link', async () => {
        await ana.caretAtEnd()
        await page.keyboard.press('Shift+Home')
        await page.waitForTimeout(300)
        await look('selection bar')
        await page.keyboard.press('ControlOrMeta+k')
      })
      await met('table', async () => {
        await ana.text.locator('table td').first().click()
        await button('Table').click()
      })
      if (!narrow)
        await met('menu of a block', async () => {
          await ana.text.locator('p').nth(1).hover()
          await button('Move or change this block').click()
        })
      await met('citation', async () => {
        await ana.citations().first().click()
        await page.waitForTimeout(500)
      })
      const sources = async () => {
        if (narrow)
          await page
            .getByRole('navigation', { name: 'Panes' })
            .getByRole('button', { name: 'Sources' })
            .click()
        await ana.toSourceList()
      }
      await met('sources', sources)
      for (const tab of ['Paste text', 'File', 'Web address', 'References', 'Without text'])
        await met(`add source: ${tab}`, async () => {
          await sources()
          await ana.sources.getByRole('button', { name: 'Add source' }).click()
          await page.getByRole('dialog').getByRole('tab', { name: tab }).click()
        })
      await met('menu of all sources', async () => {
        await sources()
        await button('More for all sources').click()
      })
      await met('schedule of all', async () => {
        await sources()
        await button('More for all sources').click()
        await item(/schedule/).click()
        await page.getByRole('dialog').waitFor()
      })
      for (const act of [null, /^Edit details/, /^Merge/, /newer copy/, /schedule/i, /^Withdraw/])
        await met(`source: ${String(act ?? 'menu')}`, async () => {
          await sources()
          await button('More for Trade in spring').click()
          if (!act) return
          await item(act).click()
          await page.getByRole('dialog').waitFor()
        })
      await met('reader', async () => {
        await sources()
        await ana.openSource('Trade in spring')
        await ana.sources.getByRole('article', { name: /^Text of/ }).waitFor()
        await look('reader')
        await ana.mark('fell by a third')
        await look('marked passage')
        await ana.bar().getByRole('button', { name: 'Who says this?' }).click()
      })
      expect(missed).toEqual([])
      expect(found).toEqual([])
    },
    240_000,
  )

  it('needs no scrolling sideways at 320 px, nor at twice the size of 1280', async () => {
    // 200 % of 1280 px is a page of 640.
    for (const width of [320, 640]) {
      const { server, ana, page, id } = await atExample({ viewport: { width, height: 720 } })
      for (const path of ['/', '/library', `/b/${id}`]) {
        await page.goto(server.url + path)
        await page.locator('.briefs-list, [data-citation]').first().waitFor()
        const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
        expect(over, `${path} at ${width}`).toBeLessThanOrEqual(0)
      }
      expect(ana.seat.mistakes).toEqual([])
    }
  })

  it('sets marks, indents, rules and first columns on the right where the words come from there, on the page and published', async () => {
    const { server, ana, page } = await atExample({})
    const { id } = await server.newBrief('From the right')
    await page.goto(`${server.url}/b/${id}`)
    await ana.text.waitFor()
    await ana.caretAtEnd()
    const words = 'انخفضت الصادرات'
    await ana.paste({
      'text/html': `<p>${words}</p><ol><li>${words}<ul><li>${words}</li></ul></li><li>Plain</li></ol>
        <blockquote><p>${words}</p></blockquote><table><tr><td>${words}</td><td>Plain</td></tr></table><p>End</p>`,
    })
    await ana.text.getByText('End').waitFor()
    // What is turned stays so while something beside it changes.
    await ana.writeOn(' of it')
    await ana.saved()
    const right = () => {
      const one = (selector: string) => document.querySelector(selector)!
      const style = (selector: string) => getComputedStyle(one(selector))
      const cells = [...document.querySelectorAll('td')].map((cell) => cell.getBoundingClientRect().left)
      const indent = (selector: string) =>
        [style(selector).marginLeft, style(selector).marginRight].map(parseFloat)
      return {
        item: style('ol > li').direction,
        indented: indent('ol > li')[0] === 0 && indent('ol > li')[1]! > 10,
        within: style('ol ul > li').direction,
        plain: indent('ol > li + li')[0]! > 10 && indent('ol > li + li')[1] === 0,
        rule: style('blockquote').borderRightWidth !== '0px' && style('blockquote').borderLeftWidth === '0px',
        columns: cells[0]! > cells[1]!,
      }
    }
    const turned = { item: 'rtl', indented: true, within: 'rtl', plain: true, rule: true, columns: true }
    await expect.poll(() => page.evaluate(right), { timeout: 10_000 }).toEqual(turned)
    await page.setContent(await server.text(`/api/briefs/${id}/export.html`))
    expect(await page.evaluate(right)).toEqual(turned)
    expect(ana.seat.mistakes).toEqual([])
  })

  it('prints the text with its words and nothing of the program around it', async () => {
    const { server, ana, page, id } = await atExample({})
    await page.goto(`${server.url}/b/${id}`)
    await ana.citations().first().waitFor()
    await page.emulateMedia({ media: 'print' })
    for (const chrome of [
      '.brief-header > a',
      '.brief-header > input',
      '.pane-sources',
      '.pane-evidence',
      '.page-status',
      '.block-handle',
    ])
      for (const one of await page.locator(chrome).all()) expect(await one.isVisible(), chrome).toBe(false)
    await ana.text.getByText('Bottom line').first().waitFor()
    expect((await page.pdf()).length).toBeGreaterThan(20_000)
  })

  it('shows borders and the focus where the system chooses the colours', async () => {
    const { server, ana, page, id } = await atExample({ forcedColors: 'active' })
    await page.goto(`${server.url}/b/${id}`)
    await ana.citations().first().waitFor()
    const share = page.getByRole('button', { name: 'Share', exact: true })
    await page.keyboard.press('Tab')
    await share.focus()
    const look = await share.evaluate((button) => {
      const { borderTopWidth, outlineStyle } = getComputedStyle(button)
      return { borderTopWidth, outlineStyle }
    })
    expect(parseFloat(look.borderTopWidth)).toBeGreaterThan(0)
    expect(look.outlineStyle).not.toBe('none')
  })

  it('has room for a finger on every button', async () => {
    const { server, ana, page, id } = await atExample({
      viewport: { width: 390, height: 844 },
      hasTouch: true,
      isMobile: true,
    })
    const small: string[] = []
    for (const path of ['/', `/b/${id}`]) {
      await page.goto(server.url + path)
      await page.locator('.briefs-list, [data-citation]').first().waitFor()
      small.push(
        ...(await page
          .locator('button:visible, [role="tab"]:visible, a.icon-button:visible')
          .evaluateAll((all) =>
            all
              // A mark within a line of text is as high as its line (WCAG 2.5.8, inline).
              .filter((each) => !each.closest('[data-citation], [data-footnote], p, .page-text'))
              .map((each) => ({
                name: each.getAttribute('aria-label') ?? each.textContent,
                box: each.getBoundingClientRect(),
              }))
              .filter(({ box }) => box.width > 1 && (box.height < 43.5 || box.width < 43.5))
              .map(({ name, box }) => `${name}: ${Math.round(box.width)}×${Math.round(box.height)}`),
          )),
      )
    }
    expect(small).toEqual([])
    expect(ana.seat.mistakes).toEqual([])
  })
})
