/** The text of a brief is written in before the program around it is there. */
import { expect, it, onTestFinished } from 'vitest'
import { readBrief } from '../../../shared/brief/read.ts'
import { toMarkdown } from '../../../shared/markdown/write.ts'
import { Analyst } from '../../support/analyst.ts'
import type { Journeys } from '../../support/together.ts'

export const earlyWriting = ({ workspace }: Journeys): void => {
  it('lets one write in the text before the program around it is there, and go on when it is', async () => {
    const { server, browser } = workspace()
    const { id } = await server.post('/api/briefs/import', { markdown: 'Exports fell.\n\nNobody asked why.' })
    const ana = await Analyst.sitDown(browser)
    onTestFinished(() => ana.leave())
    await server.signIn(ana.page)
    let bring = () => {}
    const brought = new Promise<void>((resolve) => {
      bring = resolve
    })
    await ana.page.route('**/assets/program-*.js', async (route) => {
      await brought
      await route.continue()
    })
    await ana.page.goto(`${server.url}/b/${id}`, { waitUntil: 'commit' })
    await ana.page.locator('#first-text').getByRole('textbox', { name: 'Brief text' }).waitFor()
    await ana.caretBehind('Exports fell.')
    await ana.page.keyboard.type(' Early')
    expect(await ana.page.getByRole('button', { name: 'Share' }).count()).toBe(0)
    bring()
    await ana.page.getByRole('button', { name: 'Share' }).waitFor()
    await ana.page.locator('#first-text').waitFor({ state: 'detached' })
    await ana.page.keyboard.type(' words.')
    await ana.saved()
    expect(await ana.blocks()).toEqual(['Exports fell. Early words.', 'Nobody asked why.'])
    expect(toMarkdown(readBrief(await server.services.rooms.read(id)))).toContain(
      'Exports fell. Early words.',
    )
    await ana.page.keyboard.press('ControlOrMeta+z')
    await expect.poll(() => ana.blocks()).not.toContain('Exports fell. Early words.')
    expect(ana.seat.mistakes).toEqual([])
  })
}
