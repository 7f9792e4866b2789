/** In a style that writes into the line, a citation is seen before the full stop that stands before it in the text. */
import { afterEach, describe, expect, it } from 'vitest'
import { createStore } from '../../../../client/brief/store.ts'
import { stopsBehind } from '../../../../client/features/editor/stops-behind.ts'
import type { Styled } from '../../../../shared/cite/styler.ts'
import { random, seedOfRun } from '../../../support/random.ts'
import { briefWith, Page } from './pages.ts'

const pages: Page[] = []
afterEach(() => {
  for (const page of pages.splice(0)) page.close()
})

const IN_LINE: Styled = { notes: false, clusters: new Map(), bibliography: [] }

const opened = (text: string, styled: Styled | null = IN_LINE) => {
  const store = createStore<Styled | null>(styled)
  const style = { ...store, follow: () => {}, close: () => {} }
  const plugin = stopsBehind(style)
  const page = new Page('ana', 11, briefWith(text), () => [plugin])
  pages.push(page)
  const set = () => plugin.getState(page.state)!.set
  /** Each stop by its place, and where it is seen. */
  const seen = () =>
    set()
      .find()
      .map(({ from, to }) => [from, to])
      .sort(([a], [b]) => a! - b!)
  return { page, store, seen, fresh: () => drawnAnew(page, plugin) }
}

/** What a page would draw that is opened on the text now. */
const drawnAnew = (page: Page, plugin: ReturnType<typeof stopsBehind>) =>
  plugin.spec
    .state!.init({}, page.state)
    .set.find()
    .map(({ from, to }) => [from, to])
    .sort(([a], [b]) => a! - b!)

describe('A full stop before a citation', () => {
  it('is drawn behind it, behind the last of several, and nowhere else', () => {
    const { seen } = opened('It rose.[a1][b1] Did it?[c1] So.')
    expect(seen()).toEqual([
      [8, 9],
      [10, 11],
    ])
  })

  it('is left where it is in notes and in the house style, and moves when the style changes', () => {
    const { seen, store } = opened('It rose.[a1]', null)
    expect(seen()).toEqual([])
    store.set(IN_LINE)
    expect(seen()).toHaveLength(2)
    store.set({ ...IN_LINE, notes: true })
    expect(seen()).toEqual([])
  })

  it('follows what is written, as if the page were opened anew', () => {
    const seed = seedOfRun()
    const draws = random(seed)
    const { page, seen, fresh } = opened('It rose.[a1] Then.\nIt fell.[b1][c1]\nNo more.\nSo it is.[d1]')
    for (let n = 0; n < 150; n++) {
      const size = page.state.doc.content.size
      const at = 1 + draws.below(size - 2)
      const to = Math.min(size - 1, at + draws.below(6))
      const { tr } = page.state
      const choice = draws.below(4)
      if (choice === 0) tr.delete(at, to)
      else if (choice === 1 && tr.doc.resolve(at).parent.isTextblock) tr.split(at)
      else if (tr.doc.resolve(at).parent.isTextblock) tr.insertText(draws.below(2) ? '.' : 'word ', at)
      page.dispatch(tr)
      expect(seen(), `seed ${seed}, step ${n}`).toEqual(fresh())
      if (n % 10 === 0) page.back()
      expect(seen(), `seed ${seed}, step ${n}`).toEqual(fresh())
    }
  })
})
