/** What lies on one device: two windows of one person, marked sources, and what signing out does with what is unsent. */
import { describe, expect, it, onTestFinished } from 'vitest'
import { roots } from '../../shared/brief/document.ts'
import { Analyst } from '../support/analyst.ts'
import { seatIn } from '../support/browser.ts'
import { pictures } from '../support/pictures.ts'
import { tinyPdf } from '../support/tiny-pdf.ts'
import { journeys } from '../support/together.ts'

const { together, workspace } = journeys()

const OFFLINE = /^Offline, kept on this device$/

const secondWindow = async (one: Analyst): Promise<Analyst> => {
  const other = new Analyst(await seatIn(one.seat.context))
  await other.page.goto(one.page.url())
  await other.text.waitFor()
  return other
}

const signOut = async ({ page }: Analyst) => {
  await page.getByRole('button', { name: /^Account of/ }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
}

const databases = ({ page }: Analyst) =>
  page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name!))

describe('Two windows of one person', () => {
  it('both write offline, one is closed, and nothing is lost or there twice', async () => {
    const { id, ana, ben } = await together()
    await ana.writeOn('Start.')
    await ana.saved()
    const other = await secondWindow(ana)
    await other.saved()
    expect(await other.blocks()).toEqual(['Start.'])
    await ana.offline(true)
    for (const window of [ana, other]) await window.headerSays(OFFLINE)
    await ana.writeOn('\nFirst window.')
    await other.writeOn('\nSecond window.')
    for (const window of [ana, other]) await window.headerSays(OFFLINE)
    await ben.caretBehind('Start.')
    await ben.page.keyboard.type(' Ben.')
    await ben.saved()
    await ana.offline(false)
    for (const window of [ana, other, ben]) {
      await window.saved()
      await expect
        .poll(async () => (await window.blocks()).toSorted())
        .toEqual(['First window.', 'Second window.', 'Start. Ben.'])
    }
    // What is on the device is the same once more.
    await ana.offline(true)
    await ana.headerSays(OFFLINE)
    await ana.writeOn(' More.')
    await ana.headerSays(OFFLINE)
    await other.page.close()
    await ana.offline(false)
    await ana.saved()
    const whole: string = await workspace().server.text(`/api/briefs/${id}/export.md`)
    for (const words of ['First window.', 'Second window.', 'Ben.', 'More.'])
      expect(whole.split(words)).toHaveLength(2)
  })
})

