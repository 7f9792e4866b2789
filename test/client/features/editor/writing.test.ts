import { afterEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { markPlaced } from '../../../../shared/brief/citation.ts'
import { roots } from '../../../../shared/brief/document.ts'
import { placeOf } from '../../../../client/features/editor/citation-places.ts'
import {
  cite,
  placeAgain,
  quote,
  quoteInline,
  useSourceWords,
} from '../../../../client/features/editor/writing.ts'
import { briefWith, Page } from './pages.ts'

let page: Page
const open = (text: string) => (page = new Page('ana', 11, briefWith(text)))
afterEach(() => page.close())

const shape = () => page.text.replace(/\[[^\]]+\]/g, '[¹]')

describe('citing', () => {
  it('puts node and record into one update and one step of undo', () => {
    open('Exports fell.')
    page.at('fell.|').type(' More.').at('More.|')
    const before = page.sent.length
    expect(cite(page.desk, [{ source: 's1', excerpt: 'e1' }])).toBe(true)
    expect(page.sent.length - before).toBe(1)
    expect(page.order.numbers.get(page.order.placed[0]!)).toEqual([1])
    page.type(' After.').back()
    expect(shape()).toBe('Exports fell. More.[¹]')
    page.back()
    expect(shape()).toBe('Exports fell. More.')
  })

  it.each([
    ['Exports fell|. Prices rose.', 'Exports fell.[¹] Prices rose.'],
    ['Exports fell.| Prices rose.', 'Exports fell.[¹] Prices rose.'],
    ['Exports fell. |Prices rose.', 'Exports fell.[¹] Prices rose.'],
    ['Exports| fell.', 'Exports[¹] fell.'],
    ['He said “no|”. Then', 'He said “no”.[¹] Then'],
  ])('at %s', (given, becomes) => {
    open(given.replace('|', ''))
    page.at(given)
    cite(page.desk, [{ source: 's1' }])
    expect(shape()).toBe(becomes)
  })

  it('adds to the citation that stands at the caret', () => {
    open('Exports fell.[a1]')
    page.at('fell.|')
    cite(page.desk, [{ source: 's2' }])
    expect(page.text).toBe('Exports fell.[a1]')
    expect(page.records.get('a1')?.cites.map((c) => c.source)).toEqual(['s1', 's2'])
    page.back()
    expect(page.records.get('a1')?.cites.map((c) => c.source)).toEqual(['s1'])
  })

  it('refuses where no citation can stand, and writes nothing', () => {
    open('Exports fell.')
    page.dispatch(page.state.tr.setBlockType(1, 1, page.state.schema.nodes.codeBlock!))
    const before = page.sent.length
    expect(cite(page.desk, [{ source: 's1' }])).toBe(false)
    expect(page.sent.length).toBe(before)
  })
})

describe('citing in place of what was typed', () => {
  const typed = (words: string) => {
    const from = page.find(words)
    return { from, to: from + words.length }
  }

  it('is one step of undo, which brings back what was typed', () => {
    open('Exports fell. Prices rose.')
    page.at('fell|.').type('[@who')
    cite(page.desk, [{ source: 's1' }], typed('[@who'))
    expect(shape()).toBe('Exports fell.[¹] Prices rose.')
    page.back()
    expect(page.text).toBe('Exports fell[@who. Prices rose.')
    page.again()
    expect(shape()).toBe('Exports fell.[¹] Prices rose.')
  })

  it('goes into the citation that stands there, in one step too', () => {
    open('Exports fell.[a1]')
    page.dispatch(page.state.tr.insertText('[@mü', page.state.doc.content.size - 1))
    cite(page.desk, [{ source: 's2' }], typed('[@mü'))
    expect(page.text).toBe('Exports fell.[a1]')
    expect(page.records.get('a1')?.cites.map((c) => c.source)).toEqual(['s1', 's2'])
    page.back()
    expect(page.text).toBe('Exports fell.[a1][@mü')
    expect(page.records.get('a1')?.cites.map((c) => c.source)).toEqual(['s1'])
  })

  it('leaves a caret alone that went on meanwhile, and takes nothing of a colleague back', () => {
    open('Exports fell. Prices rose.')
    const ben = new Page('ben', 22, Y.encodeStateAsUpdate(page.doc))
    page.at('fell|.').type('[@who')
    page.at('rose|.')
    ben.receive(page).at('Prices|').type(' there')
    page.receive(ben)
    const before = page.state.selection.from
    cite(page.desk, [{ source: 's1' }], typed('[@who'))
    expect(page.state.selection.from).toBe(before - 4)
    page.back()
    expect(page.text).toBe('Exports fell[@who. Prices there rose.')
    ben.close()
  })
})

