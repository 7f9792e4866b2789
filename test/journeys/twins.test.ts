/** The same work comes in twice. */
import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { journeys } from '../support/together.ts'

const { together } = journeys()

it('The same work twice is offered to be one, becomes one with what was taken from it, and two again', async () => {
  const article = await readFile('test/fixtures/articles/council.txt', 'utf8')
  const { ana, ben } = await together()
  await ana.pasteSource(article, { title: 'A council for AI', date: '18 February 2025' })
  await ana.toSourceList()
  await ben.pasteSource(`${article}\n\nCorrected on Tuesday.`, {
    title: 'A Council for AI',
    date: 'February 2025',
  })
  await ben.writeOn('The president uses it.')
  await ben.take({ words: 'Does the president use it himself?' }, 'Cite')
  await ben.sources.getByText(/This looks like “A council for AI”, which is already here/).waitFor()
  await ben.sources.getByRole('button', { name: 'Add to it as a new copy' }).click()
  const rows = ana.sources.getByRole('list', { name: 'Sources' }).getByRole('listitem')
  await expect.poll(() => rows.count()).toBe(1)
  await ana.openSource('A council for AI')
  await ana.sources.getByRole('tab', { name: 'Excerpts 1' }).waitFor()
  await ana.sources.getByLabel('Saved copy').waitFor()
  await ana.sources.getByText(/was merged into it by Ben/).waitFor()
  await ana.sources.getByRole('button', { name: 'Undo the merge' }).click()
  await ana.sources.getByRole('tab', { name: 'Excerpts 0' }).waitFor()
  await ana.toSourceList()
  await expect.poll(() => rows.count()).toBe(2)
  await ana.sources.getByRole('button', { name: 'Keep apart' }).click()
  await ben.toSourceList()
  await expect.poll(() => ben.sources.getByText(/This looks like/).count()).toBe(0)
  for (const one of [ana, ben]) expect(one.seat.mistakes).toEqual([])
})
