import { afterEach, describe as about, expect, it } from 'vitest'
import { CannotCarry, type Carrier, openCarrier } from '../../../server/brief/carrier.ts'
import { carry } from '../../../shared/anchor/carry.ts'
import { describe } from '../../../shared/anchor/describe.ts'
import { edited, passagesOf, prose } from '../../support/prose.ts'
import { random, seedOfRun } from '../../support/random.ts'

const seed = seedOfRun()
let open: Carrier[] = []
const opened = (options: Parameters<typeof openCarrier>[0] = {}) => {
  const carrier = openCarrier(options)
  open.push(carrier)
  return carrier
}
afterEach(async () => {
  await Promise.all(open.map((each) => each.close()))
  open = []
})

const JOB = { before: 'One two three.', after: 'One 2 three.', passages: [describe('One two three.', 4, 7)] }

/** A thread's program that answers by its words. */
const thread = (code: string) =>
  new URL(
    `data:text/javascript,${encodeURIComponent(`import { parentPort } from 'node:worker_threads'; parentPort.on('message', (job) => { ${code} })`)}`,
  )
const ANSWERS = 'parentPort.postMessage({ id: job.id, found: [{ state: "gone" }] })'

about('A thread that carries passages over', () => {
  it(`answers as this thread would, and lets it work on meanwhile (seed ${seed})`, async () => {
    const r = random(seed)
    const before = prose(r, 200_000)
    const after = edited(r, before, 0.05).text
    const passages = passagesOf(r, before, 300).map(({ start, end }) => describe(before, start, end))
    let turns = 0
    const ticking = setInterval(() => turns++, 1)
    const found = await opened().carry({ before, after, passages })
    clearInterval(ticking)
    expect(found).toEqual(carry(before, after, passages))
    expect(turns).toBeGreaterThan(3)
  })

  it('says in one sentence that it broke, and does the next job', async () => {
    for (const breaks of [
      'throw new Error("broken")',
      'process.exit(3)',
      'parentPort.postMessage({ id: job.id, broke: "it" })',
    ]) {
      const told: string[] = []
      const carrier = opened({
        program: thread(`if (job.after === 'break') { ${breaks} } else { ${ANSWERS} }`),
        report: (because) => told.push(because),
      })
      const broken = carrier.carry({ ...JOB, after: 'break' })
      const next = carrier.carry(JOB)
      await expect(broken).rejects.toThrow(/^How the excerpts stand .* are kept; /)
      expect(await next).toEqual([{ state: 'gone' }])
      expect(told).toHaveLength(1)
    }
  })

  it('ends what takes too long or too much memory', async () => {
    const slow = opened({ bounds: { seconds: 0.2 }, program: thread('for (;;);') })
    await expect(slow.carry(JOB)).rejects.toThrow(/longer than/)
    const greedy = opened({
      bounds: { megabytes: 16 },
      program: thread('const all = []; for (;;) all.push(new Array(1000).fill(all.length))'),
    })
    await expect(greedy.carry(JOB)).rejects.toThrow(/memory/)
  })

  it('stops when nobody wants it any more, running or waiting', async () => {
    const carrier = opened({ program: thread(`if (job.after === 'long') for (;;); ${ANSWERS}`) })
    const running = new AbortController()
    const waiting = new AbortController()
    const first = carrier.carry({ ...JOB, after: 'long' }, running.signal)
    const second = carrier.carry(JOB, waiting.signal)
    const third = carrier.carry(JOB)
    waiting.abort(new Error('cancelled'))
    await expect(second).rejects.toThrow('cancelled')
    running.abort(new Error('cancelled'))
    await expect(first).rejects.toThrow('cancelled')
    expect(await third).toEqual([{ state: 'gone' }])
    await expect(carrier.carry(JOB, AbortSignal.abort(new Error('cancelled')))).rejects.toThrow('cancelled')
  })

  it('turns away what would wait too long, and what comes when the server stops', async () => {
    const carrier = opened({ bounds: { waiting: 1 }, program: thread('') })
    const [first, second] = [carrier.carry(JOB), carrier.carry(JOB)]
    await expect(carrier.carry(JOB)).rejects.toThrow(/many/)
    await Promise.all([
      expect(first).rejects.toBeInstanceOf(CannotCarry),
      expect(second).rejects.toBeInstanceOf(CannotCarry),
      carrier.close(),
    ])
    await expect(carrier.carry(JOB)).rejects.toThrow(/stopping/)
  })
})
