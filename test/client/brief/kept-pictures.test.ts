import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import * as Y from 'yjs'
import type { Waiting } from '../../../client/brief/capture-shelf.ts'
import {
  keepPictures,
  patience,
  pauseAfter,
  type PictureServer,
} from '../../../client/brief/kept-pictures.ts'
import { createStore } from '../../../client/brief/store.ts'
import { type BodyNode, readBody, writeBody } from '../../../shared/brief/body.ts'
import { roots } from '../../../shared/brief/document.ts'
import { waitingPictures, withoutWaitingPictures } from '../../../shared/brief/waiting-pictures.ts'
import { Refusal } from '../../../shared/wire/refusal.ts'

const HASH = 'ab'.repeat(32)
const STORED = { sha256: HASH, width: 64, height: 40 }
const AN_HOUR = 3_600_000

const NOBODY: (called: string) => void = () => undefined

const chart = () => new Blob(['chart'], { type: 'image/png' })

const figure = (attrs: Record<string, unknown>): BodyNode => ({
  type: 'figure',
  content: [{ type: 'picture', attrs }, { type: 'caption' }],
})

/** Ana's device, which outlives her pages, and a server that can be away. */
const office = () => {
  const rows = new Map<string, Waiting>()
  let isFull = false
  const shelf = {
    waiting: async () => [...rows.values()],
    async wait(waiting: Waiting) {
      if (isFull) throw new Error('The device is full.')
      rows.set(waiting.id, waiting)
    },
    async sent(id: string) {
      rows.delete(id)
    },
  }
  const asked: string[] = []
  let answer: PictureServer = async () => STORED
  return {
    rows,
    asked,
    shelf,
    is(what: 'there' | 'away' | 'hanging' | Error) {
      answer = async (_, signal) => {
        if (what === 'there') return STORED
        if (what === 'away') throw new TypeError('Failed to fetch')
        if (what !== 'hanging') throw what
        return new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => reject(new Error('It took too long.')))
        })
      }
    },
    /** Until what it returns is called. */
    answersLater() {
      let arrive: () => void = () => undefined
      const later = new Promise<typeof STORED>((resolve) => (arrive = () => resolve(STORED)))
      answer = () => later
      return () => arrive()
    },
    fill: () => (isFull = true),
    open(
      doc: Y.Doc,
      { brief = 'port', canWrite = true, unsent = createStore(false), onLeftOver = NOBODY } = {},
    ) {
      const add: PictureServer = async (picture, signal) => {
        asked.push(brief)
        return answer(picture, signal)
      }
      const kept = keepPictures({ brief, doc, shelf, add: canWrite ? add : null, unsent, onLeftOver })
      onTestFinished(() => kept.close())
      return kept
    },
  }
}

const body = (doc: Y.Doc) => readBody(doc).content ?? []
const shown = (doc: Y.Doc) => body(doc).flatMap(({ content }) => content?.[0]?.attrs ?? [])

/** As long as the page rests before it looks, and a bit. */
const rest = () => vi.advanceTimersByTimeAsync(400)

const put = (doc: Y.Doc, ...nodes: BodyNode[]) => writeBody(doc, { type: 'doc', content: nodes })

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-05-04T09:00:00Z') })
})
afterEach(() => {
  vi.useRealTimers()
})

