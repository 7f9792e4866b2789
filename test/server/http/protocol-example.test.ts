import { spawn } from 'node:child_process'
import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { rulesOf } from '../../../server/sync/shape.ts'
import { startSyncServer } from '../../support/sync-server.ts'

const ROOT = fileURLToPath(new URL('../../..', import.meta.url))

it('the example of docs/protocol.md runs as it stands there', async () => {
  const page = await fs.readFile(path.join(ROOT, 'docs/protocol.md'), 'utf8')
  const example = /```js\n([\s\S]*?)```/.exec(page)![1]!
  const dir = await fs.mkdtemp(path.join(os.tmpdir(), 'vouch-example-'))
  const server = await startSyncServer(dir, { rules: rulesOf })
  await server.addBrief('abcdefghij')
  const args = ['--input-type=module', '--eval', example, server.url, 'abcdefghij', 'ana:commenter']
  const program = spawn(process.execPath, args, { cwd: ROOT })
  let said = ''
  program.stdout.on('data', (data) => (said += String(data)))
  program.stderr.on('data', (data) => (said += String(data)))
  const late = setTimeout(() => program.kill(), 30_000)
  await new Promise((resolve) => program.once('exit', resolve))
  clearTimeout(late)
  expect(said.trim()).toBe('durable')
  const doc = await server.rooms.read('abcdefghij.discussion')
  expect(doc.getMap('threads').toJSON()).toEqual({ hello: { text: 'A line from a program' } })
  await server.close()
  await fs.rm(dir, { recursive: true })
})
