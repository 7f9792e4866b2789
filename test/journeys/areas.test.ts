/** What no machine reads: a picture and a scan, of which a person marks an area and says what it shows. */
import { describe, expect, it } from 'vitest'
import type { Analyst } from '../support/analyst.ts'
import { journeys } from '../support/together.ts'
import { tinyPdf } from '../support/tiny-pdf.ts'
import { tinyPng } from '../support/tiny-png.ts'

const { together } = journeys()

const addFile = async (ana: Analyst, name: string, mimeType: string, buffer: Buffer) => {
  await ana.sources.getByRole('button', { name: 'Add source' }).click()
  const dialog = ana.page.getByRole('dialog', { name: 'Add source' })
  await dialog.getByRole('tab', { name: 'File' }).click()
  await dialog.getByLabel('Files to add as sources').setInputFiles({ name, mimeType, buffer })
  await dialog.waitFor({ state: 'hidden' })
}

const say = async (ana: Analyst, words: string) => {
  const dialog = ana.page.getByRole('dialog', { name: 'What the area shows' })
  await dialog.getByText(/All who can open this brief can read/).waitFor()
  await dialog.getByLabel(/^Words/).fill(words)
  await dialog.getByRole('button', { name: 'Add excerpt' }).click()
  await dialog.waitFor({ state: 'hidden' })
}

describe('An area', () => {
  it('of a picture is drawn with the mouse, and a colleague sees it with its words', async () => {
    const { ana, ben } = await together()
    await addFile(ana, 'Exports chart.png', 'image/png', tinyPng(400, 300, [100, 60, 200, 90]))
    await ana.sources.getByText('No machine reads a picture.').waitFor()
    await ana.sources.getByRole('button', { name: 'Mark an area' }).click()
    await ana.sources.getByRole('button', { name: 'Take this area' }).waitFor()
    const paper = ana.sources.getByRole('application', { name: /^Area of Exports chart/ })
    await expect.poll(async () => (await paper.boundingBox())?.height ?? 0).toBeGreaterThan(100)
    const box = (await paper.boundingBox())!
    await ana.page.mouse.move(box.x + box.width * 0.75, box.y + box.height * 0.5)
    await ana.page.mouse.down()
    await ana.page.mouse.move(box.x + box.width * 0.5, box.y + box.height * 0.3)
    await ana.page.mouse.move(box.x + box.width * 0.25, box.y + box.height * 0.2)
    await ana.page.mouse.up()
    await ana.sources.getByRole('button', { name: 'Take this area' }).click()
    await say(ana, 'Exports fell by a third.')
    await ben.openSource('Exports chart')
    await ben.sources.locator('.area[data-excerpt]').waitFor()
    const drawn = await ben.sources
      .locator('.area[data-excerpt]')
      .evaluate((area: HTMLElement) => [area.style.left, area.style.top, area.style.width].map(parseFloat))
    for (const [i, percent] of [25, 20, 50].entries()) expect(Math.abs(drawn[i]! - percent)).toBeLessThan(1.5)
    await ben.sources.getByRole('tab', { name: /^Excerpts/ }).click()
    await ben.sources.getByText('Exports fell by a third.').waitFor()
    await ben.sources.getByText(/transcript, not machine-checked/).waitFor()
    await ben.sources.getByRole('img', { name: 'Exports fell by a third.' }).waitFor()
    for (const one of [ana, ben]) expect(one.seat.mistakes).toEqual([])
  })

  it('of a scanned page is set with the arrow keys alone, cited, and opened again on its page', async () => {
    const { ana } = await together()
    await addFile(ana, 'Minutes.pdf', 'application/pdf', tinyPdf([[], []]))
    await ana.sources.getByText(/This is a scan: no machine reads its words/).waitFor()
    await ana.sources.getByRole('button', { name: 'Mark an area' }).press('Enter')
    const page = ana.sources.getByRole('application', { name: /^Area of page 2/ })
    await page.focus()
    for (const key of ['Enter', 'ArrowDown', 'ArrowDown', 'Shift+ArrowRight', 'Enter']) await page.press(key)
    await say(ana, 'The motion was carried.')
    await ana.writeOn('The motion was carried.')
    await ana.sources.getByRole('tab', { name: /^Excerpts/ }).click()
    await ana.sources.getByText(/p\. 2/).waitFor()
    await ana.sources.getByRole('button', { name: 'Cite', exact: true }).click()
    await expect.poll(() => ana.citations().count()).toBe(1)
    await ana.sources.getByRole('button', { name: 'Open at the area' }).click()
    const area = ana.sources.locator('[data-page="2"] .area[data-shown]')
    await area.waitFor()
    expect(await area.evaluate((drawn: HTMLElement) => drawn.style.cssText)).toContain(
      'left: 25%; top: 27%; width: 51%',
    )
    expect(ana.seat.mistakes).toEqual([])
  })
})
