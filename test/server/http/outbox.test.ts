import { Duplex } from 'node:stream'
import { inflateRawSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { createPost } from '../../../server/http/outbox.ts'
import { until } from '../../support/writer.ts'

/** A stream that keeps what is written to it, write by write. */
const stream = () => {
  const writes: Buffer[] = []
  const made = new Duplex({
    read() {},
    write(chunk: Buffer, _, done) {
      writes.push(chunk)
      done()
    },
    writev(chunks, done) {
      writes.push(Buffer.concat(chunks.map(({ chunk }) => chunk as Buffer)))
      done()
    },
  })
  return { made, writes }
}
const turn = () => new Promise((resolve) => setImmediate(resolve))

it('writes all that a turn has for a socket at once, the promises that it settles included', async () => {
  const { made, writes } = stream()
  const outbox = createPost().outbox(made, false)
  outbox.send(new Uint8Array([1, 2]))
  await Promise.resolve().then(() => outbox.send(new Uint8Array([3])))
  await turn()
  expect(writes.map((bytes) => [...bytes])).toEqual([[0x82, 2, 1, 2, 0x82, 1, 3]])
  outbox.send(new Uint8Array([4]))
  await turn()
  expect(writes).toHaveLength(2)
})

it('frames a message once for all who get it', async () => {
  const post = createPost()
  const people = [stream(), stream(), stream()]
  const message = new Uint8Array(300).fill(7)
  for (const { made } of people) post.outbox(made, false).send(message)
  await turn()
  const [first, ...others] = people.map(({ writes }) => writes[0]!)
  expect([first!.length, first!.readUInt16BE(2)]).toEqual([304, 300])
  for (const other of others)
    expect(other.buffer === first!.buffer && other.byteOffset === first!.byteOffset).toBe(true)
})

it('compresses a long message for those who take it, in its place among the others', async () => {
  const post = createPost()
  const [plain, deflated] = [stream(), stream()]
  const long = new Uint8Array(70_000).fill(65)
  for (const [each, deflates] of [
    [plain, false],
    [deflated, true],
  ] as const) {
    const outbox = post.outbox(each.made, deflates)
    for (const message of [new Uint8Array([1]), long, new Uint8Array([2])]) outbox.send(message)
  }
  const all = () => Buffer.concat(deflated.writes)
  await until(() => all().at(-1) === 2 && all().length > 6)
  expect(Buffer.concat(plain.writes).readUIntBE(7, 6)).toBe(70_000)
  const frame = all().subarray(3, -3)
  // FIN, RSV1, binary; then the length; then what inflates with the four bytes put back (RFC 7692, 7.2.2).
  expect([frame[0], all().length < 300]).toEqual([0xc2, true])
  const body = frame.subarray(frame[1] === 126 ? 4 : 2)
  const tail = Buffer.from([0, 0, 0xff, 0xff])
  expect(inflateRawSync(Buffer.concat([body, tail]), { finishFlush: 2 }).equals(long)).toBe(true)
})

it('writes what is left before it is closed, and nothing after', async () => {
  const { made, writes } = stream()
  const outbox = createPost().outbox(made, false)
  outbox.send(new Uint8Array([1]))
  outbox.finish()
  outbox.send(new Uint8Array([2]))
  await turn()
  expect(writes.map((bytes) => [...bytes])).toEqual([[0x82, 1, 1]])
})
