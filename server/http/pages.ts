/** The client's files. Every address that is no file and no API is the page itself, which reads the address. */
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { serveStatic } from '@hono/node-server/serve-static'
import { type Context, Hono } from 'hono'
import { createMiddleware } from 'hono/factory'
import { Refusal } from '../../shared/wire/refusal.ts'
import type { FirstPaint } from './first-paint.ts'

/**
 * Nothing from elsewhere, and no script that is not a file of ours: a source's mark-up that slipped through
 * somewhere would still not run. Editors and menus set styles on elements, so those are let be.
 */
const POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

const OPENER = 'cross-origin-opener-policy'

/** For every answer, the API's too. */
export const safeHeaders = createMiddleware(async (c, next) => {
  await next()
  const headers = c.res.headers
  headers.set('x-content-type-options', 'nosniff')
  headers.set('referrer-policy', 'no-referrer')
  if (!headers.has(OPENER)) headers.set(OPENER, 'same-origin')
  headers.set('cross-origin-resource-policy', 'same-origin')
  headers.set('x-frame-options', 'DENY')
  if (!headers.has('content-security-policy')) headers.set('content-security-policy', POLICY)
})

/** The folder that the client was built into, beside the package this file belongs to. */
export const builtClient = (): string => {
  let dir = path.dirname(fileURLToPath(import.meta.url))
  while (!fs.existsSync(path.join(dir, 'package.json')) && dir !== path.dirname(dir)) dir = path.dirname(dir)
  return path.join(dir, 'dist', 'client')
}

/** Files that are named after what is in them. */
const keptForEver = createMiddleware(async (c, next) => {
  await next()
  if (c.res.status === 200) c.res.headers.set('cache-control', 'public, max-age=31536000, immutable')
})

/** The page of a brief, which names the editor's scripts too; written by the build. */
const BRIEF_PAGE = 'brief.html'

const NOT_BUILT = 'The pages are not built yet. Run "npm run build", then reload.\n'

/** `root` is the folder of the built client. */
export const pageRoutes = (root: string, firstPaint: FirstPaint) => {
  const page = path.join(root, 'index.html')
  const sendPage = (c: Context) => {
    if (!fs.existsSync(page)) return c.text(NOT_BUILT, 503)
    // The page names its files by their hashes, so it alone must be asked for anew.
    return c.html(fs.readFileSync(page, 'utf8'), 200, { 'cache-control': 'no-cache' })
  }
  const brief = path.join(root, BRIEF_PAGE)
  /** With the text to be read while its program comes. */
  const sendBrief = async (c: Context, briefId: string) => {
    const file = [brief, page].find((built) => fs.existsSync(built))
    if (!file) return c.text(NOT_BUILT, 503)
    const { answers, text } = await firstPaint.of(c, briefId)
    const html = fs
      .readFileSync(file, 'utf8')
      .replace('<div id="root"></div>', (place) => place + answers + text)
    return c.html(html, 200, { 'cache-control': 'private, no-store' })
  }
  return (
    new Hono()
      .get('/', sendPage)
      .get('/index.html', sendPage)
      // It is opened by a page of another site, which hands it what its reader sees. Nothing else is told to a window of ours.
      .get('/collect', (c) => {
        c.header(OPENER, 'unsafe-none')
        return sendPage(c)
      })
      .get('/b/:id', (c) => sendBrief(c, c.req.param('id')))
      .use(
        '/assets/*',
        keptForEver,
        serveStatic({
          root: '/',
          // The build wrote smaller ones beside them.
          precompressed: true,
          rewriteRequestPath: (asked) => path.join(root, asked),
        }),
      )
      .use('*', serveStatic({ root: '/', rewriteRequestPath: (asked) => path.join(root, asked) }))
      .get('*', (c) => {
        // A file that is not there must not be answered with a page: a script would be read as one.
        if (/\.[a-z0-9]{2,5}$/i.test(c.req.path)) throw new Refusal('no-such-page')
        return sendPage(c)
      })
  )
}
