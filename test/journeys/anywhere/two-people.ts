/** Two people on one page: carets, words at once, undo of one's own, a while offline; finding, citing, a table; and one who may only read. */
import { expect, it, onTestFinished } from 'vitest'
import { Analyst } from '../../support/analyst.ts'
import type { Journeys } from '../../support/together.ts'

export const twoPeople = ({ together, alone, workspace }: Journeys): void => {
  it('two see each other’s carets, write at once, and each takes back only what is theirs', async () => {
    const { ana, ben } = await together()
    await ana.writeOn('Left: Right:')
    await expect.poll(() => ben.blocks()).toEqual(['Left: Right:'])
    await ana.caretBehind('Left:')
    await ben.caretBehind('Right:')
    for (const one of [ana, ben]) await one.text.locator('.caret').waitFor()
    expect(await ana.text.locator('.caret-name').textContent()).toBe('Ben')
    await Promise.all([
      ana.page.keyboard.type(' hers, in one piece', { delay: 15 }),
      ben.page.keyboard.type(' his, in one piece', { delay: 15 }),
    ])
    for (const one of [ana, ben])
      await expect.poll(() => one.blocks()).toEqual(['Left: hers, in one piece Right: his, in one piece'])
    // She takes back while he goes on.
    const goesOn = ben.page.keyboard.type(' and on', { delay: 30 })
    for (const left of [' hers, in one ', ' hers, in ', ' hers, ', ' ']) {
      await ana.page.keyboard.press('ControlOrMeta+z')
      await expect
        .poll(async () => (await ana.blocks())[0])
        .toMatch(`Left:${left}${left === ' ' ? '' : ' '}Right: his`)
    }
    await goesOn
    for (const one of [ana, ben])
      await expect.poll(() => one.blocks()).toEqual(['Left: Right: his, in one piece and on'])
    for (const { seat } of [ana, ben]) expect(seat.mistakes).toEqual([])
  })

  it('what was written offline arrives when the network is back, beside what the other wrote meanwhile', async () => {
    const { ana, ben } = await together()
    await ana.writeOn('Left: Right:')
    await expect.poll(() => ben.blocks()).toEqual(['Left: Right:'])
    await ana.offline(true)
    await ana.headerSays(/^Offline/)
    await ana.caretBehind('Left:')
    await ana.page.keyboard.type(' on a train')
    await ben.caretBehind('Right:')
    await ben.page.keyboard.type(' at a desk')
    await ben.saved()
    expect(await ana.blocks()).toEqual(['Left: on a train Right:'])
    await ana.offline(false)
    for (const one of [ana, ben])
      await expect
        .poll(() => one.blocks(), { timeout: 30_000 })
        .toEqual(['Left: on a train Right: at a desk'])
    await ana.saved()
  })

  it('a passage is cited by keys, in the text and in a colleague’s, and undone', async () => {
    const { server } = workspace()
    const { id, ana, ben } = await together()
    await server.post(`/api/briefs/${id}/sources`, {
      text: 'The ministry said on Monday that exports fell by nine per cent.',
      item: { type: 'report', title: 'Exports of the year', author: [{ family: 'Byrne', given: 'A.' }] },
    })
    await ana.writeOn('Exports fell.')
    const { keyboard } = ana.page
    for (const [n, begin] of [
      () => keyboard.press('ControlOrMeta+Alt+c'),
      () => keyboard.type(' So it goes.[@'),
    ].entries()) {
      await begin()
      const rows = ana.page.getByRole('listbox', { name: 'Sources and passages' }).getByRole('option')
      await rows.first().waitFor()
      await keyboard.type('byrne')
      await rows.filter({ hasText: 'Byrne' }).first().waitFor()
      await keyboard.press('Enter')
      for (const one of [ana, ben]) await expect.poll(() => one.citations().count()).toBe(n + 1)
    }
    await keyboard.press('ControlOrMeta+z')
    for (const one of [ana, ben]) await expect.poll(() => one.citations().count()).toBe(1)
    for (const { seat } of [ana, ben]) expect(seat.mistakes).toEqual([])
  })

  it('words are found and replaced, here by whole words, in one step of undo', async () => {
    const { ana } = await alone('Finding')
    const { keyboard } = ana.page
    await keyboard.type('Exports fell. No export rose.\nThe export of Exports.')
    await keyboard.press('ControlOrMeta+f')
    const bar = ana.page.getByRole('search', { name: 'Find in the brief' })
    const [find, replace] = ['Find', 'Replace with'].map((name) =>
      bar.getByRole('textbox', { name, exact: true }),
    )
    await find!.waitFor()
    await keyboard.type('export')
    const count = bar.locator('.find-count')
    await expect.poll(() => count.textContent()).toMatch(/4/)
    await bar.getByRole('button', { name: 'Whole words' }).click()
    await expect.poll(() => count.textContent()).toMatch(/2/)
    await replace!.fill('import')
    await bar.getByRole('button', { name: 'Replace all' }).click()
    await expect.poll(() => ana.blocks()).toEqual(['Exports fell. No import rose.', 'The import of Exports.'])
    await find!.focus()
    await keyboard.press('Escape')
    await keyboard.press('ControlOrMeta+z')
    await expect.poll(() => ana.blocks()).toEqual(['Exports fell. No export rose.', 'The export of Exports.'])
    expect(ana.seat.mistakes).toEqual([])
  })

  it('cells of a spreadsheet become a table, which grows by its menu and whose columns are drawn wider', async () => {
    const { ana, brief } = await alone('A table')
    await ana.paste({ 'text/plain': 'Year\tSum\n2020\t83.3\n2021\t89.6' })
    const cells = ana.text.locator('table td, table th')
    await expect.poll(() => cells.count()).toBe(6)
    await cells.last().click()
    await ana.page.getByRole('button', { name: 'Table', exact: true }).click()
    await ana.page.getByRole('menuitem', { name: 'Add row below' }).click()
    await expect.poll(() => cells.count()).toBe(8)
    const { x, y, width, height } = (await cells.first().boundingBox())!
    const edge = x + width - 1
    await ana.page.mouse.move(edge - 3, y + height / 2)
    await ana.page.mouse.move(edge, y + height / 2)
    await ana.text.locator('.column-resize-handle').first().waitFor()
    await ana.page.mouse.down()
    await ana.page.mouse.move(edge + 60, y + height / 2, { steps: 4 })
    await ana.page.mouse.up()
    const widths = async () =>
      (await brief()).body.content!.find(({ type }) => type === 'table')!.content![0]!.content![0]!.attrs
        ?.colwidth
    await expect
      .poll(async () => Math.abs((((await widths()) as number[] | null) ?? [0])[0]! - (width + 60)) < 4)
      .toBe(true)
    await ana.page.keyboard.press('ControlOrMeta+z')
    await expect.poll(async () => (await widths()) ?? null).toBe(null)
    expect(ana.seat.mistakes).toEqual([])
  })

  it('a block is moved by its handle, and undo takes just that back', async () => {
    const { ana } = await alone('Moved')
    await ana.page.keyboard.type('First\nSecond\nThird')
    await ana.text.getByText('Second').hover()
    await ana.page.getByRole('button', { name: 'Move or change this block' }).click()
    await ana.page.getByRole('menuitem', { name: /^Move up/ }).click()
    await expect.poll(() => ana.blocks()).toEqual(['Second', 'First', 'Third'])
    await expect.poll(() => ana.text.evaluate((text) => text === document.activeElement)).toBe(true)
    await ana.page.keyboard.press('ControlOrMeta+z')
    await expect.poll(() => ana.blocks()).toEqual(['First', 'Second', 'Third'])
  })

  it('who has a link for reading sees the words come in and can write none', async () => {
    const { server, browser } = workspace()
    const { id, ben } = await together()
    const { me } = await server.invite(id, 'viewer', 'Rita')
    const rita = await Analyst.sitDown(browser)
    onTestFinished(() => rita.leave())
    await server.signIn(rita.page, me.id)
    await rita.page.goto(`${server.url}/b/${id}`)
    await rita.text.waitFor()
    await ben.writeOn('Exports fell.')
    await rita.page.getByText('Exports fell.').waitFor()
    expect(await rita.page.locator('[contenteditable="true"]').count()).toBe(0)
    await rita.page.getByText('Exports fell.').click()
    await rita.page.keyboard.type('x')
    await rita.page.keyboard.press('Backspace')
    await ben.writeOn(' So it goes.')
    for (const one of [rita, ben])
      await expect.poll(() => one.blocks()).toEqual(['Exports fell. So it goes.'])
    expect(rita.seat.mistakes).toEqual([])
  })
}
