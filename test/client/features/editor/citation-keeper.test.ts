import { afterEach, describe, expect, it } from 'vitest'
import { addCite } from '../../../../shared/brief/citation.ts'
import { placeOf } from '../../../../client/features/editor/citation-places.ts'
import { cite } from '../../../../client/features/editor/writing.ts'
import { briefWith, Page } from './pages.ts'

let pages: Page[] = []
const open = (text: string, ...names: string[]): Page[] => {
  const brief = briefWith(text)
  pages = (names.length ? names : ['ana']).map((name, i) => new Page(name, 11 + i, brief))
  return pages
}
afterEach(() => {
  for (const page of pages) page.close()
})

const eraseCitation = (page: Page, id: string) => {
  const pos = placeOf(page.state.doc, id)!
  return page.erase(pos, pos + 1)
}

describe('the keeper of citations', () => {
  it('marks a citation that a person deletes as removed, in the same update as the text', () => {
    const [ana] = open('Exports fell.[a1] Prices rose.[b1]')
    const before = ana!.sent.length
    eraseCitation(ana!, 'a1')
    expect(ana!.sent.length - before).toBe(1)
    expect(ana!.records.get('a1')?.removed).toEqual({
      by: { id: 'ana', name: 'ana' },
      at: '2026-11-23T10:00:00Z',
    })
    expect(ana!.order.unplaced).toEqual([])
  })

  it('marks every citation of a deleted range, and only these', () => {
    const [ana] = open('Exports fell.[a1] Prices rose.[b1] Wages stood.[a2]')
    ana!.erase(ana!.find('fell'), ana!.find('Wages'))
    expect(ana!.removed.sort()).toEqual(['a1', 'b1'])
    expect(ana!.order.placed).toEqual(['a2'])
  })

  it('takes the mark off when the deletion is undone, and puts it back when it is redone', () => {
    const [ana] = open('Exports fell.[a1]')
    eraseCitation(ana!, 'a1').back()
    expect([ana!.text, ana!.removed]).toEqual(['Exports fell.[a1]', []])
    ana!.again()
    expect([ana!.text, ana!.removed]).toEqual(['Exports fell.', ['a1']])
  })

  it('keeps the record of a citation whose making was undone, with what a colleague added to it', () => {
    const [ana, ben] = open('Exports fell.', 'ana', 'ben')
    ana!.at('fell.|')
    expect(cite(ana!.desk, [{ source: 's1' }])).toBe(true)
    const [id] = ana!.order.placed
    ben!.receive(ana!)
    addCite(ben!.doc, id!, { source: 's2' })
    ana!.receive(ben!).back()
    expect(ana!.text).toBe('Exports fell.')
    expect(ana!.removed).toEqual([id])
    ana!.again()
    expect(ana!.removed).toEqual([])
    expect(ana!.records.get(id!)?.cites.map((c) => c.source)).toEqual(['s1', 's2'])
  })

  it('does not mark what a colleague deletes: their own client does', () => {
    const [ana, ben] = open('Exports fell.[a1]', 'ana', 'ben')
    eraseCitation(ben!, 'a1')
    const sent = ana!.sent.length
    ana!.receive(ben!)
    expect(ana!.records.get('a1')?.removed?.by.name).toBe('ben')
    expect(ana!.sent.length).toBe(sent)
  })

  it('lists a citation as unplaced that went without anybody taking it out', () => {
    const [ana, ben] = open('Exports fell.[a1]', 'ana', 'ben')
    // A program that knows nothing of records takes the node out.
    ben!.doc.transact(() => {
      const paragraph = ben!.doc.getXmlFragment('body').get(0)
      const words = (paragraph as unknown as { get(i: number): { delete(at: number, n: number): void } }).get(
        0,
      )
      words.delete('Exports fell.'.length, 1)
    }, 'program')
    ana!.receive(ben!)
    expect(ana!.order.unplaced.map((r) => r.id)).toEqual(['a1'])
    expect(ana!.removed).toEqual([])
  })

  it('gives a pasted copy an id and a record of its own', () => {
    const [ana] = open('Exports fell.[a1]\nPrices rose.')
    const copied = ana!.state.doc.child(0).content
    const before = ana!.sent.length
    ana!.at('rose.|').paste(copied.content as never)
    const [first, second] = ana!.order.placed
    expect(first).toBe('a1')
    expect(second).not.toBe('a1')
    expect(ana!.records.get(second!)?.cites.map((c) => c.source)).toEqual(['s1'])
    expect(ana!.order.doubled).toEqual([])
    expect(ana!.sent.length - before).toBe(1)
  })

  it('marks the copy as removed when the paste is undone', () => {
    const [ana] = open('Exports fell.[a1]\nPrices rose.')
    ana!.at('rose.|').paste(ana!.state.doc.child(0).content.content as never)
    const copy = ana!.order.placed[1]!
    ana!.back()
    expect(ana!.removed).toEqual([copy])
    expect(ana!.order.unplaced).toEqual([])
  })

  it('keeps the id of a citation that is cut and pasted', () => {
    const [ana] = open('Exports fell.[a1]\nPrices rose.')
    const cut = ana!.state.doc.child(0).content.content
    ana!.erase(1, 1 + ana!.state.doc.child(0).content.size)
    expect(ana!.removed).toEqual(['a1'])
    ana!.at('rose.|').paste(cut as never)
    expect([ana!.order.placed, ana!.removed]).toEqual([['a1'], []])
    ana!.paste(cut as never)
    expect(ana!.order.placed).toHaveLength(2)
    expect(ana!.order.doubled).toEqual([])
  })

  it('says nothing when a citation only moves', () => {
    const [ana] = open('Exports fell.[a1]\nPrices rose.')
    const block = ana!.state.doc.child(0)
    const tr = ana!.state.tr.delete(0, block.nodeSize)
    ana!.dispatch(tr.insert(tr.doc.content.size, block))
    expect([ana!.text, ana!.removed]).toEqual(['Prices rose.\nExports fell.[a1]', []])
  })
})
