/** The servers that are measured, each a process of its own with its storage on, in a folder of its own. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { OWNER_TOKEN, startProcess } from '../../support/server-process.ts'

const RIVALS = fileURLToPath(new URL('../rivals/', import.meta.url))
export const PEERS = ['vouch', 'hocuspocus', 'y-websocket', 'relay'] as const
export type PeerName = (typeof PEERS)[number]

export type Peer = {
  name: PeerName
  /** Hocuspocus names the document in each message; the others in the address. */
  names: 'in-address' | 'in-messages'
  pid: number
  /** Names of so many new documents. */
  documents(count: number): Promise<string[]>
  /** Where a socket on that document connects to. */
  address(document: string): string
  /** CPU seconds that the process has used, user and system, from the operating system. */
  cpu(): number
  /** Resident memory in bytes. */
  memory(): number
  /** Killed, and started anew on what it stored; this one is of no use after it. */
  restarted(): Promise<Peer>
  stop(): Promise<void>
}

/** Clock ticks a second of /proc/PID/stat; 100 on every Linux of today. */
const TICKS = 100

const cpuOf = (pid: number) => {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ')
  return (Number(fields[11]) + Number(fields[12])) / TICKS
}
const memoryOf = (pid: number) =>
  Number(/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) * 1024

/** Installed when the benchmark first runs: nobody else should have to wait for them. */
export const installRivals = () => {
  if (existsSync(join(RIVALS, 'node_modules/@tiptap/extension-table/package.json'))) return
  process.stderr.write('Installing the servers to measure against …\n')
  const { status } = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: RIVALS,
    stdio: 'inherit',
  })
  if (status !== 0) throw new Error('The other servers could not be installed; npm says why above.')
  // Then the project's own copy is found, which is compiled already: that takes minutes.
  rmSync(join(RIVALS, 'node_modules/better-sqlite3'), { recursive: true, force: true })
}

export const startPeer = async (
  name: PeerName,
  folder = mkdtempSync(join(tmpdir(), 'vouch-bench-')),
): Promise<Peer> => {
  if (name === 'vouch') return startVouch(folder)
  installRivals()
  const child = spawn(process.execPath, [join(RIVALS, `${name}.mjs`), folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const port = await portOf(child)
  let made = 0
  return {
    name,
    names: name === 'hocuspocus' ? 'in-messages' : 'in-address',
    pid: child.pid!,
    documents: async (count) => Array.from({ length: count }, () => `document-${++made}-${Date.now()}`),
    address: (document) => `ws://127.0.0.1:${port}/${name === 'hocuspocus' ? '' : document}`,
    cpu: () => cpuOf(child.pid!),
    memory: () => memoryOf(child.pid!),
    async restarted() {
      await killed(child)
      return startPeer(name, folder)
    },
    async stop() {
      await killed(child)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

const killed = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    child.once('exit', () => resolve())
    child.kill('SIGKILL')
  })

const startVouch = async (folder: string): Promise<Peer> => {
  const server = await startProcess(folder)
  const { pid } = server
  const url = `http://127.0.0.1:${server.port}`
  const create = async (n: number): Promise<string> => {
    const response = await fetch(`${url}/api/briefs`, {
      method: 'POST',
      headers: { authorization: `Bearer ${OWNER_TOKEN}`, 'content-type': 'application/json' },
      body: JSON.stringify({ title: `Measured ${n}` }),
    })
    if (response.status !== 201)
      throw new Error(`A brief could not be made: ${response.status} ${await response.text()}`)
    return ((await response.json()) as { id: string }).id
  }
  return {
    name: 'vouch',
    names: 'in-address',
    pid,
    async documents(count) {
      const ids: string[] = []
      for (let n = 0; n < count; n++) ids.push(await create(n))
      return ids
    },
    address: (document) => `ws://127.0.0.1:${server.port}/sync/${document}?token=${OWNER_TOKEN}`,
    cpu: () => cpuOf(pid),
    memory: () => memoryOf(pid),
    async restarted() {
      await server.kill('SIGKILL')
      return startVouch(folder)
    },
    async stop() {
      await server.kill('SIGKILL')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

const portOf = (child: ChildProcess): Promise<number> =>
  new Promise((resolve, reject) => {
    let said = ''
    child.stdout!.on('data', (data: Buffer) => {
      said += String(data)
      const port = /port (\d+)/.exec(said)?.[1]
      if (port) resolve(Number(port))
    })
    child.once('exit', () => reject(new Error(`A server did not start: ${said}`)))
  })
