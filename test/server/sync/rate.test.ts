/** How much one socket may send: too much is read later, never dropped; only who does not stop has to go. */
import * as decoding from 'lib0/decoding'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { step2Message, updateMessage } from '../../../server/sync/frames.ts'
import { createRate, type Rate } from '../../../server/sync/rate.ts'
import { createRooms } from '../../../server/sync/rooms.ts'
import { MESSAGE, readDurable } from '../../../shared/wire/sync.ts'
import { anyDocument } from '../../support/any-document.ts'
import { arrayStore } from '../../support/array-store.ts'
import { until } from '../../support/writer.ts'

describe('A socket', () => {
  let holds: boolean[]
  let gone: number
  let rate: Rate
  beforeEach(() => {
    vi.useFakeTimers()
    holds = []
    gone = 0
    rate = createRate({ hold: (on) => holds.push(on), tooMuch: () => gone++, now: () => Date.now() })
  })
  afterEach(() => {
    rate.stop()
    vi.useRealTimers()
  })

  const send = (frames: number, bytes = 20) => {
    for (let n = 0; n < frames; n++) rate.took(bytes)
  }

  it('may send 200 frames a second for as long as it likes, and five times as many at once', () => {
    for (let second = 0; second < 600; second++) {
      send(200)
      vi.advanceTimersByTime(1000)
    }
    send(1000)
    expect([holds, gone]).toEqual([[], 0])
    send(1)
    expect(holds).toEqual([true])
    vi.advanceTimersByTime(1000)
    expect(holds).toEqual([true, false])
  })

  it('may send 2 MB a second, and five times as much at once', () => {
    const MB = 1024 * 1024
    for (let second = 0; second < 60; second++) {
      send(2, MB)
      vi.advanceTimersByTime(1000)
    }
    send(10, MB)
    expect(holds).toEqual([])
    send(4, MB)
    expect(holds).toEqual([true])
    // Not before what it sent too much is made up for.
    vi.advanceTimersByTime(500)
    expect(holds).toEqual([true])
    vi.advanceTimersByTime(2000)
    expect([holds, gone]).toEqual([[true, false], 0])
  })

  it('that sends again as soon as it may has to go after a minute', () => {
    const isHeld = () => holds.at(-1) === true
    const goneAfter: number[] = []
    for (let second = 0; second < 90; second++) {
      if (!isHeld()) send(400)
      if (gone > 0) goneAfter.push(second)
      vi.advanceTimersByTime(1000)
    }
    expect(goneAfter[0]).toBeGreaterThanOrEqual(60)
    expect(goneAfter[0]).toBeLessThan(80)
  })

  it('that pauses for breath may go on for as long as it likes', () => {
    for (let minute = 0; minute < 30; minute++) {
      send(1500)
      vi.advanceTimersByTime(60_000)
    }
    expect([holds.length, gone]).toEqual([60, 0])
  })
})

it('What came too fast is read later: every frame of a burst is stored and acknowledged', async () => {
  const rooms = createRooms({ store: arrayStore(), rules: anyDocument, report: () => undefined })
  await rooms.create('abcdefghij', () => undefined)
  const holds: string[] = []
  let durable = 0
  let closed: number | null = null
  const visit = rooms.enter('abcdefghij', {
    person: { id: 'ana', name: 'Ana' },
    writes: true,
    wire: {
      send(frame) {
        const decoder = decoding.createDecoder(frame)
        if (decoding.readVarUint(decoder) === MESSAGE.durable) durable = readDurable(decoder).frames
      },
      close: (code) => (closed = code),
      hold: (reason, on) => holds.push(`${reason} ${on}`),
    },
  })
  const doc = new Y.Doc()
  visit.receive(step2Message(Uint8Array.of(0, 0)))
  doc.on('update', (update: Uint8Array) => visit.receive(updateMessage(update)))
  for (let n = 0; n < 1100; n++) doc.getText('body').insert(0, 'x')
  await until(() => holds.includes('rate false'))
  await rooms.settled()
  // The empty step 2 counts, too.
  expect([closed, holds, durable]).toEqual([null, ['rate true', 'rate false'], 1101])
  expect((await rooms.read('abcdefghij')).getText('body').length).toBe(1100)
  visit.leave()
  await rooms.drain()
})