describe('a picture that is brought in', () => {
  it('lies on the device before the text names it, is given to the server, and goes from the device', async () => {
    const ana = office()
    const doc = new Y.Doc()
    const kept = ana.open(doc)
    const waiting = await kept.keep(chart())
    expect([...ana.rows.values()]).toMatchObject([{ brief: 'port', called: waiting }])
    await rest()
    expect(ana.asked).toEqual([])
    put(doc, figure({ waiting, from: 'Ana', alt: 'Exports' }))
    kept.shown(waiting)
    await rest()
    await rest()
    expect(shown(doc)).toEqual([{ ...STORED, alt: 'Exports' }])
    expect(ana.rows.size).toBe(0)
  })

  it('is refused where the device keeps nothing', async () => {
    const ana = office()
    ana.fill()
    await expect(ana.open(new Y.Doc()).keep(chart())).rejects.toThrow('full')
  })

  it('waits for a server that is away, through another start of the program, and is sent at once when it is reached', async () => {
    const ana = office()
    ana.is('away')
    const doc = new Y.Doc()
    const first = ana.open(doc)
    const waiting = await first.keep(chart())
    put(doc, figure({ waiting, from: 'Ana' }))
    first.shown(waiting)
    await rest()
    await first.close()
    expect(ana.rows.size).toBe(1)

    const again = ana.open(doc)
    await rest()
    expect(await again.known.get()?.get(waiting)?.picture.text()).toBe('chart')
    const before = ana.asked.length
    ana.is('there')
    await again.reached()
    expect(ana.asked.length).toBe(before + 1)
    expect(shown(doc)).toEqual([STORED])
    await rest()
    expect(ana.rows.size).toBe(0)
  })

  it('asks a server that is away again and again, more and more seldom', async () => {
    const ana = office()
    ana.is('away')
    const doc = new Y.Doc()
    const kept = ana.open(doc)
    const waiting = await kept.keep(chart())
    put(doc, figure({ waiting }))
    kept.shown(waiting)
    await vi.advanceTimersByTimeAsync(60_000)
    const inTheFirstMinute = ana.asked.length
    await vi.advanceTimersByTimeAsync(10 * 60_000)
    const inTenMore = ana.asked.length - inTheFirstMinute
    expect(inTheFirstMinute).toBeGreaterThan(3)
    expect(inTheFirstMinute).toBeLessThan(9)
    expect(inTenMore).toBeGreaterThan(3)
    expect(inTenMore).toBeLessThan(12)
  })

  it('gives up on a server that hangs, and asks it again', async () => {
    // The clock of a signal is none that a test can turn.
    const hung = new AbortController()
    vi.spyOn(AbortSignal, 'timeout').mockReturnValue(hung.signal)
    onTestFinished(() => void vi.restoreAllMocks())
    const ana = office()
    ana.is('hanging')
    const doc = new Y.Doc()
    const kept = ana.open(doc)
    const waiting = await kept.keep(chart())
    put(doc, figure({ waiting }))
    kept.shown(waiting)
    await vi.advanceTimersByTimeAsync(10_000)
    expect(ana.asked).toHaveLength(1)
    ana.is('there')
    hung.abort()
    await vi.advanceTimersByTimeAsync(pauseAfter(0, 1) + 1)
    expect(shown(doc)).toEqual([STORED])
  })

  it('stays with the sentence of a server that refuses it, and is asked about again only when somebody wants it', async () => {
    const ana = office()
    ana.is(new Refusal('unreadable'))
    const doc = new Y.Doc()
    const kept = ana.open(doc)
    const waiting = await kept.keep(chart())
    put(doc, figure({ waiting }))
    kept.shown(waiting)
    await vi.advanceTimersByTimeAsync(AN_HOUR)
    expect(ana.asked).toHaveLength(1)
    expect(kept.known.get()?.get(waiting)?.refused).toContain('damaged')
    ana.is('there')
    kept.again(waiting)
    await rest()
    expect(shown(doc)).toEqual([STORED])
  })

  it.each(['session-ended', 'too-many', 'cannot-load'] as const)(
    'does not take "%s" for a refusal of the picture',
    async (code) => {
      const ana = office()
      ana.is(new Refusal(code))
      const doc = new Y.Doc()
      const kept = ana.open(doc)
      const waiting = await kept.keep(chart())
      put(doc, figure({ waiting }))
      kept.shown(waiting)
      await rest()
      expect(ana.asked).toHaveLength(1)
      expect(kept.known.get()?.get(waiting)?.refused).toBeUndefined()
      ana.is('there')
      await vi.advanceTimersByTimeAsync(pauseAfter(0, 1))
      expect(shown(doc)).toEqual([STORED])
    },
  )

  it('is named by its bytes wherever it stands', async () => {
    const ana = office()
    ana.is('away')
    const doc = new Y.Doc()
    const kept = ana.open(doc)
    const waiting = await kept.keep(chart())
    put(doc, figure({ waiting }), { type: 'blockquote', content: [figure({ waiting, alt: 'Again' })] })
    kept.shown(waiting)
    await rest()
    ana.is('there')
    await kept.reached()
    expect(waitingPictures(doc).size).toBe(0)
    expect(JSON.stringify(body(doc)).split(HASH)).toHaveLength(3)
  })

  it('comes into another brief with its figure, and each of them has it', async () => {
    const ana = office()
    ana.is('away')
    const port = new Y.Doc()
    const kept = ana.open(port)
    const waiting = await kept.keep(chart())
    put(port, figure({ waiting }))
    kept.shown(waiting)
    await rest()
    const other = new Y.Doc()
    put(other, figure({ waiting }))
    const there = ana.open(other, { brief: 'harbour' })
    await rest()
    expect([...ana.rows.values()].map(({ brief }) => brief)).toEqual(['port', 'harbour'])
    ana.is('there')
    await Promise.all([kept.reached(), there.reached()])
    await rest()
    expect([shown(port), shown(other), ana.rows.size]).toEqual([[STORED], [STORED], 0])
  })

  it('is shown to who may not write any more, and waits', async () => {
    const ana = office()
    ana.is('away')
    const doc = new Y.Doc()
    const kept = ana.open(doc)
    const waiting = await kept.keep(chart())
    put(doc, figure({ waiting }))
    kept.shown(waiting)
    await rest()
    await kept.close()
    const before = ana.asked.length
    ana.is('there')
    const reading = ana.open(doc, { canWrite: false })
    await reading.reached()
    expect(reading.known.get()?.has(waiting)).toBe(true)
    expect([ana.asked.length, ana.rows.size]).toEqual([before, 1])
  })
})

