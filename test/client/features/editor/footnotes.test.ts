import { afterEach, describe, expect, it } from 'vitest'
import { footnoteKeeper } from '../../../../client/features/editor/footnote-keeper.ts'
import { placeOf } from '../../../../client/features/editor/citation-places.ts'
import { footnotePlaces } from '../../../../client/features/editor/footnote-places.ts'
import { addFootnote } from '../../../../client/features/editor/writing.ts'
import { markPlaced } from '../../../../shared/brief/citation.ts'
import { writeFootnote } from '../../../../shared/brief/footnotes.ts'
import { readBrief } from '../../../../shared/brief/read.ts'
import { cited, paragraph, text } from '../../../support/small-brief.ts'
import { briefWith, Page } from './pages.ts'

let page: Page
afterEach(() => page.close())

const open = (words: string) => {
  page = new Page('ana', 11, briefWith(words), ({ doc }) => [footnoteKeeper(doc)])
  return page
}
const brief = () => readBrief(page.doc)
/** A footnote with a citation in its text; the citation stood in the sentence before. */
const noted = (id: string) => {
  const made = addFootnote(page.at('fell.|').desk)!
  const at = placeOf(page.state.doc, id)!
  page.dispatch(page.state.tr.delete(at, at + 1))
  page.doc.transact(() => {
    writeFootnote(page.doc, made, [paragraph(text('Says'), cited(id))])
    // As the footnote's own editor does it.
    markPlaced(page.doc, id)
  })
  return made
}
const erase = (id: string) => {
  const { pos } = footnotePlaces(page.state.doc).find((place) => place.id === id)!
  return page.erase(pos, pos + 1)
}

describe('A footnote', () => {
  it('is one update with its text, and one step back', () => {
    open('Exports fell.')
    const before = page.sent.length
    const id = addFootnote(page.at('fell.|').desk)!
    expect(page.sent.length - before).toBe(1)
    expect(brief().order.footnotes).toEqual([id])
    expect(brief().footnotes.get(id)).toEqual([{ type: 'paragraph' }])
    page.back()
    expect(brief().order.footnotes).toEqual([])
    page.again()
    expect(brief().order.footnotes).toEqual([id])
    expect(brief().footnotes.has(id)).toBe(true)
  })

  it('takes its citations along when it goes, and brings them back', () => {
    open('Exports fell. Prices rose.[a1]')
    const id = noted('a1')
    expect([brief().order.placed, brief().order.unplaced]).toEqual([['a1'], []])
    erase(id)
    expect([brief().order.placed, brief().order.unplaced, page.removed]).toEqual([[], [], ['a1']])
    page.back()
    expect([brief().order.placed, page.removed]).toEqual([['a1'], []])
  })

  it('has a text and citations of its own when it is copied', () => {
    open('Exports fell. Prices rose.[a1]')
    const id = noted('a1')
    const mark = page.state.schema.nodes.footnote!.create({ id })
    page.dispatch(page.state.tr.insert(page.state.doc.content.size - 1, mark))
    const [first, copy] = brief().order.footnotes
    expect([first, copy === id]).toEqual([id, false])
    expect(brief().footnotes.get(copy!)![0]!.content![0]).toEqual(text('Says'))
    expect(brief().order.placed).toHaveLength(2)
    expect(brief().order.unknown).toEqual([])
  })
})
