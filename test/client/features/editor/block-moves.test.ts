import { EditorState, TextSelection, type Transaction } from '@tiptap/pm/state'
import { describe, expect, it } from 'vitest'
import { doubled, moved, without } from '../../../../client/features/editor/block-moves.ts'
import { schema } from '../../../../shared/editor/schema.ts'
import { doc, node, paragraph, text } from '../../../support/small-brief.ts'

const item = (words: string) => node('listItem', [paragraph(text(words))])
const page = doc(
  paragraph(text('One')),
  node('bulletList', [item('First'), item('Second')]),
  node('table', [node('tableRow', [node('tableCell', [paragraph(text('Cell'))])])]),
  paragraph(text('Last')),
)

/** The page with the caret behind these words. */
const at = (words: string, given = page): EditorState => {
  const body = schema.nodeFromJSON(given)
  let place = 0
  body.descendants((one, pos) => {
    if (one.text === words) place = pos + words.length
  })
  return EditorState.create({ doc: body, selection: TextSelection.create(body, place) })
}
const blocks = (tr: Transaction | null) => tr?.doc.content.content.map(({ textContent }) => textContent)

describe('A block that is moved', () => {
  it('passes its neighbour, and the caret goes along', () => {
    const tr = moved(at('One'), 1)!
    expect(blocks(tr)).toEqual(['FirstSecond', 'One', 'Cell', 'Last'])
    expect(tr.selection.$head.parent.textContent).toBe('One')
    expect(blocks(moved(at('Last'), -1))).toEqual(['One', 'FirstSecond', 'Last', 'Cell'])
  })

  it('is the item within a list, and the whole table around a cell', () => {
    expect(blocks(moved(at('Second'), -1))).toEqual(['One', 'SecondFirst', 'Cell', 'Last'])
    expect(blocks(moved(at('Cell'), -1))).toEqual(['One', 'Cell', 'FirstSecond', 'Last'])
  })

  it('takes along what it is alone in', () => {
    const body = doc(
      paragraph(text('One')),
      node('callout', [paragraph(text('Alone'))]),
      node('blockquote', [node('bulletList', [item('Only')])]),
    )
    expect(blocks(moved(at('Alone', body), -1))).toEqual(['Alone', 'One', 'Only'])
    expect(blocks(moved(at('Only', body), -1))).toEqual(['One', 'Only', 'Alone'])
    expect(moved(at('Only', body), 1)).toBe(null)
  })

  it('takes along what it is first or last in, once it has passed all within', () => {
    const body = doc(
      paragraph(text('One')),
      node('callout', [paragraph(text('Top')), paragraph(text('End'))]),
      paragraph(text('Last')),
    )
    const once = moved(at('End', body), -1)!
    expect(blocks(once)).toEqual(['One', 'EndTop', 'Last'])
    const twice = moved(EditorState.create({ doc: once.doc, selection: once.selection }), -1)!
    expect(blocks(twice)).toEqual(['EndTop', 'One', 'Last'])
    expect(twice.selection.$head.parent.textContent).toBe('End')
    expect(blocks(moved(at('End', body), 1))).toEqual(['One', 'Last', 'TopEnd'])
    expect(blocks(moved(at('First'), -1))).toEqual(['FirstSecond', 'One', 'Cell', 'Last'])
  })

  it('takes along the item that its list stands under, never that list alone', () => {
    const under = node('listItem', [paragraph(text('Head')), node('bulletList', [item('Under')])])
    const body = doc(node('bulletList', [item('Before'), under, item('Behind')]))
    for (const [to, words] of [
      [-1, 'HeadUnderBeforeBehind'],
      [1, 'BeforeBehindHeadUnder'],
    ] as const) {
      const tr = moved(at('Under', body), to)!
      tr.doc.check()
      expect(tr.doc.textContent).toBe(words)
    }
  })

  it('stays at the edge of the page', () => {
    expect([moved(at('One'), -1), moved(at('Last'), 1)]).toEqual([null, null])
  })

  it('can be doubled and deleted', () => {
    const state = at('One')
    const block = { node: state.doc.child(0), pos: 0 }
    expect(blocks(doubled(state, block))?.slice(0, 2)).toEqual(['One', 'One'])
    expect(blocks(without(state, block))?.[0]).toBe('FirstSecond')
  })
})