describe('a figure that is deleted while its picture waits', () => {
  const waitingFigure = async (unsent = createStore(false)) => {
    const ana = office()
    ana.is('away')
    const doc = new Y.Doc()
    const undo = new Y.UndoManager(roots(doc).body)
    const kept = ana.open(doc, { unsent })
    const waiting = await kept.keep(chart())
    put(doc, figure({ waiting, from: 'Ana' }))
    kept.shown(waiting)
    await rest()
    return { ana, doc, undo, kept, waiting }
  }

  it('takes the copy from the device, and brings it back when that is taken back', async () => {
    const { ana, doc, undo, kept, waiting } = await waitingFigure()
    undo.undo()
    await rest()
    expect(ana.rows.size).toBe(0)
    undo.redo()
    kept.shown(waiting)
    await rest()
    expect(ana.rows.size).toBe(1)
    ana.is('there')
    await kept.reached()
    expect(shown(doc)).toEqual([STORED])
  })

  it('keeps the copy until the deletion itself is stored somewhere', async () => {
    const unsent = createStore(false)
    const { ana, undo } = await waitingFigure(unsent)
    unsent.set(true)
    undo.undo()
    await rest()
    expect(ana.rows.size).toBe(1)
    unsent.set(false)
    await rest()
    expect(ana.rows.size).toBe(0)
  })

  it('takes the copy along when the page closes at once', async () => {
    const { ana, undo, kept } = await waitingFigure()
    undo.undo()
    await kept.close()
    expect(ana.rows.size).toBe(0)
  })

  it('is given what the server took meanwhile, when it is brought back', async () => {
    const { ana, doc, undo, kept, waiting } = await waitingFigure()
    const arrive = ana.answersLater()
    const sending = kept.reached()
    await rest()
    undo.undo()
    arrive()
    await sending
    await rest()
    expect([body(doc), ana.rows.size]).toEqual([[], 0])
    const before = ana.asked.length
    undo.redo()
    kept.shown(waiting)
    await rest()
    expect(shown(doc)).toEqual([STORED])
    expect(ana.asked.length).toBe(before)
  })

  it('stays as the server has it when it is undone and redone after it arrived', async () => {
    const { ana, doc, undo, kept } = await waitingFigure()
    ana.is('there')
    await kept.reached()
    expect(shown(doc)).toEqual([STORED])
    undo.undo()
    expect(body(doc)).toEqual([])
    undo.redo()
    expect(shown(doc)).toEqual([STORED])
  })
})

describe('what is left over on the device', () => {
  it('stays, and is offered once when the server has the brief and nobody names it, but not while it may be on its way into the text', async () => {
    const ana = office()
    for (const [called, at] of [
      ['old', Date.now() - AN_HOUR],
      ['fresh', Date.now()],
    ] as const)
      await ana.shelf.wait({ id: `port ${called}`, brief: 'port', called, at, picture: chart() })
    await ana.shelf.wait({ id: 'other x', brief: 'other', called: 'x', at: 0, picture: chart() })
    const offered: string[] = []
    const doc = new Y.Doc()
    const kept = ana.open(doc, { onLeftOver: (called) => offered.push(called) })
    await rest()
    expect(offered).toEqual([])
    await kept.reached()
    await kept.reached()
    expect([offered, ana.rows.size]).toEqual([['old'], 3])
    // Put in, it is sent as any other.
    put(doc, figure({ waiting: 'old', from: 'Ana' }))
    kept.shown('old')
    await rest()
    await rest()
    expect(shown(doc)).toEqual([STORED])
    expect([...ana.rows.keys()]).toEqual(['port fresh', 'other x'])
  })
})

describe('a copy of a brief', () => {
  it('expects no picture', () => {
    const doc = new Y.Doc()
    put(doc, figure({ waiting: 'w', from: 'Ana', alt: 'Exports' }))
    withoutWaitingPictures(doc)
    expect(shown(doc)).toEqual([{ alt: 'Exports' }])
  })
})

describe('patience', () => {
  it('is longer for more bytes and with each try', () => {
    expect(patience(0, 0)).toBe(15_000)
    expect(patience(20_000_000, 0)).toBe(215_000)
    expect(patience(0, 2)).toBe(45_000)
  })

  it('doubles the pause up to two minutes, and spreads it', () => {
    expect([0, 1, 2, 9].map((tries) => pauseAfter(tries, 0.5))).toEqual([2_000, 4_000, 8_000, 120_000])
    expect([pauseAfter(0, 0), pauseAfter(0, 1)]).toEqual([1_400, 2_600])
  })
})
