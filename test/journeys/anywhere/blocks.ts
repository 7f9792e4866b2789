/** Every block of a page by keyboard: made, written in, moved, taken back, copied, pasted, exported and imported. */
import { expect, it, onTestFinished } from 'vitest'
import type { BodyNode } from '../../../shared/brief/body.ts'
import { readBrief, withOrder } from '../../../shared/brief/read.ts'
import { normalBody } from '../../../shared/markdown/normal.ts'
import { fromMarkdown } from '../../../shared/markdown/read.ts'
import { toMarkdown } from '../../../shared/markdown/write.ts'
import { Analyst } from '../../support/analyst.ts'
import { tinyPng } from '../../support/tiny-png.ts'
import type { Journeys } from '../../support/together.ts'

const words = (node: BodyNode): string => node.text ?? (node.content ?? []).map(words).join('')

export const aPageOfBlocks = ({ workspace }: Journeys): void => {
  it('are made, moved, taken back, copied, pasted, exported and imported by keyboard', async () => {
    const { server, browser } = workspace()
    const { id } = await server.newBrief('Blocks')
    const other = await server.newBrief('Copies')
    const ana = await Analyst.sitDown(browser)
    onTestFinished(() => ana.leave())
    await server.signIn(ana.page)
    await ana.page.goto(`${server.url}/b/${id}`)
    await ana.text.waitFor()
    await ana.saved()
    const { keyboard } = ana.page
    const briefOf = async (brief: string) => readBrief(await server.services.rooms.read(brief))
    const kinds = async (brief = id) => ((await briefOf(brief)).body.content ?? []).map(({ type }) => type)
    const slash = async (query: string) => {
      await keyboard.type(`/${query}`)
      await ana.page.getByRole('listbox', { name: 'Insert' }).getByRole('option').first().waitFor()
      await keyboard.press('Enter')
    }

    const palette = async (typed: string) => {
      await keyboard.press('ControlOrMeta+k')
      const field = ana.page.getByRole('combobox', { name: 'Search commands, headings and sources' })
      await field.waitFor()
      await keyboard.type(typed)
      await ana.page.locator('.palette-item[data-highlighted]', { hasText: new RegExp(typed, 'i') }).waitFor()
      await keyboard.press('Enter')
      await field.waitFor({ state: 'hidden' })
      await expect.poll(() => ana.text.evaluate((text) => text === document.activeElement)).toBe(true)
    }

    await ana.caretAtEnd()
    await slash('table of c')
    await keyboard.press('ArrowDown')
    await keyboard.press('Enter')
    await palette('heading 2')
    await keyboard.type('What we know\n')
    await keyboard.type('[ ] Ask the ministry\nCheck the figures')
    await keyboard.press('ControlOrMeta+Enter')
    await keyboard.type('\n\n')
    await slash('key judg')
    await keyboard.type('Finance stays short.\n\n')
    await keyboard.type('!!! How it was counted\n\n')
    await keyboard.type('Sums are nominal.')
    await keyboard.press('ControlOrMeta+Alt+f')
    const note = ana.page.getByRole('textbox', { name: 'Text of the footnote' })
    await note.waitFor()
    await expect.poll(() => note.evaluate((text) => text === document.activeElement)).toBe(true)
    await keyboard.type('At the prices of the day.[@')
    await ana.page.getByRole('listbox', { name: 'Sources and passages' }).waitFor()
    // The menu closes, and the footnote stays open.
    await keyboard.press('Escape')
    await keyboard.press('Backspace')
    await keyboard.press('Backspace')
    await keyboard.press('Escape')
    await note.waitFor({ state: 'hidden' })
    await keyboard.type(' So are shares.\n')
    await ana.text.getByRole('button', { name: 'Footnote a: At the prices of the day.' }).waitFor()

    // Cells of a spreadsheet, as text.
    await ana.paste({ 'text/plain': 'Year\tSum\n2020\t83.3\n2021\t89.6' })
    await expect.poll(() => ana.text.locator('table td').count()).toBe(6)
    await ana.page.getByRole('button', { name: 'Table', exact: true }).focus()
    await keyboard.press('Enter')
    await ana.page.getByRole('menuitem', { name: 'Heading row on or off' }).focus()
    await keyboard.press('Enter')
    await expect.poll(() => ana.text.locator('table th').count()).toBe(2)
    await ana.page.getByRole('button', { name: 'Table', exact: true }).focus()
    await keyboard.press('Enter')
    await ana.page.getByRole('menuitem', { name: 'Caption on or off' }).focus()
    await keyboard.press('Enter')
    await ana.text.locator('figcaption').waitFor()
    await keyboard.type('By year, USD bn\n')

    // A picture, with words for who cannot see it.
    await ana.paste({}, { name: 'chart.png', type: 'image/png', bytes: tinyPng(64, 40, [8, 8, 20, 20]) })
    const dialog = ana.page.getByRole('dialog', { name: 'Describe the picture' })
    await dialog.getByRole('textbox').waitFor()
    await keyboard.type('A black box')
    await keyboard.press('Enter')
    await dialog.waitFor({ state: 'hidden' })
    await keyboard.type('Source: our own count\n')
    await keyboard.type('The end.')
    await expect
      .poll(() => kinds())
      .toEqual([
        'tableOfContents',
        'heading',
        'taskList',
        'callout',
        'callout',
        'paragraph',
        'figure',
        'figure',
        'paragraph',
      ])
    const before = await briefOf(id)
    expect(before.body.content![2]!.content!.map(({ attrs }) => attrs?.checked ?? false)).toEqual([
      false,
      true,
    ])
    expect(before.body.content!.slice(3, 5).map(({ attrs }) => attrs?.kind ?? 'box')).toEqual([
      'key-judgment',
      'box',
    ])
    await expect
      .poll(() => ana.text.locator('figure img').evaluate((img: HTMLImageElement) => img.naturalWidth))
      .toBe(64)
    await ana.text
      .getByRole('navigation', { name: 'Contents' })
      .getByRole('button', { name: 'What we know' })
      .waitFor()
    if (process.env.VOUCH_SHOTS) await shots(ana)

    // Moved past its neighbour and back: one step of undo, and its id goes along.
    await keyboard.press('Alt+Shift+ArrowUp')
    await expect.poll(async () => (await kinds()).slice(-3)).toEqual(['figure', 'paragraph', 'figure'])
    const moved = (await briefOf(id)).body.content!
    expect([words(moved[7]!), moved[7]!.attrs?.id]).toEqual(['The end.', before.body.content![8]!.attrs?.id])
    await keyboard.press('ControlOrMeta+z')
    await expect.poll(async () => (await kinds()).slice(-3)).toEqual(['figure', 'figure', 'paragraph'])

    // All of it into another brief, pictures and footnotes with it.
    await keyboard.press('ControlOrMeta+a')
    await keyboard.press('ControlOrMeta+c')
    await ana.saved()
    await ana.page.goto(`${server.url}/b/${other.id}`)
    await ana.text.waitFor()
    await ana.saved()
    await ana.caretAtEnd()
    await keyboard.press('ControlOrMeta+v')
    const page = async (brief: string) => normalBody((await briefOf(brief)).body).content!.map(words)
    await expect.poll(() => page(other.id)).toEqual(await page(id))
    await expect
      .poll(() => ana.text.locator('figure img').evaluate((img: HTMLImageElement) => img.naturalWidth))
      .toBe(64)
    await ana.text.getByRole('button', { name: 'Footnote a: At the prices of the day.' }).waitFor()
    await ana.saved()

    // Out as Markdown and in again: the same brief.
    const copy = await briefOf(other.id)
    const { contents, report } = fromMarkdown(await ana.exported())
    expect(report).toEqual([])
    expect(contents.body).toEqual(normalBody(copy.body))
    expect(toMarkdown(withOrder(contents))).toBe(toMarkdown(copy))
  })
}

const shots = async ({ page }: Analyst): Promise<void> => {
  const dir = process.env.VOUCH_SHOTS!
  for (const [name, width, scheme] of [
    ['light', 1280, 'light'],
    ['dark', 1280, 'dark'],
    ['narrow', 390, 'light'],
  ] as const) {
    await page.emulateMedia({ colorScheme: scheme })
    await page.setViewportSize({ width, height: 1700 })
    await page.screenshot({ path: `${dir}/blocks-${name}.png` })
  }
  await page.setViewportSize({ width: 1280, height: 900 })
  await page.emulateMedia({ colorScheme: 'light', media: 'print' })
  await page.screenshot({ path: `${dir}/blocks-print.png`, fullPage: true })
  await page.emulateMedia({ media: 'screen' })
}
