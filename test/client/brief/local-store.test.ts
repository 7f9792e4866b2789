import { createServer, type Server } from 'node:http'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import type * as LocalStoreFile from '../../../client/brief/local-store.ts'
import { sharedBrowser } from '../../support/browser.ts'

declare global {
  /** The file under test, in the page. */
  // eslint-disable-next-line no-var
  var device: typeof LocalStoreFile
}

const FILE = fileURLToPath(new URL('../../../client/brief/local-store.ts', import.meta.url))

let script: string
let server: Server
let origin: string
let browser: Browser
let context: BrowserContext

beforeAll(async () => {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: { write: false, minify: false, lib: { entry: FILE, formats: ['iife'], name: 'device' } },
  })
  const [first] = Array.isArray(built) ? built : [built]
  if (!first || !('output' in first)) throw new Error('The file was not built.')
  script = first.output[0].code
  // An origin of its own: a blank page has no IndexedDB.
  server = createServer((_, response) =>
    response.setHeader('content-type', 'text/html').end('<title>x</title>'),
  )
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(server.address() as { port: number }).port}`
  browser = await sharedBrowser()
})
afterAll(async () => {
  server.close()
})
beforeEach(async () => {
  context = await browser.newContext()
  return () => context.close()
})

const tab = async (): Promise<Page> => {
  const page = await context.newPage()
  await page.goto(origin)
  await page.addScriptTag({ content: `${script}; window.device = device` })
  return page
}

/** Appends updates, a byte each behind the empty update; gives back how many rows there are. */
const append = (page: Page, epoch: number, count: number) =>
  page.evaluate(
    async ([number, rows]) => {
      const copy = await device.deviceStore.open({ person: 'ana', document: 'abcdefghij' }, number!)
      for (let n = 0; n < rows!; n++) await copy.append([new Uint8Array([0, 0])], 'unsent 1')
      const { length } = (await copy.load()).updates
      copy.close()
      return length
    },
    [epoch, count],
  )

const found = (page: Page, person = 'ana') =>
  page.evaluate(async (whose) => {
    const copy = await device.deviceStore.find({ person: whose, document: 'abcdefghij' })
    if (!copy) return null
    const { updates, unsent } = await copy.load()
    copy.close()
    return { epoch: copy.epoch, rows: updates.length, unsent }
  }, person)

const compact = (page: Page) =>
  page.evaluate(async () => {
    const copy = await device.deviceStore.open({ person: 'ana', document: 'abcdefghij' }, 1)
    for (let n = 0; n < 5; n++) await copy.compact()
    copy.close()
  })

const inserted = (page: Page, client: number) =>
  page.evaluate(async (id) => {
    const copy = await device.deviceStore.open({ person: 'ana', document: 'abcdefghij' }, 1)
    // Letter by letter "x" into the text "t", as the given client.
    for (let clock = 0; clock < 60; clock++) {
      const place = clock === 0 ? [0x04, 1, 1, 116] : [0x84, id, clock - 1]
      await copy.append([new Uint8Array([1, 1, id, clock, ...place, 1, 120, 0])], null)
    }
    copy.close()
  }, client)

it('has nothing at first, and later what was put there, in another tab too', async () => {
  const one = await tab()
  expect(await found(one)).toBe(null)
  await append(one, 1, 3)
  await one.close()
  const two = await tab()
  expect(await found(two)).toEqual({ epoch: 1, rows: 3, unsent: ['unsent 1'] })
  expect(await found(two, 'ben')).toBe(null)
})

it('finds the copy of the newest epoch', async () => {
  const page = await tab()
  await append(page, 2, 1)
  await append(page, 10, 4)
  await append(page, 9, 2)
  expect(await found(page)).toMatchObject({ epoch: 10, rows: 4 })
})

it('compacts without taking away what another tab writes at that moment', async () => {
  const [one, two] = [await tab(), await tab()]
  await append(one, 1, 50)
  await Promise.all([compact(one), inserted(one, 5), inserted(two, 6), compact(two)])
  const letters = await one.evaluate(async () => {
    const copy = await device.deviceStore.open({ person: 'ana', document: 'abcdefghij' }, 1)
    await copy.compact()
    const { updates } = await copy.load()
    copy.close()
    return { rows: updates.length, letters: updates[0]!.filter((byte) => byte === 120).length }
  })
  expect(letters).toEqual({ rows: 1, letters: 120 })
})

it('replaces, notes what the server has, and keeps recovered text until it is dismissed', async () => {
  const page = await tab()
  await append(page, 1, 5)
  const kept = await page.evaluate(async () => {
    const key = { person: 'ana', document: 'abcdefghij' }
    const copy = await device.deviceStore.open(key, 1)
    await copy.append([new Uint8Array([0, 0])], 'unsent 2')
    await copy.replace(new Uint8Array([0, 0]), null)
    await copy.sent(['unsent 1'])
    copy.close()
    const text = { at: '2025-05-03T10:00:00Z', because: 'refused' as const, texts: ['Too late.'] }
    await device.deviceStore.keepRecovered(key, { id: 'a', ...text })
    await device.deviceStore.keepRecovered(key, { id: 'b', ...text })
    await device.deviceStore.forgetRecovered(key, 'a')
    return device.deviceStore.recovered(key)
  })
  expect(kept.map(({ id, texts }) => [id, texts])).toEqual([['b', ['Too late.']]])
  expect(await found(page)).toEqual({ epoch: 1, rows: 1, unsent: ['unsent 2'] })
  // What one window has sent says nothing of another's.
  const unsent = () => page.evaluate(() => device.deviceStore.unsent('ana'))
  expect(await unsent()).toEqual(['abcdefghij'])
  await page.evaluate(async () => {
    const copy = await device.deviceStore.open({ person: 'ana', document: 'abcdefghij' }, 1)
    await copy.sent(['unsent 2'])
    copy.close()
  })
  // Recovered text that nobody put away is nowhere else either.
  expect(await unsent()).toEqual(['abcdefghij'])
  await page.evaluate(() =>
    device.deviceStore.forgetRecovered({ person: 'ana', document: 'abcdefghij' }, 'b'),
  )
  expect(await unsent()).toEqual([])
})
