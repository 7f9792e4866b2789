/** A brief leaves the workspace: as files of each kind, the same by button and by address, and as a page for readers. */
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { changeSource, readSources } from '../../shared/brief/source.ts'
import { Analyst } from '../support/analyst.ts'
import { journeys } from '../support/together.ts'

const { workspace } = journeys()
const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

it('A brief goes out as files and as a page; a stricter source asks why', async () => {
  const { server, browser } = workspace()
  const [example] = await server.get('/api/briefs')
  const { id } = await server.post('/api/briefs', { title: 'Valmere', copyOf: example.id })
  const ana = await Analyst.sitDown(browser)
  await server.signIn(ana.page)
  await ana.page.goto(`${server.url}/b/${id}`)
  await ana.text.waitFor()
  await ana.saved()

  const dialog = ana.page.getByRole('dialog', { name: 'Export' })
  const start = async (file: string) => {
    await ana.page.getByRole('button', { name: 'Export', exact: true }).click()
    await dialog.getByLabel('File', { exact: true }).selectOption({ label: file })
  }
  const made = async () => {
    const [download] = await Promise.all([
      ana.page.waitForEvent('download'),
      dialog.getByRole('button', { name: /^Download/ }).click(),
    ])
    await dialog.waitFor({ state: 'hidden' })
    return hash(await readFile(await download.path()))
  }
  const byAddress = async (ending: string, query = '') => {
    const address = `${server.url}/api/briefs/${id}/export.${ending}${query}`
    return hash(new Uint8Array(await (await fetch(address, { headers: server.headers })).arrayBuffer()))
  }
  for (const [file, ending] of [
    ['Markdown', 'md'],
    ['Web page', 'html'],
    ['Cited works, CSL-JSON', 'csl.json'],
    ['Cited works, BibTeX', 'bib'],
    ['Cited works, RIS', 'ris'],
    ['Word', 'docx'],
    ['Everything, as an archive', 'zip'],
  ] as const) {
    await start(file)
    expect([file, await made()]).toEqual([file, await byAddress(ending)])
  }

  await server.services.rooms.transact(id, (doc) => {
    for (const source of readSources(doc).keys()) changeSource(doc, source, { handling: 'TLP:AMBER' })
  })
  await start('Web page')
  await dialog.getByRole('button', { name: /^Download/ }).click()
  await dialog.getByText(/is marked TLP:AMBER, and the brief is not marked/).waitFor()
  await dialog.getByLabel('Why it goes outside all the same').fill('Cleared by the ministry')
  expect(await made()).toBe(await byAddress('html', '?reason=Compared'))
  expect((await server.get(`/api/briefs/${id}/export-reasons`))[1]).toMatchObject({
    format: 'html',
    why: 'Cleared by the ministry',
  })

  await ana.page.getByRole('button', { name: 'Share', exact: true }).click()
  const share = ana.page.getByRole('dialog', { name: 'Share' })
  await share.getByRole('button', { name: 'Publish this version' }).click()
  await share.getByLabel('Why it goes outside all the same').fill('Cleared by the ministry')
  await share.getByRole('button', { name: 'Publish this version' }).click()
  const address = await share.getByLabel('Address of the page').inputValue()
  await share.getByRole('link', { name: 'Version 1' }).waitFor()

  const reader = await browser.newContext({ viewport: { width: 390, height: 844 }, serviceWorkers: 'block' })
  const page = await reader.newPage()
  try {
    await page.goto(address)
    await page.getByRole('heading', { level: 1, name: 'Valmere' }).waitFor()
    await page.locator('a[role=doc-noteref]').first().click()
    await page.locator('.notes li:target').getByText('saved', { exact: false }).waitFor()
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
    await share.getByRole('button', { name: /^Take back version 1/ }).click()
    await share.getByText(/taken back/).waitFor()
    await page.reload()
    await page.getByRole('heading', { name: 'This was taken back' }).waitFor()
  } finally {
    await reader.close()
  }
  expect(ana.seat.mistakes).toEqual([])
  await ana.leave()
})
