/** Who takes nothing of what waits for it is told to go, however little it is; who reads stays. */
import { createServer } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { expect, it, onTestFinished } from 'vitest'
import { WebSocket, WebSocketServer } from 'ws'
import { watchLife } from '../../../server/http/life.ts'
import { until } from '../../support/writer.ts'

/** Two sockets at a server that writes to both more than operating systems hold back. */
const two = async () => {
  const slow: WebSocket[] = []
  const life = watchLife((socket) => slow.push(socket), { lookEvery: 250, unreadFor: 600 })
  const http = createServer()
  const sockets = new WebSocketServer({ server: http })
  const inside: WebSocket[] = []
  sockets.on('connection', (socket, request) => {
    inside.push(socket)
    life.watch(socket, request.socket)
  })
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  const open = async () => {
    const socket = new WebSocket(`ws://127.0.0.1:${(http.address() as AddressInfo).port}`)
    let stream: Socket | null = null
    socket.on('upgrade', (response) => (stream = response.socket))
    await new Promise((resolve) => socket.once('open', resolve))
    return { socket, stream: stream! as Socket, inside: inside.at(-1)! }
  }
  const [reader, deaf] = [await open(), await open()]
  onTestFinished(() => {
    life.stop()
    for (const { socket } of [reader, deaf]) socket.terminate()
    http.closeAllConnections()
    http.close()
  })
  return { reader, deaf, slow }
}

it('finds the one who does not read, and leaves the other alone', async () => {
  const { reader, deaf, slow } = await two()
  let heard = 0
  reader.socket.on('message', () => heard++)
  deaf.stream.pause()
  const words = Buffer.alloc(8 * 1024 * 1024)
  for (const { inside } of [deaf, reader]) inside.send(words)
  await until(() => slow.length > 0)
  await until(() => heard === 1)
  expect(slow.every((socket) => socket === deaf.inside)).toBe(true)
})
