import { TextSelection } from '@tiptap/pm/state'
import { canSplit } from '@tiptap/pm/transform'
import { expect, it } from 'vitest'
import { cite, placeAgain, quote } from '../../../../client/features/editor/writing.ts'
import { type Random, random, seedOfRun } from '../../../support/random.ts'
import { briefWith, Page } from './pages.ts'

const ROUNDS = process.env.VOUCH_LONG ? 400 : 30
const STEPS = 40

const spot = (page: Page, { below }: Random): number => below(page.state.doc.content.size + 1)
const range = (page: Page, dice: Random): [number, number] => {
  const [a, b] = [spot(page, dice), spot(page, dice)]
  const from = Math.min(a, b)
  return [from, Math.min(Math.max(a, b), from + 30)]
}
const at = (page: Page, dice: Random) => {
  const { from } = TextSelection.near(page.state.doc.resolve(spot(page, dice)))
  return page.select(from, from)
}

const deeds: ((page: Page, dice: Random) => unknown)[] = [
  (page, dice) => at(page, dice).type(dice.pick(['a few words. ', 'more', '. '])),
  (page, dice) => at(page, dice) && cite(page.desk, [{ source: dice.pick(['s1', 's2']) }]),
  (page, dice) => at(page, dice) && quote(page.desk, 'e2'),
  (page, dice) => page.erase(...range(page, dice)),
  (page, dice) => {
    const [from, to] = range(page, dice)
    const slice = page.state.doc.slice(from, to)
    if (dice.next() < 0.5) page.erase(from, to)
    at(page, dice)
    page.dispatch(page.state.tr.replaceSelection(slice))
  },
  (page, dice) => {
    at(page, dice)
    const { from } = page.state.selection
    if (canSplit(page.state.doc, from)) page.dispatch(page.state.tr.split(from))
  },
  (page) => page.back(),
  (page) => page.again(),
  (page) => {
    const [lost] = page.order.unplaced
    if (lost) placeAgain(page.desk, lost.id)
  },
]

it(`two people write, cite, cut, paste and undo at once: no evidence is lost (seed ${seedOfRun()})`, () => {
  const dice = random(seedOfRun())
  for (let round = 0; round < ROUNDS; round++) {
    const where = `seed ${dice.seed}, round ${round}`
    const brief = briefWith('Exports fell.[a1] Prices rose.[b1]\nWages stood.[a2]')
    const pages = [new Page('ana', 11, brief), new Page('ben', 12, brief)] as const
    const [ana, ben] = pages
    const made = new Set(ana.records.keys())
    for (let step = 0; step < STEPS; step++) {
      const page = dice.pick(pages)
      dice.pick(deeds)(page, dice)
      for (const id of page.records.keys()) made.add(id)
      if (dice.next() < 0.3) page.receive(page === ana ? ben : ana)
    }
    ana.receive(ben)
    ben.receive(ana)
    expect(ben.state.doc.toJSON(), where).toEqual(ana.state.doc.toJSON())
    for (const page of pages) {
      expect(page.order.unknown, `${where}: every citation has its record`).toEqual([])
      expect([...page.records.keys()].sort(), `${where}: every record is kept`).toEqual([...made].sort())
    }
    const standing = new Set(ana.order.placed)
    const listed = new Set(ana.order.unplaced.map((r) => r.id))
    for (const record of ana.records.values())
      expect(
        standing.has(record.id) || listed.has(record.id) || record.removed !== null,
        `${where}: ${record.id} stands, is listed, or was taken out`,
      ).toBe(true)
    for (const page of pages) page.close()
  }
})
