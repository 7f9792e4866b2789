/** Two people at one brief: the editor's binding, the page's own sync, and a socket each that can be cut. */
import * as Y from 'yjs'
import { WebSocket } from 'ws'
import { openBrief, type OpenBrief } from '../../client/brief/open-brief.ts'
import { briefOf, Writer } from '../shared/binding/writers.ts'
import { memoryLocalStore } from './memory-local-store.ts'
import type { SyncServer } from './sync-server.ts'
import { until } from './writer.ts'

export type WritersAtServer = Awaited<ReturnType<typeof writersAtServer>>

let briefs = 0

export const writersAtServer = async (server: SyncServer, text: string) => {
  const briefId = `lostwords${String.fromCharCode(97 + (briefs % 26))}${briefs++}`.slice(-10)
  await server.addBrief(briefId)
  await server.rooms.transact(briefId, (doc) => Y.applyUpdate(doc, briefOf(text)))
  const local = memoryLocalStore()

  const sit = async (name: string) => {
    let isCut = false
    const sockets = new Set<WebSocket>()
    const CutSocket = class extends WebSocket {
      constructor(url: string) {
        // Nobody listens on the discard port.
        super(isCut ? 'ws://127.0.0.1:9/' : url)
        sockets.add(this)
      }
    } as unknown as typeof globalThis.WebSocket
    const open = () =>
      openBrief({
        briefId,
        me: { id: name, name },
        role: 'editor',
        url: server.url,
        token: `${name}:editor`,
        WebSocket: CutSocket,
        local,
      })
    let brief: OpenBrief = open()
    await until(brief.ready.get, `${name}'s brief`)
    let writer = new Writer(name, brief.doc)
    const saved = () => until(() => brief.connection.get().is === 'saved', `${name} to be saved`)
    await saved()
    return {
      get writer() {
        return writer
      },
      saved,
      isCut: () => isCut,
      cut() {
        isCut = true
        for (const socket of sockets) socket.terminate()
        sockets.clear()
      },
      async back() {
        isCut = false
        await saved()
      },
      /** Closes the page and opens it again, with what the device has. */
      async reopen() {
        await until(() => !brief.unsent.get(), `${name}'s device to keep it`)
        brief.close()
        writer.leave()
        brief = open()
        await until(brief.ready.get, `${name}'s brief again`)
        writer = new Writer(name, brief.doc)
      },
      recovered: () => brief.recovered.get().map(({ because, texts }) => [because, texts] as const),
      leave() {
        brief.close()
        writer.leave()
      },
    }
  }

  const people = [await sit('ana'), await sit('ben')]
  return {
    people,
    /** Until everybody has everything. */
    async together() {
      for (const person of people) await (person.isCut() ? person.back() : person.saved())
      await until(() => {
        const [ana, ben] = people.map(({ writer }) => Y.snapshot(writer.doc))
        return Y.equalSnapshots(ana!, ben!)
      }, 'both to have the same')
    },
    /** What is found lost is told then. */
    async leave() {
      for (const person of people) person.leave()
    },
  }
}
