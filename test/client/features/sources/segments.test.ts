import { array, assert, integer, nat, property, record, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { segments } from '../../../../client/features/sources/segments.ts'

const seed = Number(process.env.VOUCH_SEED ?? Date.now() % 1_000_000)

describe('A paragraph cut at its excerpts', () => {
  it('is one stretch when nothing was taken from it', () => {
    expect(segments(10, 20, [])).toEqual([{ start: 10, end: 20, ids: [] }])
    expect(segments(10, 20, [{ id: 'before', start: 0, end: 10 }])).toEqual([{ start: 10, end: 20, ids: [] }])
  })

  it('names every excerpt that covers a stretch, overlapping ones too', () => {
    const parts = segments(0, 10, [
      { id: 'a', start: 2, end: 6 },
      { id: 'b', start: 4, end: 12 },
    ])
    expect(parts).toEqual([
      { start: 0, end: 2, ids: [] },
      { start: 2, end: 4, ids: ['a'] },
      { start: 4, end: 6, ids: ['a', 'b'] },
      { start: 6, end: 10, ids: ['b'] },
    ])
  })

  it(`covers the paragraph exactly once, whatever the excerpts (seed ${seed})`, () => {
    const passage = record({ id: string(), start: nat(60), end: nat(60) })
    assert(
      property(nat(30), integer({ min: 1, max: 30 }), array(passage), (start, length, passages) => {
        const parts = segments(start, start + length, passages)
        let at = start
        for (const part of parts) {
          expect(part.start).toBe(at)
          expect(part.end).toBeGreaterThan(part.start)
          for (const p of passages) {
            if (p.start >= p.end) continue
            const covers = p.start < part.end && p.end > part.start
            expect(part.ids.filter((id) => id === p.id).length > 0 || !covers).toBe(true)
          }
          at = part.end
        }
        expect(at).toBe(start + length)
      }),
      { seed },
    )
  })
})
