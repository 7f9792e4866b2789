/**
 * The real server, built, as a process with little memory; a brief on it with an honest person at work, and a villain
 * who may write there too. Says what the honest one feels of an attack.
 */
import * as decoding from 'lib0/decoding'
import { readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import net from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { DATABASE_FILE, openDatabase } from '../../server/storage/database.ts'
import { documents } from '../../server/storage/updates.ts'
import { step1Message, step2Message, updateMessage } from '../../server/sync/frames.ts'
import { ROOTS } from '../../shared/brief/document.ts'
import { MESSAGE, readDurable, SYNC } from '../../shared/wire/sync.ts'
import { docFrom } from './array-store.ts'
import type { HostileFrame } from './hostile-frames.ts'
import { type HostileStream, properRequest } from './hostile-streams.ts'
import { clientOf } from './server.ts'
import { OWNER_TOKEN, startProcess } from './server-process.ts'
import { until } from './writer.ts'

export type Attack = HostileFrame | HostileStream

export type Felt = {
  /** Close code of the villain's socket; `ended`: cut or refused without one; null: it may stay. */
  closed: number | 'ended' | null
  /** Longest time that the honest one waited for an acknowledgement meanwhile, in milliseconds. */
  waited: number
  /** What the process took at its peak beyond what it had before, in bytes. */
  memory: number
  /** Until a newcomer had everything, in milliseconds. */
  newcomer: number
}

/** What the heap of the server may take, in megabytes. */
const HEAP = 512
/** How long a villain who may stay is watched. */
const WATCHED_MS = 250
/** How long a deaf villain does not read. */
const DEAF_MS = 1000

export type Siege = Awaited<ReturnType<typeof besiege>>

export const besiege = async () => {
  const dir = await mkdtemp(path.join(tmpdir(), 'vouch-siege-'))
  const server = await startProcess(dir, 0, [`--max-old-space-size=${HEAP}`])
  const url = `http://127.0.0.1:${server.port}`
  const owner = clientOf(url, { authorization: `Bearer ${OWNER_TOKEN}` })
  const brief: string = (await owner.post('/api/briefs', { title: 'Exports' })).id
  const link = await owner.post(`/api/briefs/${brief}/links`, { role: 'editor' })
  const joined = await clientOf(url).ask('POST', `/api/join/${link.url.split('/').at(-1)}`, { name: 'Eve' })
  const cookie = joined.headers.get('set-cookie')!.split(';')[0]!
  const address = `ws://127.0.0.1:${server.port}/sync/${brief}`

  const honest = await honestAt(`${address}?token=${OWNER_TOKEN}`)
  // Long enough that a first load is compressed, as that of a real brief.
  await honest.write(`Exports fell. ${'The ministry said so in May. '.repeat(2000)}`)
  const db = await openDatabase(path.join(dir, DATABASE_FILE), { readonly: true })
  const rowsAfter = (seq: number) =>
    db
      .selectFrom('document_updates')
      .select(['seq', 'bytes'])
      .where('document', '=', brief)
      .where('seq', '>', seq)
      .orderBy('seq')
      .execute()
  let seen = (await rowsAfter(0)).at(-1)?.seq ?? 0

  /** Client ids, in what was stored since the last look, that are not the honest one's. */
  const strangersInLog = async (): Promise<number[]> => {
    const clients = new Set<number>()
    for (const { seq, bytes } of await rowsAfter(seen)) {
      seen = seq
      const { structs, ds } = Y.decodeUpdate(bytes)
      for (const { id } of structs) clients.add(id.client)
      for (const client of ds.clients.keys()) clients.add(client)
    }
    clients.delete(honest.doc.clientID)
    return [...clients]
  }

  const strike = (attack: Attack): Villain =>
    'frame' in attack
      ? frameVillain(address, cookie, attack)
      : streamVillain(server.port, `/sync/${brief}`, cookie, attack)

  return {
    pid: server.pid,
    /** Where files are brought into the brief, below `url`. */
    sources: `/api/briefs/${brief}/sources`,
    url,
    said: server.said,
    honest,
    strangersInLog,
    isAlive: async () => (await clientOf(url).get('/healthz')) === 'alive\n',
    /** Which roots of what is stored are not as the honest one has them. */
    async differsFromHonest(): Promise<string[]> {
      const { updates } = (await documents(db).log(brief).load())!
      const stored = docFrom(updates)
      const isSame = (root: string) =>
        root === 'body'
          ? stored.getXmlFragment(root).toString() === honest.doc.getXmlFragment(root).toString()
          : JSON.stringify(stored.getMap(root)) === JSON.stringify(honest.doc.getMap(root))
      return Object.keys(ROOTS.brief).filter((root) => !isSame(root))
    },
    /** Resident, in bytes. */
    memory: () => residentMemory(server.pid),
    /** The attack, while the honest one goes on writing. */
    async endure(attack: Attack): Promise<Felt> {
      const before = await memoryAtRest(server.pid)
      const villain = strike(attack)
      await villain.begun
      let waited = 0
      const over = Promise.race([villain.over, pause(villain.mayStay ? WATCHED_MS : 20_000)])
      let isOver = false
      void over.then(() => (isOver = true))
      const struck = performance.now()
      // At least one acknowledgement after the villain was through.
      for (let left = 2; left > 0; left -= isOver ? 1 : 0) {
        const began = performance.now()
        await honest.write(null)
        if (began - struck < WATCHED_MS) waited = Math.max(waited, performance.now() - began)
        // Slower than what one socket may send.
        await pause(10)
      }
      const closed = villain.closed()
      villain.leave()
      const began = performance.now()
      await newcomerSees(`${address}?token=${OWNER_TOKEN}`, honest.title())
      const newcomer = performance.now() - began
      return { closed, waited, memory: peakMemory(server.pid) - before, newcomer }
    },
    async end() {
      honest.leave()
      await db.destroy()
      await server.kill('SIGTERM')
      await rm(dir, { recursive: true, force: true })
    },
  }
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

type Villain = {
  begun: Promise<unknown>
  over: Promise<unknown>
  mayStay: boolean
  closed(): Felt['closed']
  leave(): void
}

const frameVillain = (address: string, cookie: string, attack: HostileFrame): Villain => {
  const socket = new WebSocket(address, { headers: { cookie } })
  let closed: Felt['closed'] = null
  const over = new Promise((resolve) =>
    socket.on('close', (code) => {
      closed = code
      resolve(code)
    }),
  )
  socket.on('error', () => undefined)
  const begun = new Promise((resolve) =>
    // It is let in; only then the attack meets the room.
    socket.once('message', () => {
      socket.send(attack.frame)
      // As providers do; what came early waits for it.
      socket.send(step2Message(Uint8Array.of(0, 0)))
      resolve(null)
    }),
  )
  return {
    begun,
    over,
    mayStay: attack.end === 'harmless',
    closed: () => closed,
    leave: () => socket.terminate(),
  }
}

const streamVillain = (port: number, name: string, cookie: string, attack: HostileStream): Villain => {
  const head = attack.head ?? properRequest
  const stream = net.connect(port, '127.0.0.1')
  let closed: Felt['closed'] = null
  let heard = Buffer.alloc(0)
  const over = new Promise<void>((resolve) => {
    const end = (code: Felt['closed'] = 'ended') => {
      closed ??= code
      resolve()
    }
    stream.on('close', () => end())
    stream.on('end', () => end())
    stream.on('data', (data) => {
      heard = Buffer.concat([heard, data])
      const code = closeCodeIn(heard)
      if (code !== null) end(code)
    })
  })
  stream.on('error', () => undefined)
  const begun = new Promise<void>((resolve) => {
    stream.on('connect', () => {
      stream.write(head({ path: name, host: `127.0.0.1:${port}`, cookie }))
      if (!attack.head) return
      stream.write(attack.bytes)
      resolve()
    })
    if (attack.head) return
    stream.once('data', (data) => {
      if (!data.toString('latin1').startsWith('HTTP/1.1 101')) throw new Error('The villain was not let in.')
      if (attack.deaf) setTimeout(() => stream.resume(), DEAF_MS)
      if (attack.deaf) stream.pause()
      stream.write(attack.bytes)
      resolve()
    })
  })
  return {
    begun,
    over,
    mayStay: attack.end === 'harmless',
    closed: () => closed,
    leave: () => stream.destroy(),
  }
}

/** Of what a server said after its head: the code of its close frame, if there is one. */
const closeCodeIn = (said: Buffer): number | null => {
  let at = said.indexOf('\r\n\r\n') + 4
  if (at < 4) return null
  while (at + 4 <= said.length) {
    const short = said[at + 1]! & 127
    const length =
      short === 127 ? Number(said.readBigUInt64BE(at + 2)) : short === 126 ? said.readUInt16BE(at + 2) : short
    const body = at + (short === 127 ? 10 : short === 126 ? 4 : 2)
    if ((said[at]! & 15) === 8) return length >= 2 ? said.readUInt16BE(body) : 1005
    at = body + length
  }
  return null
}

/** Somebody who writes and waits until it is acknowledged. */
const honestAt = async (address: string) => {
  const doc = new Y.Doc()
  const socket = new WebSocket(address)
  let sent = 0
  let durable = 0
  let came = false
  let edits = 0
  let closed: number | null = null
  let wake: () => void = () => undefined
  const count = (frame: Uint8Array) => {
    sent++
    socket.send(frame)
  }
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== 'server') count(updateMessage(update))
  })
  socket.on('close', (code) => {
    closed = code
    wake()
  })
  socket.on('open', () => socket.send(step1Message(Y.encodeStateVector(doc))))
  socket.on('message', (data: Buffer) => {
    const decoder = decoding.createDecoder(data)
    const type = decoding.readVarUint(decoder)
    if (type === MESSAGE.durable) durable = readDurable(decoder).frames
    if (type === MESSAGE.sync) {
      const step = decoding.readVarUint(decoder)
      const body = decoding.readVarUint8Array(decoder)
      if (step === SYNC.step1) count(step2Message(Y.encodeStateAsUpdate(doc, body)))
      else Y.applyUpdate(doc, body, 'server')
      came ||= step === SYNC.step2
    }
    wake()
  })
  const heardThat = (reached: () => boolean) =>
    new Promise<void>((resolve, reject) => {
      wake = () => {
        if (closed !== null) reject(new Error(`The honest one was closed with ${closed}.`))
        else if (reached()) resolve()
      }
      wake()
    })
  await heardThat(() => came)
  return {
    doc,
    title: () => String(doc.getMap('about').get('title')),
    isOpen: () => closed === null,
    /** Changes the title, and puts words into the body. Resolves when both are durable. */
    async write(words: string | null) {
      doc.transact(() => {
        doc.getMap('about').set('title', `Title ${++edits}`)
        if (words === null) return
        const paragraph = new Y.XmlElement('paragraph')
        paragraph.insert(0, [new Y.XmlText(words)])
        doc.getXmlFragment('body').push([paragraph])
      })
      await heardThat(() => durable === sent)
    },
    leave: () => socket.terminate(),
  }
}

const newcomerSees = async (address: string, title: string) => {
  const newcomer = await honestAt(address)
  await until(() => newcomer.title() === title, 'a newcomer to see the title')
  newcomer.leave()
  newcomer.doc.destroy()
}

const status = (pid: number, figure: string) =>
  Number(new RegExp(`^${figure}:\\s+(\\d+) kB`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) *
  1024

/** Only where there is a /proc; elsewhere what memory an attack takes is not told. */
const peakMemory = (pid: number) => (process.platform === 'linux' ? status(pid, 'VmHWM') : 0)

const residentMemory = (pid: number) => (process.platform === 'linux' ? status(pid, 'VmRSS') : 0)

/** Begins to look for the peak anew. */
const memoryAtRest = async (pid: number) => {
  if (process.platform === 'linux') await writeFile(`/proc/${pid}/clear_refs`, '5')
  return residentMemory(pid)
}
