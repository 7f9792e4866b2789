/** Counts requests and writes a line a request to the log: the route's pattern, never the address with its keys. */
import type { Context, MiddlewareHandler } from 'hono'
import { matchedRoutes } from 'hono/route'
import type { Log } from '../log.ts'

export type Traffic = {
  count: MiddlewareHandler
  /** Prometheus' text format. */
  asText(): string
}

/** Pages and what is not there match only patterns for everything. */
const routeOf = (c: Context): string =>
  matchedRoutes(c).findLast(({ path }) => !path.endsWith('*'))?.path ?? 'page'

export const watchTraffic = (log: Log): Traffic => {
  const answered = new Map<string, number>()
  let milliseconds = 0
  return {
    count: async (c, next) => {
      const began = performance.now()
      await next()
      const ms = performance.now() - began
      milliseconds += ms
      const kind = `${c.req.method} ${Math.floor(c.res.status / 100)}xx`
      answered.set(kind, (answered.get(kind) ?? 0) + 1)
      const line = { method: c.req.method, route: routeOf(c), status: c.res.status, ms: Math.round(ms) }
      log[c.res.status >= 500 ? 'warn' : 'debug'](line, 'answered')
    },
    asText() {
      const { rss, heapUsed } = process.memoryUsage()
      const requests = [...answered].map(([kind, count]) => {
        const [method, status] = kind.split(' ')
        return `vouch_http_requests_total{method="${method}",status="${status}"} ${count}`
      })
      return [
        '# TYPE vouch_http_requests_total counter',
        ...requests,
        '# TYPE vouch_http_seconds_total counter',
        `vouch_http_seconds_total ${(milliseconds / 1000).toFixed(3)}`,
        '# TYPE process_uptime_seconds gauge',
        `process_uptime_seconds ${Math.round(process.uptime())}`,
        '# TYPE process_resident_memory_bytes gauge',
        `process_resident_memory_bytes ${rss}`,
        '# TYPE process_heap_used_bytes gauge',
        `process_heap_used_bytes ${heapUsed}`,
        '',
      ].join('\n')
    },
  }
}
