/** For whoever watches the server: is it alive, can it do its work, and how much of it. */
import { getConnInfo } from '@hono/node-server/conninfo'
import { type Context, Hono } from 'hono'
import { Refusal } from '../../shared/wire/refusal.ts'
import type { Services } from '../services.ts'
import { canWriteStore } from '../storage/readiness.ts'
import { figuresAsText, freeDisk } from './figures.ts'
import type { Traffic } from './traffic.ts'
import { visitorByToken } from './session.ts'

export const healthRoutes = (s: Services, traffic: Traffic) =>
  new Hono()
    .get('/healthz', (c) => c.text('alive\n'))
    .get('/readyz', async (c) => {
      const because = await whyNotReady(s)
      return because === null ? c.text('ready\n') : c.text(`not ready: ${because}\n`, 503)
    })
    .get('/metrics', async (c) => {
      if (!(await mayWatch(c, s))) throw new Refusal('no-such-page')
      return c.text(traffic.asText() + (await figuresAsText(s)), 200, {
        'content-type': 'text/plain; version=0.0.4; charset=utf-8',
      })
    })

/** Below this, the next import or the next backup may be the one that fills it. */
const LEAST_FREE_DISK = 0.05
/** Whoever types waits this long before anything of theirs is even looked at. */
const MOST_LAG_SECONDS = 0.5

type Condition = {
  canWrite: boolean
  /** Documents that hold what could not be stored. */
  stalled: number
  /** Part of the disk, 0 to 1. */
  free: number
  /** Seconds. */
  lag: number
}

/** The worst reason, in words; null: it can do its work. */
export const reasonNotReady = ({ canWrite, stalled, free, lag }: Condition): string | null => {
  if (!canWrite || stalled > 0) return 'the store cannot be written'
  if (free < LEAST_FREE_DISK) return 'less than 5 % of the disk is free'
  return lag >= MOST_LAG_SECONDS ? 'it is half a second behind its work' : null
}

const whyNotReady = async (s: Services): Promise<string | null> =>
  reasonNotReady({
    canWrite: await canWriteStore(s.db),
    stalled: s.rooms.stalledDocuments(),
    free: await freeDisk(s.config.dataDir),
    lag: s.meters.loopLag(),
  })

/** This machine, unless a proxy on it speaks for others; or anybody's token. */
const mayWatch = async (c: Context, s: Services): Promise<boolean> => {
  const bearer = /^Bearer +(\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1]
  if (bearer) return (await visitorByToken(s, bearer)).by !== 'nobody'
  const proxied = c.req.header('x-forwarded-for') ?? c.req.header('forwarded')
  const address = getConnInfo(c).remote.address ?? ''
  return proxied === undefined && /^(?:::ffff:)?127\.|^::1$/.test(address)
}
