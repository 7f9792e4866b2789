/** Apart and together again: offline, a reload in the middle, the server gone and back. Nothing is lost, and the header is honest. */
import { describe, expect, it, onTestFinished } from 'vitest'
import { startTestServer } from '../support/server.ts'
import { Analyst } from '../support/analyst.ts'
import { journeys } from '../support/together.ts'

const { together, workspace } = journeys()

describe('Two people who lose touch', () => {
  it('both write, meet again, and have all of it', async () => {
    const { id, ana, ben } = await together()
    await ana.writeOn('First line.')
    await expect.poll(() => ben.blocks()).toEqual(['First line.'])
    await ana.offline(true)
    await ana.headerSays(/^Offline, kept on this device$/)
    await ana.writeOn('\nWritten on the train.')
    await ben.caretBehind('First line.')
    await ben.page.keyboard.type(' Written at the desk.')
    await ben.saved()
    await ana.headerSays(/^Offline, kept on this device$/)
    await ana.offline(false)
    const whole = ['First line. Written at the desk.', 'Written on the train.']
    for (const one of [ana, ben]) await expect.poll(() => one.blocks(), { timeout: 30_000 }).toEqual(whole)
    await ana.saved()
    expect(await workspace().server.text(`/api/briefs/${id}/export.md`)).toContain('Written on the train.')
  })

  it('words that went with a paragraph which a colleague joined to another are told to their writer', async () => {
    const { ana, ben } = await together()
    await ana.writeOn('First.\nSecond.')
    await expect.poll(() => ben.blocks()).toEqual(['First.', 'Second.'])
    await ben.offline(true)
    await ben.headerSays(/^Offline, kept on this device$/)
    await ben.caretAtEnd()
    await ben.page.keyboard.type(' Written on the train.')
    await ana.caretBehind('First.')
    await ana.page.keyboard.press('Delete')
    await expect.poll(() => ana.blocks()).toEqual(['First.Second.'])
    await ana.saved()
    await ben.offline(false)
    await ben.saved()
    expect(await ben.blocks()).toEqual(['First.Second.'])
    await ben.page.getByRole('button', { name: 'Show recovered text' }).click()
    await ben.page
      .getByRole('dialog', { name: 'Recovered text' })
      .getByText('Written on the train.')
      .waitFor()
  })

  it('a reload in the middle of typing keeps what was typed', async () => {
    const { ana, ben } = await together()
    await ana.writeOn('Before the reload. ')
    await ana.saved()
    await ana.page.keyboard.type('Just now.')
    await ana.page.reload()
    await ana.text.waitFor()
    for (const one of [ana, ben])
      await expect.poll(() => one.blocks()).toEqual(['Before the reload. Just now.'])
    await ana.writeOn(' And on.')
    await expect.poll(() => ben.blocks()).toEqual(['Before the reload. Just now. And on.'])
  })

  it('a server that stops and comes back gets what was typed meanwhile', async () => {
    const first = await startTestServer()
    const { id } = await first.newBrief('Stops')
    const ana = await Analyst.sitDown(workspace().browser)
    onTestFinished(() => ana.leave())
    await first.signIn(ana.page)
    await ana.page.goto(`${first.url}/b/${id}`)
    await ana.text.waitFor()
    await ana.writeOn('While it was there.')
    await ana.saved()
    await first.services.rooms.drain()
    const { port, dir } = first
    const { cp, mkdtemp, rm } = await import('node:fs/promises')
    const kept = await mkdtemp(`${dir}-kept-`)
    onTestFinished(() => rm(kept, { recursive: true, force: true }))
    await first.services.close().catch(() => undefined)
    await cp(dir, kept, { recursive: true })
    await first.close()
    await ana.page.keyboard.type(' While it was gone.')
    await ana.headerSays(/^(Offline, kept on this device|Not saved, retrying)$/)
    const second = await startTestServer({ dir: kept, port })
    onTestFinished(() => second.close())
    await ana.saved()
    expect(await second.text(`/api/briefs/${id}/export.md`)).toContain(
      'While it was there. While it was gone.',
    )
  })
})
