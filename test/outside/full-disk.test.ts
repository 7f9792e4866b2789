import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { acknowledgedMore, eightWriters, inTheEnd, newBrief } from '../support/eight-writers.ts'
import { seedOfRun } from '../support/random.ts'
import { lostActs, type RestlessWriter } from '../support/restless-writer.ts'
import { type ServerProcess, startProcess } from '../support/server-process.ts'
import { until } from '../support/writer.ts'
import { wordsOnDisk } from '../support/words-on-disk.ts'

const seed = seedOfRun()

let disk: string
let server: ServerProcess | null = null
let writers: RestlessWriter[] = []
beforeEach(() => {
  disk = fs.mkdtempSync(path.join(os.tmpdir(), 'vouch-disk-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=12m', 'tmpfs', disk], { stdio: 'pipe' })
  } catch (error) {
    throw new Error('This test mounts a small disk of its own, which only root may do.', { cause: error })
  }
})
afterEach(async () => {
  for (const writer of writers) writer.leave()
  await server?.kill('SIGKILL')
  execFileSync('umount', ['-l', disk])
  fs.rmdirSync(disk)
})

const ballast = () => path.join(disk, 'ballast')

/** Another program takes all that is left but so much, in bytes. */
const fillUp = (left: number) => {
  const file = fs.openSync(ballast(), 'a')
  const free = () => {
    const { bavail, bsize } = fs.statfsSync(disk)
    return bavail * bsize
  }
  const page = Buffer.alloc(4096, 1)
  try {
    while (free() > left) fs.writeSync(file, page)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
  }
  fs.closeSync(file)
}

it(`loses nothing on a disk that is really full, however it ends there  [seed ${seed}]`, async () => {
  const dir = path.join(disk, 'data')
  server = await startProcess(dir)
  const { port } = server
  const ready = async () => (await fetch(`http://127.0.0.1:${port}/readyz`)).text()
  const brief = await newBrief(port)
  writers = eightWriters(port, brief, seed)
  await acknowledgedMore(writers, 10, 'before it is full')
  const full = () => writers.every((writer) => writer.standing() === 'not-writing')
  const states = () => writers.map((writer) => writer.state()).join('; ')

  fillUp(200 * 1024)
  await expect.poll(ready).toMatch(/^not ready: /)
  fillUp(0)
  await until(full, () => `all to hear that it is full: ${states()}`, 60_000)
  await expect.poll(ready).toBe('not ready: the store cannot be written\n')
  expect(lostActs(writers, await wordsOnDisk(dir, brief, true))).toEqual([])

  for (const signal of ['SIGKILL', 'SIGTERM'] as const) {
    await server.kill(signal)
    fillUp(0)
    // It opens what is there, or says in one sentence why it cannot.
    server = await startProcess(dir, port).catch((error: unknown) => {
      expect(String(error)).toMatch(/^Error: The server did not start: The .*disk .* full.*\n$/)
      return null
    })
    process.stderr.write(`after ${signal}: ${server ? 'it runs' : 'it said why not'}\n`)
    if (!server) {
      fs.rmSync(ballast())
      server = await startProcess(dir, port)
      await acknowledgedMore(writers, 3, `after ${signal}`)
      fillUp(0)
    }
    await until(full, () => `all to hear it again: ${states()}`, 60_000)
    expect(lostActs(writers, await wordsOnDisk(dir, brief, true))).toEqual([])
  }

  fs.rmSync(ballast())
  await acknowledgedMore(writers, 5, 'after there is room')
  await inTheEnd(writers)
  expect(await wordsOnDisk(dir, brief, true)).toEqual(new Set(writers[0]!.words()))
  await expect.poll(ready).toBe('ready\n')
}, 300_000)
