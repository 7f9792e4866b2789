/** For whoever watches the server: is it alive, can it do its work, and how much of it. */
import { getConnInfo } from '@hono/node-server/conninfo'
import { type Context, Hono } from 'hono'
import { Refusal } from '../../shared/wire/refusal.ts'
import type { Services } from '../services.ts'
import { canWriteStore } from '../storage/readiness.ts'
import type { Traffic } from './traffic.ts'
import { visitorByToken } from './session.ts'

export const healthRoutes = (s: Services, traffic: Traffic) =>
  new Hono()
    .get('/healthz', (c) => c.text('alive\n'))
    .get('/readyz', async (c) =>
      (await canWriteStore(s.db)) ? c.text('ready\n') : c.text('not ready\n', 503),
    )
    .get('/metrics', async (c) => {
      if (!(await mayWatch(c, s))) throw new Refusal('no-such-page')
      return c.text(traffic.asText() + problemsAsText(s), 200, {
        'content-type': 'text/plain; version=0.0.4; charset=utf-8',
      })
    })

const problemsAsText = ({ problems }: Services): string =>
  [
    '# TYPE vouch_document_problems_total counter',
    ...[...problems].map(
      ([problem, count]) => `vouch_document_problems_total{problem="${problem}"} ${count}`,
    ),
    '',
  ].join('\n')

/** This machine, unless a proxy on it speaks for others; or anybody's token. */
const mayWatch = async (c: Context, s: Services): Promise<boolean> => {
  const bearer = /^Bearer +(\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1]
  if (bearer) return (await visitorByToken(s, bearer)).by !== 'nobody'
  const proxied = c.req.header('x-forwarded-for') ?? c.req.header('forwarded')
  const address = getConnInfo(c).remote.address ?? ''
  return proxied === undefined && /^(?:::ffff:)?127\.|^::1$/.test(address)
}
