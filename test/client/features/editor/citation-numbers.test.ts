import type { Decoration } from '@tiptap/pm/view'
import { afterEach, describe, expect, it } from 'vitest'
import { addCite, changeCite } from '../../../../shared/brief/citation.ts'
import { roots } from '../../../../shared/brief/document.ts'
import { changeSource } from '../../../../shared/brief/source.ts'
import { activate, citationNumbers, numbersKey } from '../../../../client/features/editor/citation-numbers.ts'
import { createStore } from '../../../../client/brief/store.ts'
import type { PageStyle } from '../../../../client/features/editor/page-style.ts'
import type { Order } from '../../../../shared/brief/order.ts'
import type { Styled } from '../../../../shared/cite/styler.ts'
import { briefWith, Page } from './pages.ts'

let page: Page
const written = createStore<Styled | null>(null)
const orders: Order[] = []
const style: PageStyle = { ...written, follow: (order) => void orders.push(order), close: () => undefined }
const open = (text: string) =>
  (page = new Page('ana', 11, briefWith(text), (p) => [citationNumbers(p.evidence, style)]))
afterEach(() => {
  page.close()
  written.set(null)
  orders.length = 0
})

const attrs = (decoration: Decoration) =>
  (decoration as unknown as { type: { attrs: Record<string, string> } }).type.attrs
const drawn = () =>
  numbersKey
    .getState(page.state)!
    .decorations.find()
    .sort((a, b) => a.from - b.from)
const numbers = () => drawn().map((d) => attrs(d)['data-n'])
const labels = () => drawn().map((d) => attrs(d)['aria-label'])
/** What follows from records is drawn at the end of the turn. */
const turn = () => Promise.resolve()

describe('the numbers of citations', () => {
  it('count sources by first mention', () => {
    open('Prices rose.[b1] Exports fell.[a1] Wages stood.[b2]')
    expect(numbers()).toEqual(['1', '2', '1'])
  })

  it('follow when a citation goes, comes back, or its sentence moves', () => {
    open('Prices rose.[b1]\nExports fell.[a1]')
    const first = page.state.doc.child(0)
    const tr = page.state.tr.delete(0, first.nodeSize)
    page.dispatch(tr.insert(tr.doc.content.size, first))
    expect([page.text, numbers()]).toEqual(['Exports fell.[a1]\nPrices rose.[b1]', ['1', '2']])
    expect(labels()[0]).toBe('Citation 1, WHO 2021')
    page.erase(page.find('fell.'), page.find('fell.') + 6)
    expect(numbers()).toEqual(['1'])
    page.back().back()
    expect(numbers()).toEqual(['1', '2'])
  })

  it('are not computed again while somebody writes elsewhere, and stay at their places', () => {
    open('Prices rose.[b1] Exports fell.[a1]')
    const before = numbersKey.getState(page.state)!.order
    page.at('Exports| fell').type(' of steel')
    expect(numbersKey.getState(page.state)!.order).toBe(before)
    for (const d of drawn()) expect(page.state.doc.nodeAt(d.from)?.type.name).toBe('citation')
  })

  it('stay at their places when a colleague writes', () => {
    const ana = open('Prices rose.[b1] Exports fell.[a1]')
    const ben = new Page('ben', 12, briefWith(''))
    ben.receive(ana).at('Prices| rose').type(' of steel')
    page.receive(ben)
    expect(page.text).toContain('Prices of steel rose.')
    expect(numbers()).toEqual(['1', '2'])
    for (const d of drawn()) expect(page.state.doc.nodeAt(d.from)?.type.name).toBe('citation')
    ben.close()
  })

  it('name the source and the place, and follow a correction', async () => {
    open('Exports fell.[a1]')
    changeCite(page.doc, 'a1', 'a1-1', { label: 'page', locator: '4' })
    await turn()
    expect(labels()).toEqual(['Citation 1, WHO 2021, page 4'])
    changeSource(page.doc, 's1', { item: { issued: { 'date-parts': [[2022]] } } })
    await turn()
    expect(labels()).toEqual(['Citation 1, WHO 2022, page 4'])
    addCite(page.doc, 'a1', { source: 's2' })
    await turn()
    expect([numbers(), labels()]).toEqual([['1, 2'], ['Citation 1, WHO 2022, page 4; 2, Müller']])
  })

  it('say when the source or the record is missing', async () => {
    open('Exports fell.[a1] Prices rose.[b1]')
    roots(page.doc).sources.delete('s1')
    roots(page.doc).citations.delete('b1')
    await turn()
    expect(labels()).toEqual(['Citation 1, source missing', 'Citation without evidence'])
    expect(drawn().map((d) => attrs(d).class)).toEqual(['missing', 'missing'])
  })

  it('mark the active citation, and tell neighbours apart', () => {
    open('Exports fell.[a1][b1]')
    page.dispatch(activate(page.state, 'b1'))
    expect(drawn().map((d) => attrs(d).class)).toEqual(['', 'active follows'])
  })
})

describe('a style', () => {
  const styled = (notes: boolean): Styled => ({
    notes,
    clusters: new Map([
      ['b1', [{ text: '(WHO 2021)' }]],
      ['a1', [{ text: '(OECD 2022)' }]],
    ]),
    bibliography: [],
  })

  it('writes its words in place of numbers, and is not asked again for what it wrote', () => {
    open('Prices rose.[b1] Exports fell.[a1]')
    const asked = orders.length
    written.set(styled(false))
    expect(numbers()).toEqual(['(WHO 2021)', '(OECD 2022)'])
    expect(labels()[0]).toBe('Citation (WHO 2021)')
    expect(orders).toHaveLength(asked)
  })

  it('of notes numbers each citation on its own', () => {
    open('Prices rose.[b1] Exports fell.[a1] Wages stood.[b2]')
    written.set(styled(true))
    expect(numbers()).toEqual(['1', '2', '3'])
    expect(labels()[0]).toBe('Citation 1: (WHO 2021)')
  })
})
