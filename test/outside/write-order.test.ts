import { spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, it } from 'vitest'
import { random, seedOfRun } from '../support/random.ts'
import { restlessWriter } from '../support/restless-writer.ts'
import { OWNER_TOKEN, startProcess } from '../support/server-process.ts'
import { until } from '../support/writer.ts'

/** Follows the calls of a process' main thread, where both the store and the sockets are. */
const follow = async (pid: number, file: string) => {
  const calls = 'trace=pwrite64,fsync,fdatasync,write,writev,sendmsg,sendto'
  const strace = spawn('strace', ['-p', String(pid), '-y', '-x', '-s', '64', '-e', calls, '-o', file])
  let said = ''
  let missing = false
  strace.stderr.on('data', (data: Buffer) => (said += String(data)))
  strace.once('error', () => (missing = true))
  await until(() => missing || /attached|rror|denied|permitted/.test(said), 'strace')
  if (missing) throw new Error('strace is missing. On Debian: apt install strace')
  if (!/attached/.test(said)) throw new Error(`strace may not follow a process here: ${said}`)
  return {
    stop: () =>
      new Promise<void>((resolve) => {
        strace.once('exit', () => resolve())
        strace.kill('SIGINT')
      }),
  }
}

type Step = 'wrote' | 'synced' | { acknowledged: number }

const stepOf = (line: string): Step | null => {
  if (/^pwrite64\(\d+<[^>]*\.sqlite-wal>.* = [1-9]/.test(line)) return 'wrote'
  if (/^f(data)?sync\(\d+<[^>]*\.sqlite-wal>\) += 0/.test(line)) return 'synced'
  // A frame of three bytes: message 100, epoch 1, and how many frames are durable, below 128.
  const told = /\\x82\\x03(?:"[^"]*")?\\x64\\x01\\x([0-7][0-9a-f])/.exec(line)
  return told ? { acknowledged: Number.parseInt(told[1]!, 16) } : null
}

it('writes, then syncs, then acknowledges: in the calls to the system, each time', async () => {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'vouch-order-'))
  const server = await startProcess(dir)
  const created = await fetch(`http://127.0.0.1:${server.port}/api/briefs`, {
    method: 'POST',
    headers: { authorization: `Bearer ${OWNER_TOKEN}`, 'content-type': 'application/json' },
    body: JSON.stringify({ title: 'Exports' }),
  })
  const { id } = (await created.json()) as { id: string }
  const trace = path.join(dir, 'trace')
  try {
    const strace = await follow(server.pid, trace)
    const chance = random(seedOfRun())
    const ana = restlessWriter({
      name: 'a',
      port: server.port,
      brief: id,
      token: OWNER_TOKEN,
      chance,
      rest: 40,
    })
    ana.start()
    await until(() => ana.durable().length > 60, 'acknowledgements', 60_000)
    ana.leave()
    await strace.stop()
  } finally {
    await server.kill('SIGKILL')
  }
  const steps = fs
    .readFileSync(trace, 'utf8')
    .split('\n')
    .map(stepOf)
    .filter((step) => step !== null)
  fs.rmSync(dir, { recursive: true })

  let since: Step[] = []
  let acknowledged = 0
  let checked = 0
  for (const step of steps) {
    if (typeof step === 'string') since.push(step)
    else if (step.acknowledged > acknowledged) {
      // The first is of the answer to the server's question, which brings nothing.
      if (acknowledged > 0) {
        expect(since.indexOf('wrote'), `a write before ${step.acknowledged}`).not.toBe(-1)
        expect(since.lastIndexOf('synced'), `a sync after it`).toBeGreaterThan(since.lastIndexOf('wrote'))
        checked++
      }
      acknowledged = step.acknowledged
      since = []
    }
  }
  expect(checked).toBeGreaterThan(10)
}, 120_000)
