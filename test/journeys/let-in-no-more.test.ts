/** A copy that the server does not take any more: of an older beginning, under a role that may not write, in a page that is too old. */
import { describe, expect, it, onTestFinished } from 'vitest'
import { Analyst } from '../support/analyst.ts'
import { pictures } from '../support/pictures.ts'
import { journeys } from '../support/together.ts'

const { together, workspace } = journeys()

const recoveredIn = async (one: Analyst): Promise<string> => {
  await one.page.getByRole('button', { name: 'Show recovered text' }).click()
  const dialog = one.page.getByRole('dialog', { name: 'Recovered text' })
  const words = await dialog.innerText()
  await one.page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'hidden' })
  return words
}

const databases = (one: Analyst) =>
  one.page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name!))

describe('A brief that was repaired while somebody was away', () => {
  it('opens as it is now; what only the device has is recovered text, and the old copy does not come back', async () => {
    const { id, ana } = await together()
    const { services } = workspace().server
    await ana.writeOn('Kept. ')
    await ana.saved()
    const { db, rooms } = services
    const rowsBehind = (seq: number) =>
      db
        .selectFrom('document_updates')
        .select('seq')
        .where('document', '=', id)
        .where('seq', '>', seq)
        .orderBy('seq')
        .execute()
    const kept = (await rowsBehind(0)).at(-1)!.seq
    await ana.writeOn('Damaged. ')
    await ana.saved()
    await ana.offline(true)
    await ana.headerSays(/^Offline, kept on this device$/)
    await ana.writeOn('Never sent.')
    await ana.headerSays(/^Offline, kept on this device$/)
    await ana.page.goto('about:blank')

    // Everything behind this row builds on it.
    const [row] = await rowsBehind(kept)
    await db
      .updateTable('document_updates')
      .set({ crc: 1 })
      .where('document', '=', id)
      .where('seq', '=', row!.seq)
      .execute()
    await rooms.closeBrief(id, 1012)
    expect(await rooms.repair(id, true)).not.toBe(null)

    await ana.offline(false)
    await ana.page.goto(`${workspace().server.url}/b/${id}`)
    await ana.saved()
    expect(await ana.blocks()).toEqual(['Kept. '])
    const recovered = await recoveredIn(ana)
    expect(recovered).toContain('Damaged. Never sent.')
    expect(recovered).toContain('restored on the server to an earlier state')
    await pictures(ana, 'repaired')

    await expect.poll(async () => (await databases(ana)).filter((name) => / \d+$/.test(name)).length).toBe(1)
    await ana.page.reload()
    await ana.saved()
    expect(await ana.blocks()).toEqual(['Kept. '])
    expect(await recoveredIn(ana)).toContain('Never sent.')
    await ana.writeOn('Onwards.')
    await ana.saved()
    expect(await workspace().server.text(`/api/briefs/${id}/export.md`)).not.toContain('Never sent.')
  })
})

describe('A role that was taken away while somebody was away', () => {
  it('leaves the brief to read, and what was written meanwhile as recovered text', async () => {
    const { id, ana, ben } = await together()
    await ana.writeOn('Agreed.')
    await expect.poll(() => ben.blocks()).toEqual(['Agreed.'])
    await ben.offline(true)
    await ben.headerSays(/^Offline, kept on this device$/)
    await ben.writeOn(' Too late.')
    const { server } = workspace()
    const members: { id: string; name: string }[] = await server.get(`/api/briefs/${id}/members`)
    await server.patch(`/api/briefs/${id}/members/${members.find(({ name }) => name === 'Ben')!.id}`, {
      role: 'viewer',
    })
    await ben.offline(false)
    const told = await recoveredIn(ben)
    expect(told).toContain('Too late.')
    expect(told).toContain('Your role did not let you write')
    await ben.saved()
    expect(await ben.text.innerText()).toContain('Agreed.')
    expect(await ben.text.innerText()).not.toContain('Too late.')
    await expect.poll(() => ben.text.getAttribute('contenteditable')).toBe('false')
    expect(await ana.blocks()).toEqual(['Agreed.'])
  })
})

describe('A page that is older than the server', () => {
  /** A page whose program knows an older schema, until it was loaded anew `until` times. */
  const older = async (until: number) => {
    const { server, browser } = workspace()
    const { id } = await server.newBrief('The port')
    const ana = await Analyst.sitDown(browser, { serviceWorkers: 'allow' })
    onTestFinished(() => ana.leave())
    await server.signIn(ana.page)
    await ana.page.goto(`${server.url}/b/${id}`)
    await ana.writeOn('Before.')
    await ana.saved()
    await ana.page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated')
    await ana.page.addInitScript((loads) => {
      const count = Number(sessionStorage.getItem('loads') ?? 0) + 1
      sessionStorage.setItem('loads', String(count))
      const update = ServiceWorkerRegistration.prototype.update
      ServiceWorkerRegistration.prototype.update = function () {
        sessionStorage.setItem('updates', String(Number(sessionStorage.getItem('updates') ?? 0) + 1))
        return update.call(this)
      }
      if (count > loads) return
      const Native = WebSocket
      window.WebSocket = class extends Native {
        constructor(url: string | URL, protocols?: string | string[]) {
          super(String(url).replace(/schema=\d+/, 'schema=0'), protocols)
        }
      }
    }, until)
    const noted = (name: string) => ana.page.evaluate((of) => Number(sessionStorage.getItem(of)), name)
    return { ana, loads: () => noted('loads'), workerUpdates: () => noted('updates') }
  }

  it('brings the newer one by itself, once, and what was written is there', async () => {
    const { ana, loads, workerUpdates } = await older(1)
    await ana.page.reload()
    await expect.poll(() => loads().catch(() => 0)).toBe(2)
    await ana.saved()
    expect(await ana.blocks()).toEqual(['Before.'])
    await ana.writeOn(' After.')
    await ana.saved()
    expect([await loads(), await workerUpdates()]).toEqual([2, 1])
  })

  it('and stays older says so in one sentence, and does not load for ever', async () => {
    const { ana, loads } = await older(100)
    await ana.page.reload()
    await ana.page.getByText('has not brought the newer one yet').waitFor()
    await ana.headerSays(/^Not connected$/)
    expect(await ana.page.getByRole('alert').count()).toBe(1)
    expect(await ana.blocks()).toEqual(['Before.'])
    await pictures(ana, 'too-old')
    expect(await loads()).toBe(2)
  })
})
