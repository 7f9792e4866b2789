/**
 * Every page, dialog, menu and popover as axe sees it, in both looks and two widths. A long walk, so for the long round only.
 */
import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { describe, expect, it, onTestFinished } from 'vitest'
import { Analyst } from '../support/analyst.ts'
import { tinyPng } from '../support/tiny-png.ts'
import { journeys } from '../support/together.ts'

const { workspace } = journeys()

type Violation = { id: string; impact: string; nodes: { html: string; failureSummary: string }[] }

/** Advice on landmarks that does not fit menus and panes (`docs/access.md`). */
const UNASKED = { region: { enabled: false }, 'landmark-one-main': { enabled: false } }

/**
 * What axe has to say of the page as it stands, each with where. Not asked about: the guards by which a menu of Base UI
 * holds the focus, which hand it on as soon as they have it; and two pieces of advice on landmarks (`docs/access.md`).
 */
const complaints = async (
  page: Page,
  where: string,
  rules: Record<string, { enabled: boolean }> = UNASKED,
): Promise<string[]> => {
  // A thing that fades in has no colours yet.
  await page.waitForTimeout(350)
  if (!(await page.evaluate('"axe" in globalThis'))) await page.evaluate(axe.source)
  const { violations } = (await page.evaluate(
    `axe.run({ exclude: [['[data-base-ui-focus-guard]']] },
      { rules: ${JSON.stringify(rules)} })`,
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

/**
 * What would move although the reader asked for rest: by more than the blink to which the style sheet shortens it,
 * without end, or by scrolling slowly.
 */
const movements = (page: Page, where: string): Promise<string[]> =>
  page.evaluate((place) => {
    const longest = (times: string) =>
      Math.max(...times.split(',').map((one) => parseFloat(one) * (one.trim().endsWith('ms') ? 1 : 1000)))
    return [...document.querySelectorAll('*')].flatMap((element) =>
      [null, '::before', '::after'].flatMap((part) => {
        const style = getComputedStyle(element, part)
        const moves =
          longest(style.transitionDuration) > 1 ||
          (style.animationName !== 'none' &&
            (longest(style.animationDuration) > 1 || style.animationIterationCount === 'infinite')) ||
          style.scrollBehavior === 'smooth'
        return moves ? [`${place}: ${element.outerHTML.slice(0, 120)} moves`] : []
      }),
    )
  }, where)

/** Looks at what is opened one after the other, and remembers what could not be opened. */
const walkOver = (page: Page) => {
  const found: string[] = []
  const missed: string[] = []
  const look = async (where: string) => {
    found.push(...(await complaints(page, where)), ...(await movements(page, where)))
  }
  const close = async () => {
    for (let n = 0; n < 3; n++) {
      await page.keyboard.press('Escape')
      await page.waitForTimeout(120)
    }
  }
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
  return { look, close, met, button, item, missed, found }
}

const ARTICLE = 'Exports fell by a third in spring, the ministry said. Nobody asked why.'

/** On a narrow page one pane is shown at a time. */
const toSources = async (ana: Analyst, narrow: boolean) => {
  if (narrow)
    await ana.page.getByRole('navigation', { name: 'Panes' }).getByRole('button', { name: 'Sources' }).click()
  await ana.toSourceList()
}

const LOOKS = [
  ['light', 1440],
  ['dark', 1440],
  ['light', 390],
  ['dark', 390],
] as const

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
  it.each(LOOKS)(
    'has nothing that axe minds on any page or dialog, and nothing that moves for who asked for rest, %s, %i px wide',
    async (colorScheme, width) => {
      const { server, ana, page, id } = await atExample({
        colorScheme,
        viewport: { width, height: 900 },
        reducedMotion: 'reduce',
      })
      const narrow = width < 900
      const { look, close, met, button, item, missed, found } = walkOver(page)

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
      const sources = () => toSources(ana, narrow)
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

  it.each(LOOKS)(
    'has neither on what is seldom opened: arriving, recovered text, a file that came back, what is published; %s, %i px wide',
    async (colorScheme, width) => {
      const options = { colorScheme, viewport: { width, height: 900 }, reducedMotion: 'reduce' as const }
      const { server, ana, page, id } = await atExample(options)
      const narrow = width < 900
      const { look, met, button, item, missed, found } = walkOver(page)
      const dialog = page.getByRole('dialog')
      const stay = async () => undefined

      // The list and the library.
      await page.goto(server.url)
      await page.getByRole('heading', { name: 'Briefs' }).waitFor()
      await met('what an import left out', async () => {
        await page.getByLabel(/^File to import/).setInputFiles({
          name: 'other.md',
          mimeType: 'text/markdown',
          buffer: Buffer.from(`---\ntitle: ${'Long '.repeat(120)}\n---\n\nText.\n`),
        })
        await dialog.waitFor()
      })
      await page.goto(`${server.url}/library`)
      await page.locator('.briefs-list').waitFor()
      await met('a work', () => page.locator('.briefs-list button[aria-expanded]').first().click(), stay)
      await met('add to a brief', async () => {
        await button('Add to a brief…').click()
        await dialog.waitFor()
      })

      // Within a brief.
      await page.goto(`${server.url}/b/${id}`)
      await ana.text.waitFor()
      await ana.saved()
      const { url: published } = await server.post(`/api/briefs/${id}/publications`, { openly: true })
      await met('outline', () => button('Outline').click())
      await met('words of a picture', async () => {
        await ana.caretAtEnd()
        await ana.paste({}, { name: 'chart.png', type: 'image/png', bytes: tinyPng(80, 40) })
        await page.getByRole('dialog', { name: 'Describe the picture' }).waitFor({ timeout: 15_000 })
      })
      await met('bring back a Word file', async () => {
        const file = await fetch(`${server.url}/api/briefs/${id}/export.docx`, { headers: server.headers })
        await page.keyboard.press('ControlOrMeta+k')
        await page.locator('.palette-field input').fill('Bring back')
        await page.getByRole('option', { name: /Bring back a Word file/ }).click()
        await dialog.getByRole('button', { name: 'Choose the Word file' }).waitFor()
        await look('before a Word file was chosen')
        await dialog.locator('input[type=file]').setInputFiles({
          name: 'back.docx',
          mimeType: 'application/msword',
          buffer: Buffer.from(await file.arrayBuffer()),
        })
        await dialog.getByRole('button', { name: 'Another file…' }).waitFor({ timeout: 20_000 })
      })
      const sources = () => toSources(ana, narrow)
      await met(
        'words that are marked, kept',
        async () => {
          await sources()
          await ana.openSource('Trade in spring')
          await ana.mark('fell by a third')
          await ana.bar().getByRole('button', { name: 'Who says this?' }).click()
          await ana.bar().getByRole('button', { name: 'Keep as excerpt' }).click()
          await ana.bar().waitFor({ state: 'hidden' })
        },
        stay,
      )
      await met('an excerpt in the text', () => ana.sources.locator('.reader-block mark').first().click())
      await met('edit excerpt', async () => {
        await ana.sources.locator('.reader-block mark').first().click()
        await page.getByRole('button', { name: 'Edit', exact: true }).last().click()
        await page.getByRole('dialog', { name: 'Edit excerpt' }).waitFor()
      })
      await met('keys in the text', () =>
        ana.sources.getByRole('button', { name: 'Keys in the text' }).click(),
      )
      await met('words by hand', async () => {
        await sources()
        await ana.sourceWithoutText('Interview', { title: 'A talk' })
        await ana.openSource('A talk')
        await ana.sources.getByRole('button', { name: 'Add words by hand' }).click()
        await dialog.waitFor()
      })
      await met('withdrawn', async () => {
        await sources()
        await button('More for Trade in spring').click()
        await item(/^Withdraw/).click()
        await dialog.getByLabel('Reason').fill('It was made up.')
        await dialog.getByRole('button', { name: 'Withdraw', exact: true }).click()
        await dialog.waitFor({ state: 'hidden' })
      })
      await met('take the withdrawal back', async () => {
        await sources()
        await button('More for Trade in spring').click()
        await item(/^Take the withdrawal back/).click()
        await dialog.waitFor()
      })
      await met('a toast', async () => {
        await sources()
        await button('More for A talk').click()
        await item(/^Remove from the list/).click()
        await page.getByRole('button', { name: 'Put back' }).waitFor()
      })

      // What others read.
      await met('published', () => page.goto(new URL(published, server.url).href), stay)
      await met('a note of the published page', () => page.locator('.cite').first().click(), stay)

      // Somebody who comes for the first time, writes on a train, and may not any more when it arrives.
      const ben = await Analyst.sitDown(workspace().browser, options)
      onTestFinished(() => ben.leave())
      const his = walkOver(ben.page)
      for (const path of ['/sign-in', '/sign-in#key=used', '/join/nothing', '/nowhere'])
        await his.met(`nobody yet: ${path}`, () => ben.page.goto(server.url + path), stay)
      const link = await server.post(`/api/briefs/${id}/links`, { role: 'editor' })
      await his.met(
        'join',
        async () => {
          await ben.page.goto(link.url)
          await ben.page.getByLabel('Your name').waitFor()
        },
        stay,
      )
      await ben.arrive(link.url, 'Ben')
      await ben.saved()
      const members = await server.get(`/api/briefs/${id}/members`)
      await ben.offline(true)
      await ben.headerSays(/^Offline/)
      await ben.writeOn('Written on the train.')
      const him = members.find((one: { name: string }) => one.name === 'Ben')
      await server.patch(`/api/briefs/${id}/members/${him.id ?? him.person}`, { role: 'viewer' })
      await ben.offline(false)
      await his.met('recovered text', async () => {
        await ben.page.getByRole('button', { name: 'Show recovered text' }).click({ timeout: 30_000 })
        await ben.page.getByRole('dialog', { name: 'Recovered text' }).waitFor()
      })
      expect([...missed, ...his.missed]).toEqual([])
      expect([...found, ...his.found]).toEqual([])
    },
    240_000,
  )

  it.each(LOOKS)(
    'has neither while only the text of a brief is there and can be written in already, %s, %i px wide',
    async (colorScheme, width) => {
      const { server, ana, page, id } = await atExample({
        colorScheme,
        viewport: { width, height: 900 },
        reducedMotion: 'reduce',
      })
      // It never comes.
      await page.route('**/assets/program-*.js', () => undefined)
      await page.goto(`${server.url}/b/${id}`)
      await page.locator('#first-text').getByRole('textbox', { name: 'Brief text' }).waitFor()
      // There are no menus and no panes yet, so all is asked about.
      expect(await complaints(page, 'early page', {})).toEqual([])
      expect(await movements(page, 'early page')).toEqual([])
      expect(ana.seat.mistakes).toEqual([])
      await page.unrouteAll({ behavior: 'ignoreErrors' })
    },
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
    await page.keyboard.press('ControlOrMeta+k')
    const chosen = page.locator('.palette-item[data-highlighted]')
    await chosen.waitFor()
    expect(await chosen.evaluate((option) => getComputedStyle(option).outlineStyle)).toBe('solid')
  })

  it('shows no line of a source between its tabs and the field to find in it', async () => {
    const { server, ana, page, id } = await atExample({})
    await page.goto(`${server.url}/b/${id}`)
    await ana.citations().first().click()
    const apart = () =>
      page.evaluate(() => {
        const box = (selector: string) => document.querySelector(selector)?.getBoundingClientRect()
        const [tabs, search, view] = [
          box('.source-view .tab-list'),
          box('.source-view .reader-search'),
          box('.source-view'),
        ]
        // Scrolled, so that both stick.
        return tabs && search && view && view.top < 0 ? Math.round(search.top - tabs.bottom) : null
      })
    await expect.poll(apart, { timeout: 20_000 }).toBe(0)
    expect(ana.seat.mistakes).toEqual([])
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
