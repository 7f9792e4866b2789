/** Two people in one brief: what one does with citations goes and comes back by undo, and nothing of the other's with it. */
import { Fragment, type Node, Slice } from '@tiptap/pm/model'
import { NodeSelection } from '@tiptap/pm/state'
import type * as Y from 'yjs'
import { afterEach, describe, expect, it } from 'vitest'
import { changeCite, moveCite, removeCite } from '../../../../shared/brief/citation.ts'
import { takeOver } from '../../../../client/features/editor/clipboard-evidence.ts'
import { citationPlaces, placeOf } from '../../../../client/features/editor/citation-places.ts'
import { inSameStep } from '../../../../client/features/editor/undo-steps.ts'
import { cite } from '../../../../client/features/editor/writing.ts'
import { random, type Random, seedOfRun } from '../../../support/random.ts'
import { briefWith, Page } from './pages.ts'

const pages: Page[] = []
afterEach(() => {
  for (const page of pages.splice(0)) page.close()
})

const two = (text: string) => {
  const beginning = briefWith(text)
  const ana = new Page('ana', 11, beginning)
  const ben = new Page('ben', 22, beginning)
  pages.push(ana, ben)
  const meet = () => {
    ana.receive(ben)
    ben.receive(ana)
  }
  return { ana, ben, meet }
}

/** What a block says, each citation by what it cites and how. */
const told = (page: Page, block: number): string => {
  let text = ''
  page.state.doc.child(block).descendants((node) => {
    if (node.isText) text += node.text
    if (node.type.name !== 'citation') return
    const record = page.records.get(String(node.attrs.id))
    const cites = (record?.cites ?? []).map((c) => [c.source, c.locator, c.prefix].filter(Boolean).join(' '))
    text += `[${node.attrs.id}: ${cites.join('; ')}${record?.removed ? ' REMOVED' : ''}]`
  })
  return text
}

/** As the margin writes: one step of undo of its own. */
const inMargin = (page: Page, write: (doc: Y.Doc) => void) =>
  page.doc.transact(() => write(page.doc), page.desk.origin)

const inStep = (page: Page, work: () => void) => {
  page.desk.undo.manager.stopCapturing()
  work()
  page.desk.undo.manager.stopCapturing()
}

/** As the editor drops: what was dragged leaves and arrives in one change. */
const drag = (page: Page, id: string, to: (doc: Node) => number, copy = false) => {
  const { state } = page
  const at = placeOf(state.doc, id)!
  const node = state.doc.nodeAt(at)!
  const tr = state.tr
  const target = to(state.doc)
  if (!copy) tr.delete(at, at + 1)
  tr.insert(tr.mapping.map(target), node)
  inStep(page, () => page.dispatch(tr))
}

const startOfBlock = (block: number) => (doc: Node) => {
  let pos = 1
  for (let i = 0; i < block; i++) pos += doc.child(i).nodeSize
  return pos
}

describe('a citation that is dragged', () => {
  it('keeps its id and its record where it is moved, and undo puts it back', () => {
    const { ana } = two('Exports fell.[a1] Prices rose.\nThen.')
    drag(ana, 'a1', startOfBlock(1))
    expect(ana.text).toBe('Exports fell. Prices rose.\n[a1]Then.')
    expect([ana.removed, ana.records.size]).toEqual([[], 1])
    ana.back()
    expect(ana.text).toBe('Exports fell.[a1] Prices rose.\nThen.')
    expect([ana.removed, ana.records.size]).toEqual([[], 1])
  })

  it('gets a record of its own where it is copied, so that editing one leaves the other', () => {
    const { ana } = two('Exports fell.[a1] Prices rose.\nThen.')
    drag(ana, 'a1', startOfBlock(1), true)
    const [first, second] = citationPlaces(ana.state.doc).map(({ id }) => id)
    expect(first).toBe('a1')
    expect(second).not.toBe('a1')
    const copied = ana.records.get(second!)!.cites[0]!
    inMargin(ana, (doc) => changeCite(doc, second!, copied.id, { locator: '9' }))
    expect([told(ana, 0), told(ana, 1)]).toEqual([
      'Exports fell.[a1: s1] Prices rose.',
      `[${second}: s1 9]Then.`,
    ])
  })

  it('is one citation still when two people move it at once, and none is lost', () => {
    const { ana, ben, meet } = two('One.[a1]\nTwo.\nThree.')
    drag(ana, 'a1', startOfBlock(1))
    drag(ben, 'a1', startOfBlock(2))
    meet()
    meet()
    expect(ana.text).toBe(ben.text)
    expect(ana.order.placed).toEqual(['a1'])
  })
})

