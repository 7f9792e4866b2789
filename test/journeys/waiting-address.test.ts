/** An address that is entered on a train: it waits, also through a reload, and becomes a source on return, or says why not. */
import { expect, it, onTestFinished } from 'vitest'
import { createFetcher } from '../../server/ingest/fetch-page.ts'
import { Analyst } from '../support/analyst.ts'
import { sharedBrowser } from '../support/browser.ts'
import { type Answering, openSite, page } from '../support/little-site.ts'
import { pictures } from '../support/pictures.ts'
import { startTestServer } from '../support/server.ts'

const STORY = `<!doctype html><title>Exports fall</title><article><h1>Exports fall</h1>${'<p>Exports fell by a third in the first half of the year, two officials said on Monday in the capital.</p>'.repeat(8)}</article>`

it('an address waits while offline, survives a reload, and is fetched on return or fails with a sentence and a way on', async () => {
  const gone: Answering = (_, response) => response.writeHead(404).end()
  const paths: Record<string, Answering> = { '/story': page(STORY), '/later': gone, '/never': gone }
  const site = await openSite(paths)
  onTestFinished(() => site.close())
  const server = await startTestServer({ fetcher: createFetcher({ trusted: new Set([site.origin]) }) })
  onTestFinished(() => server.close())
  const browser = await sharedBrowser()
  const { id } = await server.newBrief('The port')
  const ana = await Analyst.sitDown(browser, { serviceWorkers: 'allow' })
  await server.signIn(ana.page)
  await ana.page.goto(`${server.url}/b/${id}`)
  await ana.writeOn('Trade shrank.')
  await ana.saved()
  await ana.page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  await ana.page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated')

  await ana.offline(true)
  await ana.headerSays(/^Offline, kept on this device$/)
  for (const name of ['story', 'later', 'never']) await ana.addAddress(`${site.origin}/${name}`)
  const waiting = ana.sources.getByRole('list', { name: 'Addresses that wait' })
  const lines = () => waiting.getByText('Will be fetched when online').count()
  await expect.poll(lines).toBe(3)
  await ana.page.reload()
  await ana.text.waitFor()
  await expect.poll(lines).toBe(3)
  expect(site.asked).toHaveLength(0)
  await pictures(ana, 'waiting-address', async () => {
    if (await ana.sources.isHidden()) await ana.page.getByRole('button', { name: 'Sources' }).click()
  })

  await ana.offline(false)
  await ana.saved()
  await ana.sources.getByRole('button', { name: 'Exports fall', exact: true }).waitFor()
  const rows = waiting.getByRole('listitem')
  await expect.poll(() => rows.getByRole('alert').count()).toBe(2)
  await pictures(ana, 'refused-address')

  // One is there now, the other is let go; neither came twice.
  paths['/later'] = page(STORY.replaceAll('Exports fall', 'Imports fall'))
  await rows.filter({ hasText: '/later' }).getByRole('button', { name: 'Try again' }).click()
  await ana.sources.getByRole('button', { name: 'Imports fall', exact: true }).waitFor()
  await rows.filter({ hasText: '/never' }).getByRole('button', { name: 'Remove' }).click()
  await waiting.waitFor({ state: 'hidden' })
  const sources: { item: { title: string } }[] = await server.get(`/api/briefs/${id}/sources`)
  expect(sources.map(({ item }) => item.title).toSorted()).toEqual(['Exports fall', 'Imports fall'])
})
