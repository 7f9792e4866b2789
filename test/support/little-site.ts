/** A small web site on this machine: what stands at which path, and which requests came. Whoever opens one closes it. */
import http from 'node:http'
import type { AddressInfo } from 'node:net'

export type Answering = (request: http.IncomingMessage, response: http.ServerResponse) => void

export const openSite = async (paths: Record<string, Answering>) => {
  const asked: http.IncomingMessage[] = []
  const server = http.createServer((request, response) => {
    asked.push(request)
    const answer = paths[(request.url ?? '/').split('?')[0]!]
    if (answer) return answer(request, response)
    response.writeHead(404).end()
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    origin,
    asked,
    async close() {
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    },
  }
}

export const page =
  (
    html: string,
    headers: http.OutgoingHttpHeaders = { 'content-type': 'text/html; charset=utf-8' },
  ): Answering =>
  (_, response) =>
    response.writeHead(200, headers).end(html)

export const leadsTo =
  (location: string): Answering =>
  (_, response) =>
    response.writeHead(302, { location }).end()
