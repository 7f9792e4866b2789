/**
 * The article comes in again with one corrected figure and one moved section: what rests on the figure lights up for
 * everybody, another brief that uses the article is told, and people there and here decide what it means for them.
 */
import { expect, it, onTestFinished } from 'vitest'
import { writeBody } from '../../shared/brief/body.ts'
import { addCitation } from '../../shared/brief/citation.ts'
import { cite, paragraph } from '../../server/brief/example/node.ts'
import { Analyst } from '../support/analyst.ts'
import { openSite, page as littlePage } from '../support/little-site.ts'
import { pictures } from '../support/pictures.ts'
import type { TestServer } from '../support/server.ts'
import { journeys } from '../support/together.ts'

const FUND = `The fund
By the end of the year the reserve fund held 83.3 billion, the ministry of finance said on Monday. It was set up to pay for work that no single budget could carry, and has been drawn on twice.
The ministry did not say which of the two withdrawals it regards as lasting.`
const PORTS = `The ports
Three of the four harbours were handed over before the winter, and the last one follows in spring. Cranes were ordered from two makers abroad.
Harbour masters speak of the quietest season in ten years.`
const OUTLOOK = `The outlook
Economists at the central bank expect growth to return in the second half of next year. Their model leaves out what the harbours add.`
const FIRST = [FUND, PORTS, OUTLOOK].join('\n')
const AGAIN = [FUND.replace('83.3', '79.9'), OUTLOOK, PORTS].join('\n')

const HELD = 'the reserve fund held 83.3 billion'
const HANDED_OVER = 'Three of the four harbours were handed over before the winter'
const GROWTH = 'growth to return in the second half of next year'

const ARTICLE = { type: 'article-newspaper', title: 'What the fund holds', URL: 'https://example.org/fund' }
const { together, workspace } = journeys()

/** Sentences of a brief, each with the words of the article that it rests on; null: it cites the other source. */
const writeBrief = async (server: TestServer, id: string, sentences: [string, string | null][]) => {
  const { source, capture } = await server.post(`/api/briefs/${id}/sources`, { text: FIRST, item: ARTICLE })
  const other = await server.post(`/api/briefs/${id}/sources`, {
    item: { type: 'interview', title: 'Talk with a clerk' },
  })
  const text = await server.text(`/api/captures/${capture.hash}/text`)
  const excerpts = new Map<string, string>()
  for (const words of new Set(sentences.map(([, passage]) => passage))) {
    if (words === null) continue
    const start = text.indexOf(words)
    const place = { sourceId: source.id, capture: capture.hash, start, end: start + words.length }
    excerpts.set(words, (await server.post(`/api/briefs/${id}/excerpts`, place)).id)
  }
  await server.services.rooms.transact(id, (doc) => {
    sentences.forEach(([, words], n) =>
      addCitation(doc, {
        id: `c${n}`,
        cites: [words ? { source: source.id, excerpt: excerpts.get(words)! } : { source: other.source.id }],
      }),
    )
    const pieces = sentences.flatMap(([sentence], n) => [`${n ? ' ' : ''}${sentence}`, cite(`c${n}`)])
    writeBody(doc, { type: 'doc', content: [paragraph(...pieces)] })
  })
}

/** The sentences that are marked, in the order of the text. */
const lit = (one: Analyst) =>
  one.text.evaluate((text) =>
    [...text.querySelectorAll('.rests-on-changed')].map((marked) => marked.textContent!.trim()),
  )
const lights = (one: Analyst, sentences: string[]) => expect.poll(() => lit(one)).toEqual(sentences)

const SHORT = 'The fund is short of its goal.'
const READY = 'Most harbours are ready.'
const GROWS = 'The economy grows again.'
const PAYS = 'It can still pay for the last harbour.'
const SILENT = 'Nobody comments.'
const ELSEWHERE = 'The ministry counts on the fund.'

