/** The two pages that are measured beside each other: ours, and a plain TipTap editor with collaboration; each with its own server. */
import { spawnSync } from 'node:child_process'
import { createServer } from 'node:http'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { build } from 'vite'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import type { BodyNode } from '../../../shared/brief/body.ts'
import { readBody } from '../../../shared/brief/body.ts'
import { readBrief } from '../../../shared/brief/read.ts'
import { toMarkdown } from '../../../shared/markdown/write.ts'
import { OWNER_TOKEN } from '../../support/server-process.ts'
import { installRivals, type Peer, startPeer } from '../sync/peers.ts'

/** One document on one of the pages. */
export type Measured = {
  /** Signs in, where that is asked for; goes there. Does not wait for the text. */
  visit(page: Page): Promise<void>
  /** Another person's copy, in step with the server. */
  join(): Promise<{ doc: Y.Doc; body: Y.XmlFragment; leave(): void }>
}
export type EditorPage = {
  name: 'ours' | 'plain'
  make(brief: Y.Doc): Promise<Measured>
  stop(): Promise<void>
}

const RIVALS = fileURLToPath(new URL('../rivals/', import.meta.url))

const joined = (address: string, name: string, root: string, params: Record<string, string> = {}) => {
  const doc = new Y.Doc()
  const provider = new WebsocketProvider(address, name, doc, {
    WebSocketPolyfill: WebSocket as never,
    disableBc: true,
    params,
  })
  // Messages of our own protocol, of which it would else complain in the console.
  for (const type of [100, 101, 102, 103]) provider.messageHandlers[type] = () => undefined
  return new Promise<Awaited<ReturnType<Measured['join']>>>((resolve) =>
    provider.once('sync', () =>
      resolve({
        doc,
        body: doc.getXmlFragment(root),
        leave() {
          provider.destroy()
          doc.destroy()
        },
      }),
    ),
  )
}

export const ours = async (): Promise<EditorPage> => {
  const peer = await startPeer('vouch')
  const host = new URL(peer.address('x')).host
  const asked = async (address: string, body: unknown, headers: Record<string, string> = {}) => {
    const response = await fetch(`http://${host}${address}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    })
    if (!response.ok) throw new Error(`${address} was answered with ${response.status}.`)
    return response
  }
  const owner = { authorization: `Bearer ${OWNER_TOKEN}` }
  return {
    name: 'ours',
    async make(brief) {
      const markdown = toMarkdown(readBrief(brief))
      const { id } = (await (await asked('/api/briefs/import', { markdown }, owner)).json()) as { id: string }
      return {
        async visit(page) {
          const link = (await (await asked(`/api/briefs/${id}/links`, { role: 'editor' }, owner)).json()) as {
            url: string
          }
          const key = new URL(link.url).pathname.split('/').at(-1)!
          const [cookie] = (await asked(`/api/join/${key}`, { name: 'Ana' })).headers.getSetCookie()
          const [name, value] = cookie!.split(';')[0]!.split('=')
          await page.context().addCookies([{ name: name!, value: value!, url: `http://${host}` }])
          await page.goto(`http://${host}/b/${id}`, { waitUntil: 'commit' })
        },
        join: () => joined(`ws://${host}/sync`, id, 'body', { token: OWNER_TOKEN }),
      }
    },
    stop: () => peer.stop(),
  }
}

export const plain = async (): Promise<EditorPage> => {
  installRivals()
  const folder = mkdtempSync(join(tmpdir(), 'vouch-plain-'))
  await build({
    root: join(RIVALS, 'plain-editor'),
    configFile: false,
    logLevel: 'error',
    build: { outDir: folder, emptyOutDir: true, target: 'es2022', chunkSizeWarningLimit: 5000 },
  })
  const files = createServer((request, response) => {
    const path = new URL(request.url!, 'http://x').pathname
    const file = path === '/' ? 'index.html' : path.slice(1)
    const type = { '.html': 'text/html', '.js': 'text/javascript' }[extname(file)]
    if (!type) return response.writeHead(404).end()
    response.writeHead(200, { 'content-type': type }).end(readFileSync(join(folder, file)))
  })
  await new Promise<void>((resolve) => files.listen(0, '127.0.0.1', resolve))
  const { port } = files.address() as AddressInfo
  const peer: Peer = await startPeer('y-websocket')
  return {
    name: 'plain',
    async make(brief) {
      const [name] = await peer.documents(1)
      const at = peer.address('').replace(/\/$/, '')
      const { stdout, status } = spawnSync(process.execPath, [join(RIVALS, 'seed-plain.mjs')], {
        input: JSON.stringify(withoutOurs(readBody(brief))),
        maxBuffer: 2 ** 28,
        stdio: ['pipe', 'pipe', 'inherit'],
      })
      if (status !== 0) throw new Error('The plain document could not be made.')
      const seed = await joined(at, name!, 'default')
      Y.applyUpdate(seed.doc, stdout)
      // Until the server has it, which says nothing of what it has: another copy is asked.
      for (;;) {
        const there = await joined(at, name!, 'default')
        const { length } = there.body
        there.leave()
        if (length > 0 && length === seed.body.length) break
      }
      seed.leave()
      return {
        visit: async (page) => {
          const address = `http://127.0.0.1:${port}/?at=${encodeURIComponent(at)}&document=${name}`
          await page.goto(address, { waitUntil: 'commit' })
        },
        join: () => joined(at, name!, 'default'),
      }
    },
    async stop() {
      files.close()
      await peer.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** The list of sources is ours alone, and so are ids of blocks. */
const withoutOurs = (node: BodyNode): BodyNode => ({
  type: node.type,
  ...(node.text !== undefined && { text: node.text }),
  ...(node.type === 'citation' && { attrs: { id: node.attrs?.id } }),
  ...(node.type === 'heading' && { attrs: { level: node.attrs?.level } }),
  ...(node.content && {
    content: node.content.filter(({ type }) => type !== 'references').map(withoutOurs),
  }),
})
