/** Pictures that are brought in on a train, at a server that hangs, or that no server takes: none is lost, and each says where it is. */
import type { Locator, Page } from 'playwright-core'
import { expect, it, onTestFinished } from 'vitest'
import { Analyst } from '../support/analyst.ts'
import { sharedBrowser } from '../support/browser.ts'
import { folder, sitDownAt } from '../support/device.ts'
import { pictures } from '../support/pictures.ts'
import { startTestServer } from '../support/server.ts'
import { tinyPng } from '../support/tiny-png.ts'

const CHART = { name: 'chart.png', type: 'image/png', bytes: tinyPng(640, 400, [80, 80, 200, 200]) }
const WAITS = 'Kept on this device; it is sent when the server can be reached.'
const ON_ITS_WAY = 'A picture is on its way from Ana’s device.'

const paste = async (ana: Analyst, file: { name: string; type: string; bytes: Uint8Array }) => {
  await ana.caretAtEnd()
  await ana.paste({}, file)
  const dialog = ana.page.getByRole('dialog', { name: 'Describe the picture' })
  await dialog.getByRole('textbox').fill('Exports by month')
  await ana.page.keyboard.press('Enter')
  await dialog.waitFor({ state: 'hidden' })
}

const addressIn = (text: Locator) => () => text.locator('figure img').first().getAttribute('src')
const widthIn = (text: Locator) => () =>
  text.locator('figure img').evaluate((img: HTMLImageElement) => img.naturalWidth)

/** Pictures that wait, of this person, on this device. */
const lieHere = (page: Page) =>
  page.evaluate(async () => {
    const found = (await indexedDB.databases()).find(({ name }) => name!.endsWith(' saved-copies'))
    if (!found) return 0
    const answer = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result))
        request.addEventListener('error', () => reject(request.error!))
      })
    const db = await answer(indexedDB.open(found.name!))
    const all = await answer(db.transaction('waiting').objectStore('waiting').getAll())
    db.close()
    return all.filter((each: object) => 'picture' in each).length
  })

const open = async () => {
  const server = await startTestServer()
  onTestFinished(() => server.close())
  const { id } = await server.newBrief('The port')
  return { server, id }
}

it('a picture pasted offline outlives a cold start, is announced to a colleague, missing in a file, and arrives', async () => {
  const { server, id } = await open()
  const device = await folder()
  const link = await server.post(`/api/briefs/${id}/links`, { role: 'editor' })
  const here = new URL(link.url).pathname

  const morning = await sitDownAt(device)
  await morning.arrive(server.url + here, 'Ana')
  await morning.writeOn('Trade shrank.\n')
  await morning.saved()
  await morning.page.waitForFunction(() =>
    navigator.serviceWorker.ready.then(({ active }) => active?.state === 'activated'),
  )
  await morning.offline(true)
  await morning.headerSays(/^Offline, kept on this device$/)
  await paste(morning, CHART)
  await expect.poll(addressIn(morning.text)).toMatch(/^blob:/)
  await morning.text.getByText(WAITS).waitFor()
  await pictures(morning, 'picture-waits')
  await morning.seat.context.close()

  // A cold start, still without a network.
  const train = await sitDownAt(device)
  await train.offline(true)
  await train.page.goto(`${server.url}/b/${id}`)
  await train.text.waitFor()
  await expect.poll(widthIn(train.text)).toBe(640)
  await train.text.getByText(WAITS).waitFor()
  expect(await train.exported()).toContain('![Exports by month](figures/missing.png)')
  expect(await train.exported('Web page')).toContain('A picture is missing here: Exports by month')

  // The words come before the picture: a colleague is told whose device it lies on.
  await train.page.route('**/pictures', (route) => route.abort())
  await train.offline(false)
  await train.saved()
  const ben = await Analyst.sitDown(await sharedBrowser())
  await ben.arrive(server.url + here, 'Ben')
  await ben.text.getByText(ON_ITS_WAY).waitFor()
  await pictures(ben, 'picture-on-its-way')
  expect(await ben.exported('Web page')).toContain('A picture is missing here: Exports by month')
  await ben.page.getByRole('button', { name: 'Export', exact: true }).click()
  const dialog = ben.page.getByRole('dialog', { name: 'Export' })
  await dialog.getByText('One picture has not reached the server yet').waitFor()
  await pictures(ben, 'picture-missing-in-file')
  await ben.page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'hidden' })

  await train.page.unroute('**/pictures')
  await expect.poll(addressIn(ben.text)).toMatch(/captures\/[0-9a-f]{64}\/bytes/)
  await expect.poll(widthIn(ben.text)).toBe(640)
  await ben.text.getByText(ON_ITS_WAY).waitFor({ state: 'hidden' })
  await train.text.getByText(WAITS).waitFor({ state: 'hidden' })
  await expect.poll(() => lieHere(train.page)).toBe(0)
  expect(await ben.exported('Web page')).toMatch(
    /<img src="data:image\/png;base64,[^"]+" alt="Exports by month"/,
  )
  expect([train.seat.mistakes, ben.seat.mistakes]).toEqual([[], []])
}, 240_000)

