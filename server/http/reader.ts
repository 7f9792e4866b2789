/** Published pages, for whoever has the address: one answer, without a script, a cookie or a word of the workspace. */
import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { parseAccept } from 'hono/utils/accept'
import { type Context, Hono } from 'hono'
import { thaw } from '../../shared/export/frozen.ts'
import { dayOf } from '../../shared/export/html-notes.ts'
import { picturesIn } from '../../shared/export/pictures.ts'
import { plainPage, withNewer } from '../../shared/export/reader-page.ts'
import { firstWritten } from '../../shared/words/written.ts'
import type { Services } from '../services.ts'
import { storedBytes } from '../storage/capture-bytes.ts'
import { newerPublication, publicationAt } from '../storage/publications.ts'

const POLICY = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

export const readerRoutes = (s: Pick<Services, 'db'>) =>
  new Hono().get('/r/:token', async (c) => {
    c.header('content-security-policy', POLICY)
    const { words } = languageOf(c)
    const found = await publicationAt(s.db, c.req.param('token'))
    const now = new Date().toISOString()
    if (!found) return plain(c, 404, words.nothingPublished, words.lookAgain)
    if (found.ended !== null) return plain(c, 410, words.takenBack, words.askWhoGaveIt)
    if (found.embargo !== null && found.embargo > now)
      return plain(
        c,
        200,
        words.notYet,
        words.readableFrom(dayOf(found.embargo, words), found.embargo.slice(11, 16)),
      )
    if (found.openly === 0) c.header('x-robots-tag', 'noindex, nofollow')
    const figure = c.req.query('figure')
    if (figure !== undefined) return sendFigure(c, s, found.frozen, figure)
    const newer = await newerPublication(s.db, found.brief, found.number, now)
    const page = withNewer(
      found.page,
      newer && {
        version: { number: newer.number, at: newer.at, openly: newer.openly === 1 },
        address: `/r/${newer.token}`,
        // The whole brief is read for it: not for each reader of the newest version.
        lang: thaw(found.frozen).brief.about.lang,
      },
    )
    const etag = `"${createHash('sha256').update(page).digest('base64url')}"`
    // It may be taken back: asked for anew each time, and sent only when it is another.
    c.header('cache-control', 'no-cache')
    c.header('etag', etag)
    return c.req.header('if-none-match') === etag ? c.body(null, 304) : c.html(page)
  })

const plain = (c: Context, status: 200 | 404 | 410, title: string, sentence: string) => {
  c.header('cache-control', 'no-store')
  c.header('x-robots-tag', 'noindex, nofollow')
  c.header('vary', 'accept-language')
  return c.html(plainPage(title, sentence, languageOf(c).lang), status)
}

/** Only pictures that the published text shows. */
const sendFigure = async (c: Context, { db }: Pick<Services, 'db'>, frozen: string, hash: string) => {
  const stored = picturesIn(thaw(frozen).brief).has(hash) ? await storedBytes(db, hash) : null
  if (!stored || !/^image\/(png|jpeg|gif|webp)$/.test(stored.mediaType))
    return plain(c, 404, languageOf(c).words.noSuchPicture, languageOf(c).words.showsNoSuchPicture)
  c.header('cache-control', 'no-cache')
  return c.body(
    Readable.toWeb(Readable.from(stored.pieces(), { objectMode: false })) as ReadableStream,
    200,
    {
      'content-type': stored.mediaType,
    },
  )
}

/** The language of a page that is of no brief, or does not say of which: what the reader's browser asks for. */
const languageOf = (c: Context) =>
  firstWritten(
    parseAccept(c.req.header('accept-language') ?? '')
      .filter(({ q }) => q > 0)
      .map(({ type }) => type),
  )
