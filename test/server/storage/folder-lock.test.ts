import { spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { lockFolder, runningServer } from '../../../server/storage/folder-lock.ts'

let dir: string
beforeEach(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'vouch-lock-'))
})
afterEach(() => rm(dir, { recursive: true, force: true }))

const where = { address: 'http://127.0.0.1:3000', secret: 'of this run' }

/** Locks the folder in a process of its own; resolves when it has it. */
const lockElsewhere = async () => {
  const code = `
    import { lockFolder } from ${JSON.stringify(path.resolve('server/storage/folder-lock.ts'))}
    // Held, or the collector would close it and let the lock go.
    globalThis.lock = lockFolder(${JSON.stringify(dir)})
    globalThis.lock.announce(${JSON.stringify(where)})
    process.stdout.write('locked')
    setInterval(() => {}, 1000)
  `
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', code], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(child.stdout, 'data')
  return child
}

describe('The lock on a data folder', () => {
  it('keeps a second server out, which says where the first one is', async () => {
    const first = await lockElsewhere()
    try {
      expect(() => lockFolder(dir)).toThrow(
        new RegExp(
          `^Another Vouch server at http://127\\.0\\.0\\.1:3000 \\(process ${first.pid}\\) is using the data folder .* Nothing was changed; .*$`,
        ),
      )
      expect(runningServer(dir)).toMatchObject(where)
    } finally {
      const gone = once(first, 'exit')
      first.kill('SIGKILL')
      await gone
    }
  })

  it('is gone with its process, however that ended, and whatever it left behind', async () => {
    const first = await lockElsewhere()
    const gone = once(first, 'exit')
    first.kill('SIGKILL')
    await gone
    // A process that is not ours may have got the same number by now: the number decides nothing.
    const left = JSON.parse(fs.readFileSync(path.join(dir, 'server.json'), 'utf8'))
    fs.writeFileSync(path.join(dir, 'server.json'), JSON.stringify({ ...left, pid: process.pid }))
    expect(runningServer(dir)).toBeNull()
    const lock = lockFolder(dir)
    expect(fs.existsSync(path.join(dir, 'server.json'))).toBe(false)
    lock.release()
  })

  it('holds within one process too, and can be taken again when it was let go', () => {
    const lock = lockFolder(dir)
    expect(() => lockFolder(dir)).toThrow(/Another Vouch server/)
    lock.release()
    lockFolder(dir).release()
  })

  it('leaves its note readable for its own user only', () => {
    const lock = lockFolder(dir)
    lock.announce(where)
    expect(fs.statSync(path.join(dir, 'server.json')).mode & 0o077).toBe(0)
    lock.release()
    expect(fs.existsSync(path.join(dir, 'server.json'))).toBe(false)
  })
})
