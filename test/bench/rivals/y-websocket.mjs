/** The reference y-websocket server with LevelDB persistence, as its documentation starts it; prints its port. */
import http from 'node:http'
import { createRequire } from 'node:module'

const [dir] = process.argv.slice(2)
// Read when the module loads.
process.env.YPERSISTENCE = `${dir}/leveldb`
const { setupWSConnection } = await import('@y/websocket-server/utils')
const { WebSocketServer } = createRequire(import.meta.url)('ws')

const server = http.createServer((_, response) => response.end('okay'))
const sockets = new WebSocketServer({ noServer: true })
sockets.on('connection', setupWSConnection)
server.on('upgrade', (request, socket, head) =>
  sockets.handleUpgrade(request, socket, head, (ws) => sockets.emit('connection', ws, request)),
)
server.listen(0, '127.0.0.1', () => process.stdout.write(`port ${server.address().port}\n`))
