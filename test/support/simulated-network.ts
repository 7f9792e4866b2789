/**
 * People, a network and a server in one process, moved a step at a time by a seed. Frames wait in queues until a
 * step lets them through; writes wait until a step lets the disk finish; lines are cut, hang, or lose one side
 * only; the server is killed and started again on what was durable.
 */
import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'
import type { Occupant } from '../../server/sync/room.ts'
import type { Rooms } from '../../server/sync/rooms.ts'
import type { DocumentStore, UpdateLog } from '../../server/sync/update-log.ts'
import { step1Message, step2Message, updateMessage } from '../../server/sync/frames.ts'
import { MESSAGE, readDurable, SYNC } from '../../shared/wire/sync.ts'
import type { Random } from './random.ts'
import { type Act, carry, paragraphOf, settle, wordIn, wordsOf } from './restless-writer.ts'

/** A disk that answers when it is told to, and stops answering a server that is dead. */
export type SlowDisk = {
  /** For one life of the server. */
  plug(): DocumentStore
  /** Pulls the plug: what is not on the disk yet never will be. */
  pull(): void
  /** Lets the write that waits longest finish, or fail. False: none waits. */
  finishOne(how?: 'fails'): boolean
  /** From now on nothing waits. */
  hurry(on: boolean): void
}

type Waiting = { run(): void; fail(): void; life: number }

export const slowDisk = (store: DocumentStore): SlowDisk => {
  let waiting: Waiting[] = []
  let life = 0
  let hurried = false
  const write = (mine: number, act: () => Promise<void>): Promise<void> =>
    new Promise((resolve, reject) => {
      const turn: Waiting = {
        life: mine,
        run: () => (mine === life ? void act().then(resolve, reject) : undefined),
        fail: () => reject(new Error('The disk is full.')),
      }
      if (hurried) turn.run()
      else waiting.push(turn)
    })
  return {
    plug() {
      const mine = life
      const guarded = (log: UpdateLog): UpdateLog => ({
        ...log,
        append: (updates, claims) => write(mine, () => log.append(updates, claims)),
        compact: (state) => write(mine, () => log.compact(state)),
      })
      return { ...store, log: (name) => guarded(store.log(name)) }
    },
    pull() {
      life++
      waiting = []
    },
    finishOne(how) {
      const next = waiting.shift()
      if (!next) return false
      if (how === 'fails') next.fail()
      else next.run()
      return true
    },
    hurry(on) {
      hurried = on
      if (on) while (waiting.length > 0) waiting.shift()!.run()
    },
  }
}

/** Both ways, in order; `server` is who hears at the other end, once it does. */
type Line = { up: Uint8Array[]; down: Uint8Array[]; occupant: Occupant | null; over: boolean }

export type SimulatedWriter = ReturnType<typeof simulatedWriter>

