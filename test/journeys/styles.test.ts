/** A brief changes its citation style while two people are in it. */
import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { journeys } from '../support/together.ts'

const { together } = journeys()

it('A style chosen by one is read by both: in the line, in the list, and in the exported page; a broken one changes nothing', async () => {
  const article = await readFile('test/fixtures/articles/council.txt', 'utf8')
  const { ana, ben } = await together()
  await ana.pasteSource(article, { title: 'A council for AI', date: '18 February 2025' })
  await ana.writeOn('The president uses it.')
  await ana.take({ words: 'Does the president use it himself?' }, 'Cite')
  await expect.poll(() => ben.citations().count()).toBe(1)

  const { page } = ana.seat
  await page.getByRole('button', { name: 'Export' }).click()
  const dialog = page.getByRole('dialog', { name: 'Export' })
  await dialog.getByLabel('Citation style of the brief').selectOption('apa')
  await dialog.getByText('(OECD, 2022, p. 4)').waitFor()
  await dialog
    .getByLabel('Style file')
    .setInputFiles({ name: 'x.csl', mimeType: 'text/xml', buffer: Buffer.from('<style>') })
  await dialog.getByText(/This file is not a CSL style.*Nothing was changed/).waitFor()
  await dialog.getByRole('button', { name: 'Cancel' }).click()

  for (const one of [ana, ben])
    await expect.poll(() => one.citations().first().textContent()).toMatch(/^\(.*2025.*\)$/)
  const shown = (await ben.citations().first().textContent())!
  expect((await ben.exported('Web page')).replace(/<[^>]*>/g, '')).toContain(
    `The president uses it ${shown}.`,
  )

  await page.getByRole('button', { name: 'Export' }).click()
  await dialog.getByLabel('Citation style of the brief').selectOption('numeric')
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await expect.poll(() => ben.citations().first().getAttribute('data-n')).toBe('1')
  for (const one of [ana, ben]) expect(one.seat.mistakes).toEqual([])
})
