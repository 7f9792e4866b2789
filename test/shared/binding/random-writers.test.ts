/**
 * Random people at one brief. VOUCH_SEED=n plays another run (it is printed with every failure); VOUCH_LONG=1 plays
 * many.
 */
import { describe, expect, it, vi } from 'vitest'
import {
  DELETING,
  play,
  RESHAPING,
  settledInAgreement,
  UNDOING,
  WRITING,
  type Account,
} from './random-writers.ts'

const long = Boolean(process.env.VOUCH_LONG)
const first = Number(process.env.VOUCH_SEED ?? 1)
// A round takes about 30 ms; the many of the long run outlast the usual patience.
if (long) vi.setConfig({ testTimeout: 600_000 })
const rounds = process.env.VOUCH_SEED ? 1 : long ? 500 : 15

const inEveryRound = (
  options: Omit<Parameters<typeof play>[0], 'seed'>,
  look: (account: Account) => void,
) => {
  for (let seed = first; seed < first + rounds; seed++) {
    try {
      look(play({ seed, settled: settledInAgreement, ...options }))
    } catch (error) {
      throw new Error(`VOUCH_SEED=${seed}: ${error instanceof Error ? error.message : String(error)}`, {
        cause: error,
      })
    }
  }
}

const nothingLost = (account: Account) => {
  expect(account).toMatchObject({
    lost: [],
    doubled: [],
    citationsLost: [],
    citationsDoubled: [],
    vanished: [],
  })
}

describe('inside their blocks', () => {
  const within = [...WRITING, ...DELETING, ...UNDOING]

  it('two people lose no letter and no citation, and double none', () => {
    inEveryRound({ acts: WRITING, isShuffled: true }, nothingLost)
  })

  it('nor when they also delete, cut, paste, undo and redo', () => {
    inEveryRound({ acts: within, isShuffled: true }, nothingLost)
  })

  it('nor three of them', () => {
    inEveryRound({ acts: within, people: 3, isShuffled: true }, nothingLost)
  })
})

describe('when blocks are also split, joined and moved', () => {
  const without = [...WRITING, ...DELETING, ...RESHAPING]

  it('nothing is lost or doubled as long as everything arrives at once', () => {
    inEveryRound({ acts: without, isLive: true }, nothingLost)
  })

  it('apart, only what stood in a block that somebody reshaped meanwhile can be, and no citation unseen', () => {
    inEveryRound({ acts: without }, (account) =>
      expect(account).toMatchObject({ unexplained: [], vanished: [] }),
    )
  })

  it('and so with three people', () => {
    inEveryRound({ acts: without, people: 3 }, (account) =>
      expect(account).toMatchObject({ unexplained: [], vanished: [] }),
    )
  })

  // Undo after reshaping may double what a colleague has written anew since; nothing is lost by it.
  it('undo and redo lose nothing as long as everything arrives at once, and both see the same', () => {
    inEveryRound({ acts: [...without, ...UNDOING], isLive: true }, (account) =>
      expect(account).toMatchObject({ lost: [], citationsLost: [], vanished: [] }),
    )
  })

  it('with undo and redo apart, both see the same', () => {
    inEveryRound({ acts: [...without, ...UNDOING] }, (account) => expect(account.vanished).toEqual([]))
  })

  // Without patches/yjs these end with two screens that differ.
  it.each([285, 286, 336, 495])(
    'also when letters are put back between others that changed places: %i',
    (seed) => {
      play({ seed, acts: [...without, ...UNDOING], settled: settledInAgreement })
    },
  )
})
