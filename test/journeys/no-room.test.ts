/** Where there is no room: in the brief, on the server's disk, on the device. What the header says, and where the words are. */
import { sql } from 'kysely'
import { describe, expect, it, onTestFinished } from 'vitest'
import { roots } from '../../shared/brief/document.ts'
import { BYTES_LIMIT } from '../../shared/brief/size.ts'
import { Analyst } from '../support/analyst.ts'
import { pictures } from '../support/pictures.ts'
import { journeys } from '../support/together.ts'

const { together, workspace } = journeys()

/** Makes the brief hold this share of what a brief can, in a note that no page shows. */
const fillTo = (id: string, share: number) =>
  workspace().server.services.rooms.transact(id, (doc) => {
    const { about } = roots(doc)
    about.set('purpose', 'x'.repeat(Math.floor(share * BYTES_LIMIT)))
  })

describe('A server whose disk is full', () => {
  it('is told with what is held and what to do; what was acknowledged is there, the rest arrives when there is room', async () => {
    const { id, ana, ben } = await together()
    const { services } = workspace().server
    await ana.writeOn('Stored before.')
    await ana.saved()
    await sql`pragma wal_checkpoint(truncate)`.execute(services.db)
    // The database may not grow by a page: what SQLite does on a full disk.
    await sql`pragma max_page_count = 1`.execute(services.db)
    const room = async () => void (await sql`pragma max_page_count = 1073741823`.execute(services.db))
    try {
      const held = ' Held meanwhile.'.repeat(1000)
      await ana.caretAtEnd()
      await ana.page.keyboard.insertText(held)
      await ana.headerSays(/^Not saved, retrying$/)
      await ana.page
        .getByRole('alert')
        .filter({ hasText: 'saved by itself as soon as there is room' })
        .waitFor()
      await pictures(ana, 'server-full')
      // Reading goes on, and nobody sees what is not stored.
      const other = await ben.seat.context.newPage()
      await other.goto(ben.page.url())
      await expect
        .poll(() => other.getByRole('textbox', { name: 'Brief text' }).innerText())
        .toContain('Stored before.')
      expect(await ben.blocks()).toEqual(['Stored before.'])
      await other.close()
      await ana.writeOn(' Typed on.')
      await room()
      await ana.saved()
      const whole = `Stored before.${held} Typed on.`
      await expect.poll(() => ben.blocks()).toEqual([whole])
      await ana.page.getByText('saved by itself as soon as there is room').waitFor({ state: 'hidden' })
      expect(await workspace().server.text(`/api/briefs/${id}/export.md`)).toContain(
        'Held meanwhile. Typed on.',
      )
    } finally {
      await room()
    }
  })
})

// What the server says of it has tests of its own in each round.
describe.runIf(process.env.VOUCH_LONG)('A brief that fills up', () => {
  it('says so quietly in good time, loudly when it is full, keeps what was not taken, and is free when room was made', async () => {
    const { id, ana, ben } = await together()
    await ana.writeOn('Trade shrank.')
    await ana.saved()
    expect(await ana.page.getByText('% full').count()).toBe(0)
    await fillTo(id, 0.83)
    for (const one of [ana, ben]) await one.page.getByText('This brief is 83 % full.').waitFor()
    await pictures(ana, 'brief-nearly-full')
    await fillTo(id, 0.9975)
    await ana.page.getByRole('alert').filter({ hasText: 'This brief is full' }).waitFor()

    await ana.caretAtEnd()
    const lines = 'Words that do not fit any more. '.repeat(1000)
    await ana.page.keyboard.insertText(lines)
    await ana.page.getByRole('button', { name: 'Show recovered text' }).click()
    await ana.page
      .getByRole('dialog', { name: 'Recovered text' })
      .getByText('Words that do not fit any more.')
      .waitFor()
    await ana.page.keyboard.press('Escape')
    await ana.page.getByRole('alert').filter({ hasText: 'This brief is full' }).waitFor()
    await pictures(ana, 'brief-full')
    expect(await ana.blocks()).toEqual(['Trade shrank.'])
    // It is read and exported as ever, and deleting works.
    expect(await ana.exported()).toContain('Trade shrank.')
    await ana.caretAtEnd()
    for (let n = 0; n < 'shrank.'.length; n++) await ana.page.keyboard.press('Backspace')
    await ana.saved()
    await expect.poll(() => ben.blocks()).toEqual(['Trade '])
    await fillTo(id, 0)
    await ana.page.getByText('This brief is full').waitFor({ state: 'hidden' })
    await ana.writeOn('grows.')
    await expect.poll(() => ben.blocks()).toEqual(['Trade grows.'])
  })
})

// A browser takes half a minute to be full. What is said and kept then, client/brief/open-brief says in every round.
if (process.env.VOUCH_LONG === '1')
  describe('A device that is full', () => {
    it('keeps nothing and says so; typing goes on, and all of it reaches the server', async () => {
      const { server, browser } = workspace()
      const { id } = await server.newBrief('The council')
      const ana = await Analyst.sitDown(browser)
      onTestFinished(() => ana.leave())
      await server.signIn(ana.page)
      const devtools = await ana.seat.context.newCDPSession(ana.page)
      const quota = (bytes: number) =>
        devtools.send('Storage.overrideQuotaForOrigin', { origin: server.url, quotaSize: bytes })
      // Before the page writes its first word: Chromium remembers for a while how much room there was.
      await quota(256 * 1024)
      await ana.page.goto(`${server.url}/b/${id}`)
      await ana.writeOn('On both.')
      await ana.saved()
      await quota(1)
      await ana.writeOn(' On the server.')
      await ana.saved()
      await ana.offline(true)
      await ana.writeOn(' In this window only:')
      const much = ' and so on'.repeat(600)
      const header = ana.page.locator('.saved-state')
      await expect
        .poll(async () => {
          await ana.page.keyboard.insertText(much)
          return header.innerText()
        })
        .toBe('Not kept on this device')
      await ana.page.getByRole('alert').filter({ hasText: 'it is in this window only' }).waitFor()
      await pictures(ana, 'device-full')
      // It would be gone with the window, which asks before it closes.
      const asked = ana.page.waitForEvent('dialog')
      await ana.page.close({ runBeforeUnload: true })
      expect((await asked).type()).toBe('beforeunload')
      await (await asked).dismiss()
      await ana.writeOn(' Typed on.')
      const [written] = await ana.blocks()
      expect(written).toMatch(/^On both. On the server. In this window only:( and so on)+ Typed on\.$/)
      await ana.offline(false)
      await ana.saved()
      expect(await server.text(`/api/briefs/${id}/export.md`)).toContain(written)

      await quota(64 * 1024 * 1024)
      await ana.offline(true)
      await ana.headerSays(/^Offline, kept on this device$/)
    })
  })