describe('quoting', () => {
  it('puts the words behind the block with the caret, cited, with a line to go on', () => {
    open('Exports fell.')
    page.at('Exports| fell.')
    expect(quote(page.desk, 'e2')).toBe(true)
    expect(shape()).toBe('Exports fell.\nPrices rose.[¹]\n')
    expect(page.state.doc.child(1).attrs.excerpt).toBe('e2')
    expect([...page.records.values()][0]?.cites[0]).toMatchObject({
      source: 's2',
      excerpt: 'e2',
      use: 'quoted',
    })
    page.back()
    expect(shape()).toBe('Exports fell.')
  })

  it('takes the place of an empty paragraph', () => {
    open('Exports fell.\n\nWages stood.')
    page.select(page.state.doc.child(0).nodeSize + 1, page.state.doc.child(0).nodeSize + 1)
    quote(page.desk, 'e2')
    expect(shape()).toBe('Exports fell.\nPrices rose.[¹]\nWages stood.')
  })

  it('leaves the caret where it was in the middle of a text, and makes a line before a heading', () => {
    open('Exports fell.\nWages stood.')
    page.at('Exports| fell.')
    quote(page.desk, 'e2')
    page.type(' of steel')
    expect(shape()).toBe('Exports of steel fell.\nPrices rose.[¹]\nWages stood.')
    page.close()
    open('\nWages stood.')
    page.dispatch(page.state.tr.setBlockType(3, 3, page.state.schema.nodes.heading!, { level: 2 }))
    page.select(1, 1)
    quote(page.desk, 'e2')
    page.type('And on.')
    expect(shape()).toBe('Prices rose.[¹]\nAnd on.\nWages stood.')
  })

  it('puts the words into the sentence, held against the excerpt', () => {
    open('They say. Then')
    page.at('say|.')
    expect(quoteInline(page.desk, 'e2')).toBe(true)
    expect(shape()).toBe('They say “Prices rose.”[¹]. Then')
    const marked = page.state.doc.nodeAt(page.find('Prices'))
    expect(marked?.marks[0]?.attrs.excerpt).toBe('e2')
  })

  it('puts the source’s words back, and keeps the citation', () => {
    open('Exports fell.')
    page.at('fell.|')
    quote(page.desk, 'e1')
    page.at('did not| fall').erase(page.find('not '), page.find('fall'))
    expect(page.text).toContain('did fall')
    const [id] = page.order.placed
    expect(useSourceWords(page.desk, page.state.doc.child(0).nodeSize)).toBe(true)
    expect(shape()).toContain('Exports did not fall by 12 per cent in 2020.[¹]')
    expect([page.order.placed, page.removed]).toEqual([[id], []])
  })

  it('refuses an excerpt that is not there', () => {
    open('Exports fell.')
    expect([quote(page.desk, 'nowhere'), quoteInline(page.desk, 'nowhere')]).toEqual([false, false])
  })
})

const lose = (id: string, sentence: string) => {
  const pos = placeOf(page.state.doc, id)!
  page.erase(pos, pos + 1)
  markPlaced(page.doc, id)
  roots(page.doc).citations.get(id)?.set('sentence', sentence)
}

describe('putting a citation back', () => {
  it('finds its sentence though words in it changed', () => {
    open('Prices rose. Exports fell by twelve per cent in the year 2020.[a1] Wages stood.')
    lose('a1', 'Exports fell by 12 per cent in the year 2020.')
    page.at('Wages| stood')
    expect(placeAgain(page.desk, 'a1')).toBe(true)
    expect(page.text).toBe('Prices rose. Exports fell by twelve per cent in the year 2020.[a1] Wages stood.')
    expect(page.order.unplaced).toEqual([])
  })

  it('takes the caret where its sentence is gone', () => {
    open('Prices rose.[a1] Wages stood.')
    lose('a1', 'Something else altogether happened.')
    page.at('stood.|')
    placeAgain(page.desk, 'a1')
    expect(page.text).toBe('Prices rose. Wages stood.[a1]')
  })

  it('does nothing for one that has its place', () => {
    open('Prices rose.[a1]')
    expect(placeAgain(page.desk, 'a1')).toBe(false)
  })
})
