/** A table of more than a thousand cells, as two people see it: its columns stay where they are while somebody writes in a cell. */
import { describe, expect, it } from 'vitest'
import type { Analyst } from '../support/analyst.ts'
import { journeys } from '../support/together.ts'

const ROWS = 41
const COLUMNS = 26
const figures = Array.from({ length: ROWS }, (_, row) =>
  Array.from({ length: COLUMNS }, (__, column) => `${(row * 7919 + column * 104729) % 997}`).join('\t'),
).join('\n')

const settled = (one: Analyst) => one.text.locator('.tableWrapper.settled').waitFor()
const cell = (one: Analyst, row: number, column: number) =>
  one.text.locator('table tr').nth(row).locator(':is(td, th)').nth(column)
const widths = (one: Analyst) =>
  one.text
    .locator('table tr')
    .first()
    .locator(':is(td, th)')
    .evaluateAll((cells) => cells.map((each) => Math.round(each.getBoundingClientRect().width)))

describe('A large table', () => {
  const { together } = journeys()

  it('keeps its columns while one writes, gives a long word its room, and a new column its own', async () => {
    const { ana, ben } = await together()
    await ana.caretAtEnd()
    await ana.paste({ 'text/plain': figures })
    await settled(ana)
    await settled(ben)

    const before = await widths(ana)
    await cell(ana, 3, 2).click()
    await ana.page.keyboard.press('End')
    await ana.page.keyboard.type(' in Liechtenstein')
    await expect.poll(async () => (await widths(ana))[2]! > before[2]!).toBe(true)
    expect((await widths(ana)).toSpliced(2, 1)).toEqual(before.toSpliced(2, 1))
    // At a colleague's, too: the word stands whole.
    const word = () =>
      cell(ben, 3, 2).evaluate((element) => {
        const words = document.createRange()
        const text = element.querySelector('p')!.firstChild!
        words.setStart(text, text.textContent!.indexOf('Liech'))
        words.setEnd(text, text.textContent!.length)
        return words.getClientRects().length
      })
    await expect.poll(word).toBe(1)

    await cell(ben, 3, 1).click()
    await ben.page.getByRole('button', { name: 'Table', exact: true }).click()
    await ben.page.getByRole('menuitem', { name: 'Add column before' }).click()
    for (const one of [ana, ben]) {
      await expect.poll(async () => (await widths(one)).length).toBe(COLUMNS + 1)
      await settled(one)
      const now = await widths(one)
      // The widths went along with their columns.
      expect(now.indexOf(Math.max(...now))).toBe(3)
      expect(Math.min(...now)).toBeGreaterThanOrEqual(60)
    }
  })
})