it('One corrected figure lights up what rests on it on both screens, another brief is told, and people settle it', async () => {
  const { server } = workspace()
  const { id, ana, ben } = await together()
  const second = await server.newBrief('The winter budget')
  await writeBrief(server, id, [
    [SHORT, HELD],
    [READY, HANDED_OVER],
    [GROWS, GROWTH],
    [PAYS, HELD],
    [SILENT, null],
  ])
  await writeBrief(server, second.id, [
    [ELSEWHERE, HELD],
    [SILENT, null],
  ])
  // Ben, an editor of both, has the second brief open beside the first.
  const link = await server.post(`/api/briefs/${second.id}/links`, { role: 'editor' })
  const tab = new Analyst({ ...ben.seat, page: await ben.seat.context.newPage() })
  await tab.page.goto(`${server.url}${new URL(link.url).pathname}`)
  await tab.page.getByRole('button', { name: 'Join as Ben' }).click()
  await tab.text.waitFor()
  await expect.poll(() => tab.citations().count()).toBe(2)
  for (const one of [ana, ben]) await expect.poll(() => one.citations().count()).toBe(5)

  await ana.openSource(ARTICLE.title)
  await ana.sources.getByRole('button', { name: /^More for / }).click()
  await ana.page.getByRole('menuitem', { name: 'Add a newer copy…' }).click()
  const dialog = ana.page.getByRole('dialog', { name: 'Add a newer copy' })
  await dialog.getByLabel('Its text now').fill(AGAIN)
  await pictures(ana, 'newer-copy')
  await dialog.getByRole('button', { name: 'Add the text' }).click()
  for (const one of [ana, ben]) await lights(one, [SHORT, PAYS])
  const card = (one: Analyst) => one.evidence.locator('[data-change]:visible')
  for (const one of [ana, ben]) {
    // What moved is word for word as before: it is told in a line, folded.
    await one.evidence.getByText(/^Text around it changed · 2 passages/).waitFor()
    expect(await card(one).count()).toBe(1)
    // The numbers stand first, by themselves.
    await expect.poll(() => card(one).locator('.change-first').innerText()).toMatch(/^83\.3\s+79\.9$/)
    expect(await card(one).getByRole('listitem').allInnerTexts()).toEqual([SHORT, PAYS])
  }
  await pictures(ben, 'changed', () => toEvidence(ben))

  const news = tab.evidence.locator('[data-notice]')
  await news.getByText('There is a newer saved copy').waitFor()
  await lights(tab, [])
  await pictures(tab, 'notice', () => toEvidence(tab))
  await news.getByRole('button', { name: 'Take it over' }).click()
  await lights(tab, [ELSEWHERE])
  await news.waitFor({ state: 'hidden' })

  await card(ana).getByRole('button', { name: 'Take the new words' }).click()
  for (const one of [ana, ben]) await lights(one, [])
  await card(tab).getByRole('button', { name: 'Keep the old copy' }).click()
  await lights(tab, [])

  // The publisher takes the article back; later it turns out that it was another one.
  await ana.sources.getByRole('button', { name: /^More for / }).click()
  await pictures(ana, 'source-menu')
  await ana.page.getByRole('menuitem', { name: 'Withdraw…' }).click()
  await ana.page.getByRole('dialog').getByLabel('Reason').fill('The paper took it back on Tuesday.')
  await pictures(ana, 'withdraw')
  await ana.page.getByRole('dialog').getByRole('button', { name: 'Withdraw' }).click()
  for (const one of [ana, ben]) await lights(one, [SHORT, READY, GROWS, PAYS])
  await pictures(ana, 'withdrawn-source', () => toSources(ana))
  await pictures(ana, 'withdrawn-evidence', () => toEvidence(ana))
  await pictures(ana, 'withdrawn-text', () => toPage(ana))
  await news.getByText('Retracted').waitFor()
  await news.getByRole('button', { name: 'Take it over' }).click()
  await lights(tab, [ELSEWHERE])

  await ana.sources.getByRole('button', { name: /^More for / }).click()
  await ana.page.getByRole('menuitem', { name: 'Take the withdrawal back…' }).click()
  await ana.page.getByRole('dialog').getByLabel('Reason').fill('It was another article of that day.')
  await ana.page.getByRole('dialog').getByRole('button', { name: 'Take it back' }).click()
  for (const one of [ana, ben]) await lights(one, [])
  await news.getByText('No longer withdrawn').waitFor()
  await pictures(tab, 'taken-back', () => toEvidence(tab))
  await news.getByRole('button', { name: 'Take it over' }).click()
  await lights(tab, [])
  for (const one of [ana, ben]) expect(one.seat.mistakes).toEqual([])
})

it('An excerpt leads to its own words on the page, where the same ones stand there twice', async () => {
  const { server } = workspace()
  const { id, ana } = await together()
  const filling = Array.from({ length: 60 }, (_, n) => `Line ${n} of the protocol.`)
  const lines = ['In spring the vote was put off.', ...filling, 'In autumn the vote was put off.', ...filling]
  const site = await openSite({
    '/vote': littlePage(`<title>The vote</title>${lines.map((line) => `<p>${line}</p>`).join('')}`),
  })
  onTestFinished(() => site.close())
  const { source, capture } = await server.post(`/api/briefs/${id}/sources`, {
    text: lines.join('\n\n'),
    item: { type: 'webpage', title: 'The vote', URL: `${site.origin}/vote` },
  })
  const text = await server.text(`/api/captures/${capture.hash}/text`)
  const start = text.lastIndexOf('the vote was put off')
  const place = { sourceId: source.id, capture: capture.hash, start, end: start + 20 }
  await server.post(`/api/briefs/${id}/excerpts`, place)
  // The list makes room for what was taken from its sources: whoever clicks sees it stand.
  await ana.sources.getByRole('tab', { name: 'Unused excerpts 1' }).waitFor()
  await ana.openSource('The vote')
  await ana.sources.getByRole('tab', { name: 'Excerpts 1' }).click()
  const link = ana.sources.getByRole('link', { name: 'See it on the page' })
  await expect.poll(() => link.getAttribute('href')).toContain('#:~:text=In%20autumn-,the%20vote')
  const opened = ana.page.context().waitForEvent('page')
  await link.click()
  const page = await opened
  const seen = () =>
    page.evaluate(() =>
      [...document.querySelectorAll('p')]
        .filter((p) => p.getBoundingClientRect().top >= 0 && p.getBoundingClientRect().bottom <= innerHeight)
        .map((p) => p.textContent),
    )
  await expect.poll(seen).toContain('In autumn the vote was put off.')
})

/** In a narrow window one pane is seen at a time. */
const to = (name: string) => async (one: Analyst) => {
  const button = one.page.getByRole('navigation', { name: 'Panes' }).getByRole('button', { name })
  if (await button.isVisible()) await button.click()
}
const [toEvidence, toPage, toSources] = [to('Evidence'), to('Brief'), to('Sources')]
