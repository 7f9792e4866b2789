/** A reader sends the page in front of them with the bookmark: two origins, one press, one look, one confirmation. */
import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Analyst } from '../support/analyst.ts'
import { openSite, page } from '../support/little-site.ts'
import { openWorkspace, type Workspace } from '../support/together.ts'

let workspace: Workspace
let site: Awaited<ReturnType<typeof openSite>>
beforeAll(async () => {
  workspace = await openWorkspace()
  const article = await readFile('test/fixtures/articles/council.html', 'utf8')
  // What only a reader with a session sees is put there by a script; the site allows no connections and no foreign scripts.
  const alive = article.replace(
    '</body>',
    `<p id="more"></p><input type="hidden" value="a-secret-of-the-session"><script>document.getElementById('more').textContent = 'Only subscribers read this line of the article.'</script></body>`,
  )
  const type = { 'content-type': 'text/html; charset=utf-8' }
  site = await openSite({
    '/council': page(alive, {
      ...type,
      'content-security-policy': "default-src 'self' 'unsafe-inline'; connect-src 'none'",
    }),
    '/apart': page(alive, { ...type, 'cross-origin-opener-policy': 'same-origin' }),
  })
})
afterAll(async () => {
  await site.close()
  await workspace.close()
})

/** What the person dragged to the bookmarks bar. */
const bookmarkOf = async (ana: Analyst): Promise<string> => {
  await ana.page.goto(`${workspace.server.url}/collect`)
  const address = await ana.page.getByRole('link', { name: 'Send to Vouch' }).getAttribute('href')
  return decodeURIComponent(address!.replace('javascript:', ''))
}

/** The site's rules keep out what its own page asks for elsewhere; the browser says so. */
const ours = (mistake: string) => !mistake.includes('harbourledger.example')

const press = async (ana: Analyst, program: string) => {
  const [collect] = await Promise.all([ana.page.waitForEvent('popup'), ana.page.evaluate(program)])
  return collect
}

describe('Send to Vouch', () => {
  it('brings the page as its reader sees it, with the words that were selected, into the brief that was chosen', async () => {
    const { server, browser } = workspace
    await server.newBrief('Another brief')
    const { id } = await server.newBrief('The council')
    const ana = await Analyst.sitDown(browser)
    await server.signIn(ana.page)
    const program = await bookmarkOf(ana)
    await ana.page.goto(`${site.origin}/council`)
    await ana.page.evaluate(() => {
      getSelection()!.selectAllChildren(document.getElementById('more')!)
    })
    const asked = () => site.asked.filter(({ url }) => url !== '/favicon.ico').length
    const before = asked()
    const collect = await press(ana, program)
    await collect.getByText(site.origin, { exact: true }).waitFor()
    await collect.getByLabel('Into the brief').selectOption({ label: 'The council' })
    expect(await server.get(`/api/briefs/${id}/sources`)).toEqual([])
    await collect.getByRole('button', { name: 'Add source' }).click()
    await collect.getByText('The words that you had selected are an excerpt of it.').waitFor()
    const [source] = await server.get(`/api/briefs/${id}/sources`)
    expect(source.item.URL).toBe(`${site.origin}/council`)
    const kept = await server.text(`/api/captures/${source.captures[0].hash}/bytes`)
    expect(kept).toContain('Only subscribers read this line of the article.')
    expect(kept).not.toContain('a-secret-of-the-session')
    expect(kept).not.toContain('<script>')
    // The page itself asked nobody for anything; the browser, for the site's picture.
    expect(asked()).toBe(before)
    await collect.getByRole('link', { name: 'Open it' }).click()
    await collect
      .getByRole('article', { name: /^Text of/ })
      .getByText('Only subscribers read this line')
      .waitFor()
    expect(ana.seat.mistakes.filter(ours)).toEqual([])
    await ana.leave()
  })

  it('says what to do where a page keeps other windows apart, and runs nothing that a page sends', async () => {
    const { server, browser } = workspace
    await server.newBrief('The council')
    const ana = await Analyst.sitDown(browser)
    await server.signIn(ana.page)
    const program = await bookmarkOf(ana)
    await ana.page.goto(`${site.origin}/apart`)
    const apart = await press(ana, program)
    await apart.getByText('The page did not come.').waitFor()
    await apart.getByText(/save it from your browser and add the file/).waitFor()
    await ana.page.goto(`${site.origin}/council`)
    await ana.page.evaluate(() => {
      document.title = '<img src=x onerror="document.body.dataset.ran=1">'
    })
    const collect = await press(ana, program)
    await collect.getByText('<img src=x', { exact: false }).waitFor()
    expect(await collect.locator('body').getAttribute('data-ran')).toBeNull()
    expect(ana.seat.mistakes.filter(ours)).toEqual([])
    await ana.leave()
  })
})