describe('Sources on the device', () => {
  it('are kept but for marked ones, which are only where it was allowed, and the pages of a PDF say what is here without them', async () => {
    const { server, browser } = workspace()
    const { id } = await server.newBrief('The council')
    const ana = await Analyst.sitDown(browser, { serviceWorkers: 'allow' })
    onTestFinished(() => ana.leave())
    await server.signIn(ana.page)
    await ana.page.goto(`${server.url}/b/${id}`)
    const open = await server.post(`/api/briefs/${id}/sources`, {
      text: 'Anybody may read this.',
      item: { type: 'report', title: 'Open' },
    })
    const marked = await server.post(`/api/briefs/${id}/sources`, {
      text: 'Only a few may read this.',
      item: { type: 'report', title: 'Internal' },
    })
    await server.services.rooms.transact(id, (doc) =>
      roots(doc).sources.get(marked.source.id)!.set('handling', 'Internal'),
    )
    const pdf = tinyPdf([[{ text: 'A page of a report.', y: 700 }]])
    await server.upload(
      `/api/briefs/${id}/sources`,
      new Blob([new Uint8Array(pdf)], { type: 'application/pdf' }),
      'Report.pdf',
    )
    const line = ana.sources.getByText(/^Available offline/)
    await expect
      .poll(() => line.innerText())
      .toBe('Available offline: 2 of 3 sources; 1 marked source not kept on this device')
    await pictures(ana, 'marked', async () => {
      if (await ana.sources.isHidden()) await ana.page.getByRole('button', { name: 'Sources' }).click()
    })
    const held = () =>
      ana.page.evaluate(async () => {
        const { name } = (await indexedDB.databases()).find((each) => each.name!.endsWith(' saved-copies'))!
        const db = await new Promise<IDBDatabase>((resolve) => {
          const request = indexedDB.open(name!)
          request.onsuccess = () => resolve(request.result)
        })
        const keys = await new Promise<IDBValidKey[]>((resolve) => {
          const request = db.transaction('captures').objectStore('captures').getAllKeys()
          request.onsuccess = () => resolve(request.result)
        })
        db.close()
        return keys
      })
    expect(await held()).toContain(open.capture.hash)
    expect(await held()).not.toContain(marked.capture.hash)
    await ana.sources.getByRole('checkbox').check()
    await expect.poll(() => line.innerText()).toBe('Available offline: 3 of 3 sources')
    expect(await held()).toContain(marked.capture.hash)
    await ana.sources.getByRole('checkbox').uncheck()
    await expect.poll(held).not.toContain(marked.capture.hash)

    await ana.page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated')
    await ana.offline(true)
    await ana.headerSays(/^Offline/)
    await ana.openSource('Report')
    await ana.sources.getByText('The text and its excerpts are here all the same.').waitFor()
    await ana.sources.getByRole('button', { name: 'Read the text' }).click()
    await ana.sources.getByText('A page of a report.').waitFor()
    await ana.offline(false)

    // Pages that were looked at once are drawn without a server too.
    await ana.saved()
    await ana.sources.getByRole('button', { name: 'Pages', exact: true }).click()
    const words = ana.sources.locator('.pdf-text', { hasText: 'A page of a report.' })
    await words.waitFor()
    await ana.offline(true)
    await ana.page.reload()
    await ana.headerSays(/^Offline/)
    await ana.openSource('Report')
    await words.waitFor()
    await ana.offline(false)
  })
})

describe('Signing out', () => {
  it('right after a reload sends the rest first, and asks nothing when all of it is there', async () => {
    const { id, ana } = await together()
    await ana.writeOn('Typed to the last moment.')
    await ana.page.goto(`${workspace().server.url}/`)
    await signOut(ana)
    await ana.page.waitForURL(/sign-in/)
    expect(await databases(ana)).toEqual([])
    expect(await workspace().server.text(`/api/briefs/${id}/export.md`)).toContain(
      'Typed to the last moment.',
    )
  })

  it('sends what was written offline in a window that is closed by now', async () => {
    const { id, ana } = await together()
    await ana.offline(true)
    await ana.headerSays(OFFLINE)
    await ana.writeOn('On the train.')
    await ana.headerSays(OFFLINE)
    await ana.page.goto('about:blank')
    await ana.offline(false)
    await ana.page.goto(`${workspace().server.url}/`)
    await signOut(ana)
    await ana.page.waitForURL(/sign-in/)
    expect(await workspace().server.text(`/api/briefs/${id}/export.md`)).toContain('On the train.')
  })

  it('without a server names the briefs with something unsent, and keeps it for whoever stays', async () => {
    const { ana } = await together()
    await ana.page.getByRole('link', { name: 'All briefs' }).click()
    await ana.page.getByRole('link', { name: 'The council' }).first().click()
    await ana.offline(true)
    await ana.headerSays(OFFLINE)
    await ana.writeOn('Unsent.')
    await ana.headerSays(OFFLINE)
    await ana.page.getByRole('link', { name: 'All briefs' }).click()
    await signOut(ana)
    const dialog = ana.page.getByRole('dialog', { name: 'Not everything is sent' })
    await dialog.getByText('The council').waitFor()
    await pictures(ana, 'sign-out')
    await dialog.getByRole('button', { name: 'Stay signed in' }).click()
    expect((await databases(ana)).length).toBeGreaterThan(0)
  })
})
