import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pageRoutes, safeHeaders } from '../../../server/http/pages.ts'
import { refuse } from '../../../server/http/refuse.ts'
import { createLog } from '../../../server/log.ts'

const link = (name: string) => `<link rel="modulepreload" crossorigin href="/assets/${name}-1.js">`
const PAGE = `<!doctype html><html><head><title>Vouch</title>${link('app')}</head><body><div id="root"></div></body></html>`
const BRIEF_PAGE = PAGE.replace('</div>', `</div><template id="program">${link('editor')}</template>`)
const NONE = { answers: '', text: '' }
const TEXT = { answers: '<script type="application/json">{}</script>', text: '<p>Exports fell.</p>' }

let dir: string
let app: Hono
beforeAll(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'vouch-pages-'))
  await mkdir(path.join(dir, 'client', 'assets'), { recursive: true })
  await writeFile(path.join(dir, 'client', 'index.html'), PAGE)
  await writeFile(path.join(dir, 'client', 'brief.html'), BRIEF_PAGE)
  await writeFile(path.join(dir, 'client', 'icon.svg'), '<svg/>')
  await writeFile(path.join(dir, 'client', 'assets', 'main-4f2a.js'), 'start()')
  await writeFile(path.join(dir, 'secret.txt'), 'not for anybody')
  app = new Hono()
    .use(safeHeaders)
    .onError(refuse(createLog('silent')))
    .route('/', pageRoutes(path.join(dir, 'client'), { of: async (_, id) => (id === 'k7f2' ? TEXT : NONE) }))
})
afterAll(() => rm(dir, { recursive: true, force: true }))

describe('The pages', () => {
  it('are one page under every address, asked for anew each time', async () => {
    for (const address of ['/', '/index.html', '/b/k7f2', '/join/KEY', '/sign-in']) {
      const answer = await app.request(address)
      expect(answer.status).toBe(200)
      expect(await answer.text()).toContain('<title>Vouch</title>')
      // A brief's page may come with the brief's text.
      const isBrief = address.startsWith('/b/')
      expect(answer.headers.get('cache-control')).toBe(isBrief ? 'private, no-store' : 'no-cache')
    }
  })

  it('name the scripts of the program, and where they are a brief, bring its text before those of its editor', async () => {
    const shown = async (address: string) => (await app.request(address)).text()
    expect(await shown('/')).toBe(PAGE)
    expect(await shown('/b/another')).toBe(BRIEF_PAGE)
    expect(await shown('/b/k7f2')).toContain(
      `<div id="root"></div>${TEXT.answers}${TEXT.text}<template id="program">${link('editor')}</template>`,
    )
  })

  it('come with files that are named after their contents, to be kept for ever', async () => {
    const answer = await app.request('/assets/main-4f2a.js')
    expect(await answer.text()).toBe('start()')
    expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(answer.headers.get('content-type')).toMatch(/javascript/)
    expect((await app.request('/icon.svg')).headers.get('content-type')).toMatch(/^image\/svg\+xml/)
  })

  it('are not sent in the place of a file that is not there', async () => {
    const answer = await app.request('/assets/main-0000.js')
    expect(answer.status).toBe(404)
    expect(answer.headers.get('content-type')).toBe('application/problem+json')
  })

  it('lead to no file outside of their folder', async () => {
    for (const address of [
      '/../secret.txt',
      '/%2e%2e/secret.txt',
      '/assets/..%2f..%2fsecret.txt',
      '/..%5csecret.txt',
    ])
      expect(await (await app.request(address)).text()).not.toContain('not for anybody')
  })

  it('run no script and load nothing but our own, and stand in nobody’s frame', async () => {
    const { headers } = await app.request('/')
    const policy = headers.get('content-security-policy')
    expect(policy).toContain("script-src 'self';")
    expect(policy).toContain("default-src 'self'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
  })

  it('say how to build them where they were not built', async () => {
    const unbuilt = new Hono().route('/', pageRoutes(path.join(dir, 'nothing'), { of: async () => NONE }))
    const answer = await unbuilt.request('/')
    expect(answer.status).toBe(503)
    expect(await answer.text()).toContain('npm run build')
  })
})
