/** Without a server and without a network: what opens, what can be done, what the header says, and that all of it arrives. */
import { readdir, readFile } from 'node:fs/promises'
import { expect, it, onTestFinished } from 'vitest'
import type { Analyst } from '../support/analyst.ts'
import { folder, sitDownAt } from '../support/device.ts'
import { pictures } from '../support/pictures.ts'
import { OWNER_TOKEN, startProcess } from '../support/server-process.ts'
import { clientOf } from '../support/server.ts'

const STORY =
  'Exports fell by a third in the first half of the year, two officials said. The port stayed closed until June.'
const NOTICE =
  'The port authority said that 41 ships waited outside on Monday. It expects the berths to open in two weeks.'

const briefOn = async (port: number) => {
  const url = `http://127.0.0.1:${port}`
  const owner = clientOf(url, { authorization: `Bearer ${OWNER_TOKEN}` })
  const { id } = await owner.post('/api/briefs', { title: 'The port' })
  const link = await owner.post(`/api/briefs/${id}/links`, { role: 'editor' })
  return { url, owner, id, link: new URL(link.url).pathname }
}

it('a day offline with evidence work, and a restart of the browser without server or network, arrive whole', async () => {
  const [data, device] = await Promise.all([folder(), folder()])
  const first = await startProcess(data)
  let server = first
  onTestFinished(() => server.kill('SIGKILL'))
  const { url, owner, id, link } = await briefOn(first.port)

  const morning = await sitDownAt(device)
  await morning.arrive(url + link, 'Ana')
  await morning.pasteSource(STORY, {
    title: 'Exports fall',
    date: '2024-05-03',
    address: 'https://paper.example/1',
  })
  await morning.writeOn('Trade shrank.')
  await morning.saved()
  await morning.toSourceList()
  await morning.sources.getByText('Available offline: 1 of 1 source').waitFor()
  await morning.page.waitForFunction(() =>
    navigator.serviceWorker.ready.then(({ active }) => active?.state === 'activated'),
  )

  // The server is killed while she types.
  await morning.caretAtEnd()
  const typing = morning.page.keyboard.type(' And it goes on shrinking.', { delay: 20 })
  await first.kill('SIGKILL')
  await typing
  await morning.headerSays(/^Offline, kept on this device$/)
  await morning.seat.context.close()

  // A cold start: no server, the browser anew. The list first, then the brief.
  const train = await sitDownAt(device)
  await train.page.goto(`${url}/`)
  await train.page.getByRole('link', { name: 'The port' }).click()
  await train.text.waitFor()
  await expect.poll(() => train.blocks()).toEqual(['Trade shrank. And it goes on shrinking.'])
  await train.headerSays(/^Offline, kept on this device$/)
  await train.sources.getByText('Available offline: 1 of 1 source').waitFor()

  // Search within sources, cite, quote; paste a text, which is a source at once, and take from it.
  await train.sources.getByLabel('Search sources').fill('closed until June')
  await train.sources.getByText('closed until June').first().waitFor()
  await train.sources.getByLabel('Search sources').fill('')
  await train.openSource('Exports fall')
  await train.caretAtEnd()
  await train.take({ words: 'The port stayed closed until June.', says: 'An official' }, 'Cite')
  await train.pasteSource(NOTICE, {
    title: 'Notice to ships',
    date: '2024-05-04',
    address: 'https://port.example/2',
  })
  await train.caretAtEnd()
  await train.take({ words: '41 ships waited outside on Monday', says: 'Port authority' }, 'Quote')
  expect(train.seat.mistakes).toEqual([])
  await train.text
    .getByText(/Word for word/)
    .first()
    .waitFor()
  await train.toSourceList()
  await train.sources.getByText('will be sent when online').waitFor()
  await train.sources.getByText('Available offline: 2 of 2 sources').waitFor()
  const exported = await train.exported()
  expect(exported).toContain('And it goes on shrinking.')
  expect(exported).toContain('41 ships waited outside on Monday')
  await pictures(train, 'train')

  // The browser is killed in the middle of a sentence.
  await train.headerSays(/^Offline, kept on this device$/)
  await train.writeOn(' Last words.')
  await train.page.waitForTimeout(150)
  await killed(train, device)

  server = await startProcess(data, first.port)
  const home = await sitDownAt(device)
  await home.page.goto(`${url}/b/${id}`)
  await home.text.waitFor()
  await home.saved()
  await home.sources.getByText('will be sent when online').waitFor({ state: 'hidden' })
  const there: string = await owner.get(`/api/briefs/${id}/export.md`)
  expect(there).toContain('And it goes on shrinking.')
  expect(there).toContain('41 ships waited outside on Monday')
  expect(there).toContain('Last words.')
  const sources = await owner.get(`/api/briefs/${id}/sources`)
  const notice = sources.find((each: { item: { title: string } }) => each.item.title === 'Notice to ships')
  expect(await owner.get(`/api/captures/${notice.captures[0].hash}/text`)).toBe(NOTICE)

  // Signing out takes all of it off the device.
  await home.page.getByRole('link', { name: 'All briefs' }).click()
  await home.page.getByRole('button', { name: 'Account of Ana' }).click()
  await home.page.getByRole('menuitem', { name: 'Sign out' }).click()
  await home.page.waitForURL(/sign-in/)
  expect(await home.page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0)
}, 240_000)

/** The browser ends as if its power were cut: its process, found by the folder that is the device. */
const killed = async ({ seat: { context } }: Analyst, device: string) => {
  const gone = new Promise<void>((resolve) => context.once('close', () => resolve()))
  for (const pid of await readdir('/proc')) {
    const command = /^\d+$/.test(pid) ? await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '') : ''
    if (command.includes(`--user-data-dir=${device}`) && !command.includes('--type='))
      process.kill(Number(pid), 'SIGKILL')
  }
  await gone
}
