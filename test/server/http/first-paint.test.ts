import { Hono } from 'hono'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createFirstPaint } from '../../../server/http/first-paint.ts'
import { startTestServer, type TestServer } from '../../support/server.ts'

let server: TestServer
let app: Hono
beforeAll(async () => {
  server = await startTestServer()
  const firstPaint = createFirstPaint(server.services)
  app = new Hono().get('/b/:id', async (c) => {
    const { answers, text } = await firstPaint.of(c, c.req.param('id'))
    return c.text(answers + text)
  })
})
afterAll(() => server.close())

const imported = async (markdown: string): Promise<string> =>
  (await server.post('/api/briefs/import', { markdown })).id
const paintedFor = async (cookie: string, id: string): Promise<string> =>
  (await app.request(`/b/${id}`, { headers: { cookie } })).text()

it('comes with the beginning of the text for who may read the brief, and for nobody else', async () => {
  const id = await imported('# Exports\n\nExports *fell* in spring.\n')
  const { cookie } = await server.invite(id, 'viewer')
  const other = await server.invite(await imported('Another brief.\n'), 'editor', 'Cem')
  expect(await paintedFor(cookie, id)).toMatch(
    /<h1[^>]*>Exports<\/h1><p[^>]*>Exports <em>fell<\/em> in spring\.<\/p>/,
  )
  expect(await paintedFor(other.cookie, id)).toBe('')
  expect(await paintedFor('', id)).toBe('')
  expect(await paintedFor(cookie, `${id}.discussion`)).toBe('')
  expect(await paintedFor(cookie, '"><script>')).toBe('')
})

it('comes with who one is and the brief as the list has it, in no script that runs', async () => {
  const { id } = await server.newBrief('</script><script>alert(1)</script>')
  const { cookie, me } = await server.invite(id, 'editor')
  const painted = await paintedFor(cookie, id)
  expect(painted.match(/<\/?script/g)).toEqual(['<script', '</script'])
  const [, json] = /<script type="application\/json" id="came-with">(.*)<\/script>/.exec(painted)!
  expect(JSON.parse(json!)).toMatchObject({
    me,
    brief: { id, role: 'editor', title: '</script><script>alert(1)</script>' },
  })
})

it('shows at once what was written since', async () => {
  const id = await imported('Exports fell.\n')
  const { cookie } = await server.invite(id, 'editor')
  expect(await paintedFor(cookie, id)).toContain('Exports fell.')
  await server.services.rooms.transact(id, (doc) => doc.getXmlFragment('body').delete(0, 1))
  await expect.poll(() => paintedFor(cookie, id)).not.toContain('Exports fell.')
})

it('numbers the citations as the page does', async () => {
  const briefs = (await server.get('/api/briefs')) as { id: string }[]
  const { id } = briefs.at(-1)!
  const { cookie } = await server.invite(id, 'viewer')
  const numbers = [...(await paintedFor(cookie, id)).matchAll(/class="citation" data-n="([^"]+)"/g)].map(
    ([, number]) => number,
  )
  expect(numbers[0]).toBe('1')
  expect(numbers).not.toContain('?')
})

it('shows boxes, callouts, pictures and footnotes, and nothing that only the page can draw', async () => {
  const hash = 'ab'.repeat(32)
  const id = await imported(
    `<!-- contents, empty -->\n\n- [x] Asked\n\n> [!IMPORTANT]\n> Short.[^1]\n\n![“Two” <lines>](figures/${hash}.png)\\\nBoth fall.\n\n[^1]: At current prices.\n`,
  )
  const { cookie } = await server.invite(id, 'viewer')
  const painted = await paintedFor(cookie, id)
  expect(painted).not.toContain('data-contents')
  expect(painted).toContain('<input type="checkbox" disabled checked aria-label="Done">')
  expect(painted).toMatch(
    /<aside[^>]*data-label="Key judgment"[^>]*><p[^>]*>Short\.<span class="footnote" data-n="a"/,
  )
  expect(painted).toContain(`<img src="/api/captures/${hash}/bytes" alt="“Two” &#60;lines&#62;">`)
  expect(painted).toContain('<figcaption>Both fall.</figcaption>')
})

it('names what it draws in the language of the brief', async () => {
  const id = await imported(
    '---\nlang: de-AT\nreferences:\n  - {id: oecd2022, type: report, title: Preise}\n---\n\nDie Preise fallen.[^2]\n\n- [x] Gefragt\n- [ ] Offen\n\n> [!IMPORTANT]\n> Kurz.[^1]\n\n[^1]: Zu laufenden Preisen.\n\n[^2]: [@oecd2022]\n',
  )
  const { cookie } = await server.invite(id, 'viewer')
  const painted = (await paintedFor(cookie, id)).replace(/<script.*?<\/script>/s, '')
  const named = [...painted.matchAll(/ aria-label="([^"]*)"/g)].map(([, name]) => name)
  expect(new Set(named)).toEqual(
    new Set(['Erledigt', 'Nicht erledigt', 'Kernaussage', 'Fußnote a', 'Beleg 1']),
  )
  expect(painted).toContain('data-label="Kernaussage"')
  expect(painted).toContain('<div class="page-text" lang="de-AT">')
})

it('makes text of whatever stands in a brief', async () => {
  const id = await imported(
    '\\<script>alert(1)\\</script> [here](https://example.org/"onmouseover=x) and &lt;img src=x>\n',
  )
  const { cookie } = await server.invite(id, 'viewer')
  const painted = await paintedFor(cookie, id)
  expect(painted).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
  expect(painted).not.toMatch(/<script>|<img|" ?onmouseover/)
})

it('is short however long the brief is', async () => {
  const id = await imported(
    Array.from({ length: 3000 }, (_, n) => `Paragraph ${n} of a long brief.\n`).join('\n'),
  )
  const { cookie } = await server.invite(id, 'viewer')
  const painted = await paintedFor(cookie, id)
  expect(painted).toContain('Paragraph 50 of')
  expect(painted.length).toBeLessThan(60_000)
})
