import { EditorState } from '@tiptap/pm/state'
import type { DecorationSet } from '@tiptap/pm/view'
import { describe, expect, it } from 'vitest'
import { emptyCaptions } from '../../../../client/features/editor/empty-captions.ts'
import { schema } from '../../../../shared/editor/schema.ts'

const words = (text: string) => (text ? [{ type: 'text', text }] : [])
const paragraph = (text: string) => ({ type: 'paragraph', content: words(text) })
const figure = (caption: string) => ({
  type: 'figure',
  content: [
    {
      type: 'table',
      content: [{ type: 'tableRow', content: [{ type: 'tableCell', content: [paragraph('1')] }] }],
    },
    { type: 'caption', content: words(caption) },
  ],
})
const stateOf = (...content: object[]) =>
  EditorState.create({ doc: schema.nodeFromJSON({ type: 'doc', content }), plugins: [emptyCaptions()] })

/** Where it is said, and in the schema's word of what. */
const said = ({ doc, plugins: [plugin], ...rest }: EditorState) => {
  const set = plugin!.props.decorations!.call(plugin!, {
    doc,
    plugins: [plugin],
    ...rest,
  } as never) as DecorationSet
  return set.find().map(({ from }) => `${from} ${doc.nodeAt(from)?.type.name}`)
}

/** Of the caption after so many figures. */
const captionAt = ({ doc }: EditorState, nth: number): number => {
  const found: number[] = []
  doc.descendants((node, pos) => void (node.type.name === 'caption' && found.push(pos)))
  return found[nth]!
}

describe('an empty caption', () => {
  it('says what belongs there, wherever its figure is, and one with words does not', () => {
    const state = stateOf(figure(''), figure('Staff, 2024'), {
      type: 'bulletList',
      content: [{ type: 'listItem', content: [paragraph('See'), figure('')] }],
    })
    expect(said(state)).toEqual([0, 2].map((nth) => `${captionAt(state, nth)} caption`))
  })

  it('is silent from its first letter on, and speaks again without its last', () => {
    const state = stateOf(paragraph('Before'), figure(''), figure(''))
    const at = captionAt(state, 0) + 1
    const written = state.apply(state.tr.insertText('S', at))
    expect(said(written)).toEqual([`${captionAt(written, 1)} caption`])
    expect(said(written.apply(written.tr.delete(at, at + 1)))).toEqual(said(state))
  })
})
