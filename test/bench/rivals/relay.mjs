/** The least a relay can do: hands every update and cursor to the others in the room, and stores nothing. Prints its port. */
import http from 'node:http'
import { WebSocketServer } from 'ws'

const rooms = new Map()
const server = http.createServer((_, response) => response.end('okay'))
const sockets = new WebSocketServer({ server, perMessageDeflate: false })
/** Sync step 1 with an empty state vector, and an empty step 2: there is nothing here. */
const STEP_1 = Buffer.from([0, 0, 1, 0])
const STEP_2 = Buffer.from([0, 1, 2, 0, 0])

sockets.on('connection', (socket, request) => {
  const name = request.url.split('?')[0]
  const room = rooms.get(name) ?? new Set()
  rooms.set(name, room.add(socket))
  socket.send(STEP_1)
  socket.on('message', (data) => {
    if (data[0] === 0 && data[1] === 0) return socket.send(STEP_2)
    if (data[0] === 0 && data[1] === 1) return
    for (const other of room) if (other !== socket) other.send(data)
  })
  socket.on('close', () => room.delete(socket))
})
server.listen(0, '127.0.0.1', () => process.stdout.write(`port ${server.address().port}\n`))
