import fs from 'node:fs/promises'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { acknowledgedMore, eightWriters, newBrief } from '../../support/eight-writers.ts'
import { seedOfRun } from '../../support/random.ts'
import { lostActs, type RestlessWriter } from '../../support/restless-writer.ts'
import { OWNER_TOKEN, type ServerProcess, startProcess } from '../../support/server-process.ts'
import { until } from '../../support/writer.ts'
import { wordsOnDisk } from '../../support/words-on-disk.ts'

const READERS = 200
const seed = seedOfRun()

let dir: string
let server: ServerProcess
let writers: RestlessWriter[] = []
const readers: WebSocket[] = []
const streams: net.Socket[] = []
beforeEach(async () => {
  dir = await fs.mkdtemp(path.join(os.tmpdir(), 'vouch-drain-'))
  server = await startProcess(dir)
})
afterEach(async () => {
  for (const writer of writers) writer.leave()
  for (const reader of readers.splice(0)) reader.terminate()
  for (const stream of streams.splice(0)) stream.destroy()
  await server.kill('SIGKILL')
  await fs.rm(dir, { recursive: true })
})

/** Opens a connection, sends a request's head and then nothing, and reads nothing. */
const stubborn = (request: string, ...headers: string[]) => {
  const stream = net.connect(server.port, '127.0.0.1')
  stream.on('error', () => undefined)
  stream.pause()
  const always = [`Host: 127.0.0.1:${server.port}`, `Authorization: Bearer ${OWNER_TOKEN}`]
  stream.write([`${request} HTTP/1.1`, ...always, ...headers, '', ''].join('\r\n'))
  streams.push(stream)
  return new Promise<void>((resolve) => stream.once('connect', () => resolve()))
}

it(`stops when it is told to, whoever holds on to it: writers, two hundred readers, a slow request, a deaf socket  [seed ${seed}]`, async () => {
  const { port } = server
  const brief = await newBrief(port)
  writers = eightWriters(port, brief, seed)
  const codes: number[] = []
  for (let n = 0; n < READERS; n++) {
    const reader = new WebSocket(`ws://127.0.0.1:${port}/sync/${brief}?token=${OWNER_TOKEN}`)
    reader.on('close', (code) => codes.push(code))
    reader.on('error', () => undefined)
    readers.push(reader)
  }
  await until(() => readers.every((reader) => reader.readyState === WebSocket.OPEN), 'readers', 60_000)
  // Says that much will come, and sends nothing of it.
  await stubborn('POST /api/briefs', 'Content-Type: application/json', 'Content-Length: 5000')
  // Takes part in a brief, and takes nothing of what it is sent.
  await stubborn(
    `GET /sync/${brief}?token=${OWNER_TOKEN}`,
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
  )
  await acknowledgedMore(writers, 10, 'before the stop')

  await server.kill('SIGTERM')
  // Status 1 would say that it gave up waiting, after nine seconds.
  expect(server.status()).toBe(0)
  await until(() => codes.length === READERS, 'readers to be told')
  expect(new Set(codes)).toEqual(new Set([1012]))
  expect(lostActs(writers, await wordsOnDisk(dir, brief))).toEqual([])
}, 180_000)
