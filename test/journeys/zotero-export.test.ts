/** What was read and marked elsewhere comes in as evidence. */
import { expect, it } from 'vitest'
import { zoteroExport } from '../support/tiny-collection.ts'
import { journeys } from '../support/together.ts'

const { together } = journeys()

it('A Zotero export with files brings works, saved copies and highlights, and says what did not come', async () => {
  const { ana, ben } = await together()
  await ana.sources.getByRole('button', { name: 'Add source' }).click()
  const dialog = ana.page.getByRole('dialog', { name: 'Add source' })
  await dialog.getByRole('tab', { name: 'File' }).click()
  const file = { name: 'Port.zip', mimeType: 'application/zip', buffer: zoteroExport() }
  await dialog.getByLabel('Files to add as sources').setInputFiles(file)
  await dialog.getByRole('tab', { name: 'References', selected: true }).waitFor()
  await dialog.getByText('2 works were added, with 2 saved copies and 3 excerpts.').waitFor()
  await dialog.getByText('“missing.pdf” is not in the archive.').waitFor()
  await ana.page.keyboard.press('Escape')
  await ben.openSource('Exports in 2024')
  await ben.sources.getByRole('tab', { name: 'Excerpts 2' }).click()
  await ben.sources.getByText('Who expected it?').waitFor()
  for (const one of [ana, ben]) expect(one.seat.mistakes).toEqual([])
})