describe('text that came from another brief', () => {
  it('leaves by undo with its citation marked as taken out, and comes back by redo', () => {
    const { ana, ben, meet } = two('Here.')
    const other = new Page('other', 33, briefWith('There.[b7]'))
    pages.push(other)
    inStep(ana, () => {
      takeOver(ana.doc, {
        citations: [other.records.get('b7')!],
        excerpts: [],
        sources: [...other.evidence.get().sources.values()],
        footnotes: [],
      })
      ana
        .at('Here|')
        .paste([ana.state.schema.text(' and there'), ana.state.schema.nodes.citation!.create({ id: 'b7' })])
    })
    meet()
    ben.at('Here|').type('s')
    meet()
    expect(told(ben, 0)).toBe('Heres and there[b7: s2].')
    ana.back()
    expect([ana.text, ana.removed]).toEqual(['Heres.', ['b7']])
    ana.again()
    expect([told(ana, 0), ana.removed]).toEqual(['Heres and there[b7: s2].', []])
  })
})

describe('undo among citations', () => {
  const acts: ((page: Page, chance: Random) => void)[] = [
    (page) => {
      page.at('Prices|')
      cite(page.desk, [{ source: 's2', locator: '3', label: 'page' }])
    },
    (page) => {
      page.at('fell.|')
      cite(page.desk, [{ source: 's2' }])
    },
    (page, chance) =>
      change(page, chance, (doc, id, one) => changeCite(doc, id, one, { locator: '12', prefix: 'see' })),
    (page, chance) => change(page, chance, (doc, id, one) => removeCite(doc, id, one)),
    (page, chance) =>
      change(page, chance, (doc, id, one) => moveCite(doc, id, one, chance.pick([-1, 1] as const))),
    (page, chance) => {
      const id = oneOf(chance, mine(page))
      if (id) drag(page, id, (doc) => doc.child(0).nodeSize - 1)
    },
    (page, chance) => {
      const id = oneOf(chance, mine(page))
      if (id) drag(page, id, () => 1, true)
    },
    // Cut here, paste there.
    (page, chance) => {
      const id = oneOf(chance, mine(page))
      if (!id) return
      const at = placeOf(page.state.doc, id)!
      const node = page.state.doc.nodeAt(at)!
      inStep(page, () => {
        page.dispatch(page.state.tr.setSelection(NodeSelection.create(page.state.doc, at)).deleteSelection())
        page.dispatch(inSameStep(page.state.tr.replace(1, 1, new Slice(Fragment.from(node), 0, 0))))
      })
    },
  ]
  const oneOf = <T>(chance: Random, from: readonly T[]): T | undefined =>
    from.length > 0 ? chance.pick(from) : undefined
  const mine = (page: Page) => citationPlaces(page.state.doc.child(0)).map(({ id }) => id)
  const change = (page: Page, chance: Random, write: (doc: Y.Doc, id: string, cite: string) => void) => {
    const record = page.records.get(oneOf(chance, mine(page)) ?? '')
    const one = record && oneOf(chance, record.cites)
    if (record && one) inMargin(page, (doc) => write(doc, record.id, one.id))
  }
  const benActs: ((page: Page) => void)[] = [
    (page) => page.at('Ben|').type(' x'),
    (page) => {
      page.at('writes|')
      cite(page.desk, [{ source: 's1', locator: '8', label: 'page' }])
    },
    (page) => inMargin(page, (doc) => changeCite(doc, 'b1', 'b1-1', { suffix: 'too' })),
  ]

  it.each(Array.from({ length: 20 }, (_, i) => seedOfRun() + i))(
    'takes back what one did, and nothing a colleague did meanwhile (seed %i)',
    (seed) => {
      const chance = random(seed)
      const { ana, ben, meet } = two('Exports fell.[a1] Prices rose.[a2] So.\nBen writes.[b1]')
      const states = [told(ana, 0)]
      for (let i = 0; i < 6; i++) {
        chance.pick(acts)(ana, chance)
        // What changed nothing is no step of undo.
        if (ana.desk.undo.manager.undoStack.length === states.length) states.push(told(ana, 0))
        if (chance.next() < 0.6) chance.pick(benActs)(ben)
        meet()
      }
      meet()
      const his = told(ana, 1)
      const hers = states.toReversed().slice(1)
      for (const before of hers) {
        ana.back()
        expect([told(ana, 0), told(ana, 1)]).toEqual([before, his])
      }
      for (const after of states.slice(1)) {
        ana.again()
        expect([told(ana, 0), told(ana, 1)]).toEqual([after, his])
      }
      meet()
      expect(ben.text).toBe(ana.text)
    },
  )
})
