/** What a person typed, or could see only once, does not slip by them. For the long round. */
import { expect, it } from 'vitest'
import { readExcerpts } from '../../shared/brief/excerpt.ts'
import { journeys } from '../support/together.ts'

const { together, workspace } = journeys()
const TEXT = 'Exports fell by a third in spring, the ministry said. Nobody asked why.'

it.runIf(process.env.VOUCH_LONG)('Esc lets go of a passage and not of what was typed of it', async () => {
  const { ana, id } = await together()
  await ana.pasteSource(TEXT, { title: 'Trade in spring' })
  await ana.mark('Exports fell by a third')
  await ana.bar().getByRole('button', { name: 'Who says this?' }).click()
  await ana.bar().getByLabel('Name or description').fill('The deputy minister')
  await ana.page.keyboard.press('Escape')
  await ana.bar().waitFor({ state: 'hidden' })

  await ana.mark('Nobody asked why')
  expect(await ana.bar().getByLabel('Name or description').count()).toBe(0)

  await ana.mark('fell by a third in spring')
  expect(await ana.bar().getByLabel('Name or description').inputValue()).toBe('The deputy minister')
  await ana.bar().getByRole('button', { name: 'Keep as excerpt' }).click()
  await ana.bar().waitFor({ state: 'hidden' })
  await ana.saved()
  const { rooms } = workspace().server.services
  const kept = await rooms.transact(id, (doc) => [...readExcerpts(doc).values()])
  expect(kept.map(({ says }) => says?.name)).toEqual(['The deputy minister'])
  await ana.mark('Exports fell by a third')
  expect(await ana.bar().getByLabel('Name or description').count()).toBe(0)
  expect(ana.seat.mistakes).toEqual([])
})

it.runIf(process.env.VOUCH_LONG)(
  'A link that is shown once is not closed without a copy unasked',
  async () => {
    const { ana } = await together()
    const { page } = ana
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    const dialog = page.getByRole('dialog', { name: 'Share' })
    const make = async () => {
      await page.getByRole('button', { name: 'Share', exact: true }).click()
      await dialog.getByRole('button', { name: 'Make link' }).click()
      const link = await dialog.getByRole('textbox', { name: 'Link' }).inputValue()
      await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Copy link')
      return link
    }
    const link = await make()
    await dialog.getByText('Copy it now: this link is shown only this once.').waitFor()
    await page.keyboard.press('Escape')
    await dialog.getByText(/The link is not copied yet/).waitFor()
    await page.keyboard.press('Enter')
    await dialog.waitFor({ state: 'hidden' })
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(link)

    await make()
    await page.keyboard.press('Enter')
    await dialog.getByText('Copied. This link is shown only this once.').waitFor()
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'hidden' })

    await make()
    await page.keyboard.press('Escape')
    await dialog.getByRole('button', { name: 'Close without it' }).click()
    await dialog.waitFor({ state: 'hidden' })
    expect(ana.seat.mistakes).toEqual([])
  },
)

it.runIf(process.env.VOUCH_LONG)('A kind of file that chooses its readers says so', async () => {
  const { ana } = await together()
  await ana.page.getByRole('button', { name: 'Export', exact: true }).click()
  const dialog = ana.page.getByRole('dialog', { name: 'Export' })
  const why = dialog.getByText(/^Outside is chosen/)
  expect(await why.count()).toBe(0)
  await dialog.getByLabel('File', { exact: true }).selectOption({ label: 'Word' })
  await why.waitFor()
  expect(await dialog.getByRole('radio', { name: /^Outside/ }).isChecked()).toBe(true)
  await dialog.getByRole('radio', { name: /^Inside/ }).check()
  expect(await why.count()).toBe(0)
})