/** Writes, cuts and connects when it is told to. `server` is whichever lives at that moment. */
export const simulatedWriter = (name: string, document: string, chance: Random, server: () => Rooms) => {
  let doc = new Y.Doc()
  doc.clientID = chance.below(2 ** 31)
  const durable: Act[] = []
  let waiting: Act[] = []
  let sent = 0
  let count = 0
  let epoch: number | undefined
  let line: Line | null = null
  const halfOpen: Line[] = []
  const finals: number[] = []

  const send = (frame: Uint8Array) => {
    if (!line || line.over) return
    if (frame[0] === MESSAGE.sync && frame[1] !== SYNC.step1) {
      carry(waiting, ++sent, frame[1]!)
    }
    line.up.push(frame)
  }

  const follow = () =>
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'server') send(updateMessage(update))
    })
  follow()

  const hear = (frame: Uint8Array) => {
    const decoder = decoding.createDecoder(frame)
    const type = decoding.readVarUint(decoder)
    if (type === MESSAGE.durable) {
      const told = readDurable(decoder)
      epoch = told.epoch
      const settled = settle(waiting, told.frames)
      durable.push(...settled.durable)
      waiting = settled.waiting
    }
    if (type !== MESSAGE.sync) return
    const step = decoding.readVarUint(decoder)
    const body = decoding.readVarUint8Array(decoder)
    if (step === SYNC.step1) send(step2Message(Y.encodeStateAsUpdate(doc, body)))
    else Y.applyUpdate(doc, body, 'server')
  }

  const body = () => doc.getXmlFragment('body')
  const words = () => wordsOf(doc)

  const acts: Record<string, () => void> = {
    insert() {
      const word = `${name}${count++}`
      waiting.push({ is: 'inserted', word, frame: 'next' })
      body().insert(chance.below(body().length + 1), [paragraphOf(word)])
    },
    delete() {
      if (body().length < 4) return
      const at = chance.below(body().length)
      waiting.push({ is: 'deleted', word: wordIn(body().get(at)), frame: 'next' })
      body().delete(at)
    },
    /** A word's own letters stay: what is written and taken away comes after it, and is no act. */
    scribble() {
      if (body().length === 0) return
      const text = (body().get(chance.below(body().length)) as Y.XmlElement).get(0) as Y.XmlText
      const own = wordIn(text.parent).length
      if (text.length > own + 3 && chance.next() < 0.4)
        text.delete(own + 1, 1 + chance.below(text.length - own - 2))
      else text.insert(text.length, ` ${'abcdef'.slice(chance.below(6))}`)
    },
    title() {
      doc.getMap('about').set('title', `Title ${name}${chance.below(100)}`)
    },
  }

  const cut = (heardByServer: boolean) => {
    if (!line) return
    const old = line
    line = null
    old.over = true
    old.down = []
    if (heardByServer) old.occupant?.leave()
    else halfOpen.push(old)
  }

  return {
    name,
    words,
    doc: () => doc,
    durable: () => durable,
    acts: () => [...durable, ...waiting],
    isSaved: () => waiting.length === 0,
    isConnected: () => line !== null,
    /** Codes that no honest client should ever see. */
    finals: () => finals,
    act() {
      const which = chance.pick([
        'insert',
        'insert',
        'insert',
        'delete',
        'delete',
        'scribble',
        'scribble',
        'title',
      ])
      acts[which]!()
      // Done while there was no line.
      for (const act of waiting) if (act.frame === 'next') act.frame = null
    },
    connect() {
      if (line) return
      const mine: Line = { up: [], down: [], occupant: null, over: false }
      line = mine
      sent = 0
      for (const act of waiting) act.frame = null
      mine.occupant = server().enter(document, {
        person: { id: name, name },
        writes: true,
        epoch,
        wire: {
          send: (frame) => (mine.over ? undefined : void mine.down.push(frame)),
          close: (code) => {
            mine.over = true
            if (code >= 4400 && code < 4500) finals.push(code)
            if (line === mine) line = null
          },
        },
      })
      send(step1Message(Y.encodeStateVector(doc)))
    },
    cut,
    /** The server finds out that lines are dead that it took for open; what was under way arrives, or does not. */
    noticeDead() {
      for (const old of halfOpen.splice(0)) {
        for (const frame of old.up.splice(0, chance.below(old.up.length + 1))) old.occupant?.receive(frame)
        old.occupant?.leave()
      }
    },
    /** Lets some frames through, in order. Returns how many. */
    pass(most: number): number {
      const mine = line
      for (let passed = 0; passed < most; passed++) {
        // What arrives may end the line.
        if (!mine || mine !== line || mine.up.length + mine.down.length === 0) return passed
        const up = mine.down.length === 0 || (mine.up.length > 0 && chance.next() < 0.5)
        if (up) mine.occupant!.receive(mine.up.shift()!)
        else hear(mine.down.shift()!)
      }
      return most
    },
    /** The server is gone, and all its lines with it. */
    serverDied() {
      halfOpen.length = 0
      if (line) line.over = true
      line = null
    },
    /** The page is loaded again with what the device kept. */
    reload() {
      cut(chance.next() < 0.5)
      const kept = Y.encodeStateAsUpdate(doc)
      doc.destroy()
      doc = new Y.Doc()
      doc.clientID = chance.below(2 ** 31)
      Y.applyUpdate(doc, kept, 'device')
      follow()
    },
  }
}
