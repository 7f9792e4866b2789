/** Composes what the server answers over HTTP: the API, its description, health, and the client's pages. */
import { OpenAPIHono } from '@hono/zod-openapi'
import { Refusal } from '../../shared/wire/refusal.ts'
import type { Services } from '../services.ts'
import { briefRoutes } from './briefs.ts'
import { captureRoutes } from './captures.ts'
import { checkRoutes } from './checks.ts'
import { excerptRoutes } from './excerpts.ts'
import { healthRoutes } from './health.ts'
import { limits } from './limits.ts'
import { linkRoutes } from './links.ts'
import { memberRoutes } from './members.ts'
import { builtClient, pageRoutes, safeHeaders } from './pages.ts'
import { peopleRoutes } from './people.ts'
import { refuse } from './refuse.ts'
import { type Visited, visited } from './session.ts'
import { signInRoutes } from './sign-in.ts'
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
    .route('/api/briefs', briefRoutes(s))
    .route('/api/briefs/:id/members', memberRoutes(s))
    .route('/api/briefs/:id/links', linkRoutes(s))
    .route('/api/briefs/:id/sources', sourceRoutes(s))
    .route('/api/briefs/:id/excerpts', excerptRoutes(s))
    .route('/api/briefs/:id', checkRoutes(s))
    .route('/api/captures', captureRoutes(s))
    .doc31('/api/openapi.json', {
      openapi: '3.1.0',
      info: {
        title: 'Vouch',
        version: '0.1.0',
        description:
          'Briefs in which every statement is tied to the exact words of a source. Refusals are application/problem+json (RFC 9457) with a stable type, urn:vouch:refusal:CODE. A write answers 2xx after its commit.',
      },
      security: [{ token: [] }, { session: [] }],
    })
  app.openAPIRegistry.registerComponent('securitySchemes', 'token', { type: 'http', scheme: 'bearer' })
  app.openAPIRegistry.registerComponent('securitySchemes', 'session', {
    type: 'apiKey',
    in: 'cookie',
    name: 'vouch_session_PORT',
  })

  app.all('/api/*', () => {
    throw new Refusal('no-such-page')
  })
  app.all('/sync/*', () => {
    throw new Refusal('no-such-page', 'This address takes WebSockets only.')
  })
  app.route('/', healthRoutes(s, traffic))
  app.route('/', pageRoutes(builtClient()))
  return app
}

/** For typed clients: `hc<AppType>(url)`. */
export type AppType = ReturnType<typeof createApp>