const alone = async () => {
  const { server, id } = await open()
  const ana = await Analyst.sitDown(await sharedBrowser())
  await server.signIn(ana.page)
  await ana.page.goto(`${server.url}/b/${id}`)
  await ana.text.waitFor()
  return { server, id, ana }
}

it.runIf(process.env.VOUCH_LONG)(
  'a server that hangs is asked again; undo takes the copy off the device and redo brings it back',
  async () => {
    const { ana } = await alone()
    // Nobody waits for half a minute here: what a hanging server costs is told at client/brief/kept-pictures.
    await ana.page.addInitScript(() => {
      const real = AbortSignal.timeout.bind(AbortSignal)
      AbortSignal.timeout = (time) => real(Math.min(time, 1_500))
    })
    await ana.page.reload()
    await ana.text.waitFor()
    let asked = 0
    const hangs = () => void asked++
    await ana.page.route('**/pictures', hangs)
    await ana.writeOn('Trade shrank.\n')
    await paste(ana, CHART)
    await ana.text.getByText(WAITS).waitFor()
    expect(await lieHere(ana.page)).toBe(1)
    await expect.poll(() => asked).toBeGreaterThan(1)

    const figures = () => ana.text.locator('figure').count()
    for (let steps = 0; steps < 4 && (await figures()) > 0; steps++)
      await ana.page.keyboard.press('ControlOrMeta+z')
    expect(await figures()).toBe(0)
    await expect.poll(() => lieHere(ana.page)).toBe(0)
    for (let steps = 0; steps < 4 && (await figures()) === 0; steps++)
      await ana.page.keyboard.press('ControlOrMeta+Shift+z')
    await expect.poll(widthIn(ana.text)).toBe(640)
    await expect.poll(() => lieHere(ana.page)).toBe(1)

    await ana.page.unroute('**/pictures', hangs)
    await expect.poll(addressIn(ana.text)).toMatch(/captures\/[0-9a-f]{64}\/bytes/)
    await expect.poll(() => lieHere(ana.page)).toBe(0)
    expect(ana.seat.mistakes).toEqual([])
  },
)

