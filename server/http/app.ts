/** Composes what the server answers over HTTP: the API, its description, health, and the client's pages. */
import { OpenAPIHono } from '@hono/zod-openapi'
import { Refusal } from '../../shared/wire/refusal.ts'
import type { Services } from '../services.ts'
import { briefRoutes } from './briefs.ts'
import { captureRoutes } from './captures.ts'
import { checkRoutes } from './checks.ts'
import { eraseRoutes } from './erase.ts'
import { exportRoutes } from './exports.ts'
import { excerptRoutes } from './excerpts.ts'
import { createFirstPaint } from './first-paint.ts'
import { healthRoutes } from './health.ts'
import { libraryRoutes, takeOverRoutes } from './library.ts'
import { limits } from './limits.ts'
import { linkRoutes } from './links.ts'
import { memberRoutes } from './members.ts'
import { builtClient, pageRoutes, safeHeaders } from './pages.ts'
import { noticeRoutes } from './notices.ts'
import { openApiDocument } from './openapi.ts'
import { peopleRoutes } from './people.ts'
import { pictureRoutes } from './pictures.ts'
import { wordRoutes } from './word.ts'
import { publicationRoutes } from './publications.ts'
import { readerRoutes } from './reader.ts'
import { refuse } from './refuse.ts'
import { repairRoutes } from './repair.ts'
import { type Visited, visited } from './session.ts'
import { signInRoutes } from './sign-in.ts'
import { sourceCheckRoutes } from './source-checks.ts'
import { sourceRoutes } from './sources.ts'
import { watchTraffic } from './traffic.ts'

export const createApp = (s: Services) => {
  const traffic = watchTraffic(s.log)
  const answerRefusal = refuse(s.log)

  const root = new OpenAPIHono<Visited>({
    defaultHook: (result) => {
      if (!result.success) throw result.error
    },
  })
  root.onError(answerRefusal)
  root.notFound((c) => answerRefusal(new Refusal('no-such-page'), c))
  root.use(traffic.count)
  root.use(safeHeaders)
  root.use('/api/*', limits)
  root.use('/api/*', visited(s))

  const app = root
    .route('/api', signInRoutes(s))
    .route('/api', peopleRoutes(s))
    .route('/api/briefs', exportRoutes(s))
    .route('/api/briefs', briefRoutes(s))
    .route('/api/briefs', wordRoutes(s))
    .route('/api/briefs/:id/members', memberRoutes(s))
    .route('/api/briefs/:id/links', linkRoutes(s))
    .route('/api/briefs/:id/sources', sourceRoutes(s))
    .route('/api/briefs/:id/excerpts', excerptRoutes(s))
    .route('/api/briefs/:id/pictures', pictureRoutes(s))
    .route('/api/briefs/:id/publications', publicationRoutes(s))
    .route('/api/briefs/:id', checkRoutes(s))
    .route('/api/briefs/:id', noticeRoutes(s))
    .route('/api/briefs/:id', sourceCheckRoutes(s))
    .route('/api/captures', captureRoutes(s))
    .route('/api/library', libraryRoutes(s))
    .route('/api/briefs', takeOverRoutes(s))
    .route('/api/briefs', repairRoutes(s))
    .route('/api/briefs', eraseRoutes(s))

  const description = openApiDocument(app)
  app.get('/api/openapi.json', (c) => c.json(description))
  app.all('/api/*', () => {
    throw new Refusal('no-such-page')
  })
  app.all('/sync/*', () => {
    throw new Refusal('no-such-page', 'This address takes WebSockets only.')
  })
  app.route('/', healthRoutes(s, traffic))
  app.route('/', readerRoutes(s))
  app.route('/', pageRoutes(builtClient(), createFirstPaint(s)))
  return app
}

/** For typed clients: `hc<AppType>(url)`. */
export type AppType = ReturnType<typeof createApp>
