/**
 * The main job, end to end: two analysts, one brief, a news article, passages cited and quoted, Markdown whose
 * footnotes carry the quoted words.
 */
import { readFile } from 'node:fs/promises'
import { expect, it, onTestFinished } from 'vitest'
import { Analyst } from '../../support/analyst.ts'
import type { Journeys } from '../../support/together.ts'

const ARTICLE = new URL('../../fixtures/articles/council.txt', import.meta.url)
const MANDATE = 'this body will have a mandate, a secretary and a date by which it must deliver'
const BRIEFING = 'they are expected to name one person each who can decide on the spot'
const QUARREL = 'a quarrel between ministries that has slowed at least four projects'

/** Two analysts write a brief from a news article. */
export const theMainJob = ({ workspace }: Journeys): void => {
  it('from an empty page to Markdown with the quoted words', async () => {
    const { server, browser, colleagues } = workspace()
    const ana = await Analyst.sitDown(browser)
    const ben = await Analyst.sitDown(colleagues)
    onTestFinished(async () => {
      await ana.leave()
      await ben.leave()
    })

    // Ana begins a brief and invites Ben by a link; Ben gives a name and is in.
    await server.signIn(ana.page)
    await ana.page.goto(server.url)
    await ana.page.getByRole('button', { name: 'New brief' }).click()
    await ana.page.getByLabel('Title').fill('Kestria’s council for AI')
    await ana.page.getByRole('button', { name: 'Make it' }).click()
    await ana.text.waitFor()
    const id = ana.page.url().split('/b/')[1]!
    await ben.arrive(await ana.share(), 'Ben')
    await ana.page.getByRole('button', { name: '2 people here now' }).waitFor()

    // Ana brings in the article; Ben has it at once.
    await ana.pasteSource(await readFile(ARTICLE, 'utf8'), {
      title: 'A council for AI',
      outlet: 'HarbourLedger',
    })
    await ben.sources.getByRole('button', { name: 'A council for AI', exact: true }).waitFor()

    // Ana writes and cites; Ben sees the words and the number.
    await ana.writeOn('The council has a mandate and a deadline.')
    await ana.take(
      { words: MANDATE, says: 'The president', via: 'detailed accounts of his closing remarks' },
      'Cite',
    )
    await expect.poll(() => ben.blocks()).toEqual(['The council has a mandate and a deadline.[1]'])
    await expect
      .poll(() => ana.citations().first().getAttribute('aria-label'))
      .toMatch(/^Citation 1, HarbourLedger/)

    // Ben goes on beneath, cites the same article, and quotes it as a block.
    await ben.openSource('A council for AI')
    await ben.writeOn('\nState companies send people who can decide.')
    await ben.take({ words: BRIEFING, via: 'a separate briefing to the heads of state companies' }, 'Cite')
    await ben.writeOn('\n')
    await ben.take({ words: QUARREL, says: 'Officials in the president’s office', unnamed: true }, 'Quote')
    await expect.poll(() => ana.text.locator('blockquote[data-quotation]').innerText()).toContain(QUARREL)
    await expect.poll(() => ana.citations().count()).toBe(3)

    // A look at the citation shows the passage, who says it, and opens the source there.
    await ben.text
      .getByRole('button', { name: /^Citation 1/ })
      .first()
      .hover()
    await ben.page.getByRole('tooltip').getByText(MANDATE).waitFor()
    await ben.text
      .getByRole('button', { name: /^Citation 1/ })
      .first()
      .click()
    await ben.evidence.getByText(MANDATE).first().waitFor()
    await ben.evidence
      .getByText(/closing remarks/)
      .first()
      .waitFor()
    await ben.sources.locator('mark.shown', { hasText: MANDATE }).waitFor()

    // Both export the same bytes as the address and the server's own log give.
    await ana.saved()
    await ben.saved()
    // Each citation's sentence is noted a moment after its writer stops.
    await expect
      .poll(async () => (await server.text(`/api/briefs/${id}/export.md`)).match(/"sentence"/g)?.length)
      .toBe(3)
    const markdown = await server.text(`/api/briefs/${id}/export.md`)
    expect(await ana.exported()).toBe(markdown)
    expect(await ben.exported('Web page')).toBe(await server.text(`/api/briefs/${id}/export.html`))
    const notes = markdown.split('\n').filter((line) => /^\[\^\w+\]: /.test(line))
    expect(notes.some((note) => note.includes(`“${MANDATE}”`))).toBe(true)
    expect(notes.some((note) => note.includes(`“${BRIEFING}”`))).toBe(true)
    expect(markdown).toContain(`> ${QUARREL}`)

    // What was exported restores the brief with its ties.
    const again = await server.post('/api/briefs/import', { markdown })
    expect(again.report).toEqual([])
    expect(await server.text(`/api/briefs/${again.id}/export.md`)).toBe(markdown)

    expect(ana.seat.mistakes).toEqual([])
    expect(ben.seat.mistakes).toEqual([])
  })
}