it('a picture that the server refuses says why and can be removed; what is none is refused on the device', async () => {
  const { ana } = await alone()
  await ana.writeOn('Trade shrank.\n')
  await ana.offline(true)
  await ana.headerSays(/^Offline, kept on this device$/)
  await ana.paste({}, { name: 'notes.png', type: 'image/png', bytes: Buffer.from('Just words.') })
  await ana.page
    .getByText('Nothing was added; this is no picture that a page can show.', { exact: false })
    .waitFor()
  expect(await ana.text.locator('figure').count()).toBe(0)

  // Cut off in the middle: only the server sees that.
  await paste(ana, { ...CHART, bytes: CHART.bytes.subarray(0, 300) })
  await ana.offline(false)
  await ana.saved()
  const alert = ana.text.getByRole('alert')
  await alert.getByText('the picture is damaged', { exact: false }).waitFor()
  await pictures(ana, 'picture-refused')
  expect(await lieHere(ana.page)).toBe(1)
  await ana.text.getByRole('button', { name: 'Remove' }).click()
  await expect.poll(() => ana.text.locator('figure').count()).toBe(0)
  await expect.poll(() => lieHere(ana.page)).toBe(0)
  expect(ana.seat.mistakes).toEqual([])
})

it.runIf(process.env.VOUCH_LONG)(
  'who signs out is told of a picture that could not be sent, and a picture that can be sent is',
  async () => {
    const { server, id, ana } = await alone()
    await ana.writeOn('Trade shrank.\n')
    await ana.page.route('**/pictures', (route) => route.abort())
    await paste(ana, CHART)
    await ana.saved()
    await ana.page.getByRole('link', { name: 'All briefs' }).click()
    const signOut = async () => {
      await ana.page.getByRole('button', { name: /^Account of/ }).click()
      await ana.page.getByRole('menuitem', { name: 'Sign out' }).click()
    }
    await signOut()
    const dialog = ana.page.getByRole('dialog', { name: 'Not everything is sent' })
    await dialog.getByText('The port').waitFor()
    await dialog.getByRole('button', { name: 'Stay signed in' }).click()
    await ana.page.unroute('**/pictures')
    await signOut()
    await ana.page.waitForURL(/sign-in/)
    expect(await server.text(`/api/briefs/${id}/export.md`)).toMatch(
      /!\[Exports by month\]\(figures\/[0-9a-f]{64}\.png\)/,
    )
    expect(await ana.page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0)
  },
)

it.runIf(process.env.VOUCH_LONG)(
  'a picture whose figure was lost is offered, and can be put in',
  async () => {
    const { ana } = await alone()
    await ana.writeOn('Trade shrank.\n')
    await ana.page.route('**/pictures', (route) => route.abort())
    await paste(ana, CHART)
    await ana.saved()
    await expect.poll(() => lieHere(ana.page)).toBe(1)
    // As after a brief was brought back to what it was before: it lies here for long, and nothing names it.
    await ana.page.evaluate(async (brief) => {
      const answer = <T>(request: IDBRequest<T>) =>
        new Promise<T>((resolve, reject) => {
          request.addEventListener('success', () => resolve(request.result))
          request.addEventListener('error', () => reject(request.error!))
        })
      const { name } = (await indexedDB.databases()).find((each) => each.name!.endsWith(' saved-copies'))!
      const db = await answer(indexedDB.open(name!))
      const store = db.transaction('waiting', 'readwrite').objectStore('waiting')
      const [one] = (await answer(store.getAll())) as object[]
      await answer(store.put({ ...one, id: `${brief} lost`, called: 'lost', at: 0 }))
      db.close()
    }, ana.page.url().split('/b/')[1]!)
    await ana.page.unroute('**/pictures')
    await ana.page.reload()
    await ana.text.waitFor()
    await ana.page.getByText('A picture of yours is not in the text').waitFor()
    await pictures(ana, 'picture-left-over')
    await ana.caretAtEnd()
    await ana.page.getByRole('button', { name: 'Put it in' }).click()
    const dialog = ana.page.getByRole('dialog', { name: 'Describe the picture' })
    await dialog.getByRole('textbox').fill('Once more')
    await ana.page.keyboard.press('Enter')
    await expect.poll(() => ana.text.locator('figure img[src*="/api/captures/"]').count()).toBe(2)
    await expect.poll(() => lieHere(ana.page)).toBe(0)
    expect(ana.seat.mistakes).toEqual([])
  },
)
