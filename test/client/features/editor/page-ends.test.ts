import type { Node } from '@tiptap/pm/model'
import { EditorState, TextSelection } from '@tiptap/pm/state'
import { describe, expect, it } from 'vitest'
import { toPageEnd } from '../../../../client/features/editor/page-ends.ts'
import { bodyOfTemplate, TEMPLATES } from '../../../../shared/brief/templates.ts'
import { schema } from '../../../../shared/editor/schema.ts'

const [policyBrief] = TEMPLATES
const fromTemplate = schema.nodeFromJSON(bodyOfTemplate(policyBrief!, 'en'))
const block = (words: string) => schema.node('paragraph', null, words ? schema.text(words) : [])
const page = (...blocks: Node[]) => schema.node('doc', null, blocks)

const after = (doc: Node, end: 'first' | 'last', { growing = false, from = 2 } = {}) => {
  const state = EditorState.create({ doc, selection: TextSelection.create(doc, from) })
  return state.apply(toPageEnd(state, end, growing)!).selection
}

describe('The keys for the ends of the page', () => {
  it('put the caret behind the last words of a brief that ends in its list of sources', () => {
    const { $head, empty } = after(fromTemplate, 'last')
    expect([empty, $head.parent.textContent, $head.parentOffset]).toEqual([true, 'Sources', 7])
  })

  it('put it before the first words, also where something drawn stands above them', () => {
    const { $head } = after(page(schema.node('horizontalRule'), block('Exports fell.')), 'first', { from: 6 })
    expect([$head.parent.textContent, $head.parentOffset]).toEqual(['Exports fell.', 0])
  })

  it('put it into an empty last paragraph, and behind a citation that ends the text', () => {
    expect(after(page(block('Exports fell.'), block('')), 'last').$head.parent.textContent).toBe('')
    const cited = schema.node('paragraph', null, [
      schema.text('fell.'),
      schema.node('citation', { id: 'c1' }),
    ])
    expect(after(page(cited), 'last').$head.parentOffset).toBe(6)
  })

  it('let a selection grow to there', () => {
    const { anchor, $head } = after(fromTemplate, 'last', { growing: true, from: 3 })
    expect([anchor, $head.parent.textContent]).toEqual([3, 'Sources'])
  })

  it('are left to the browser where nothing can be written', () => {
    const doc = page(schema.node('references'))
    expect(toPageEnd(EditorState.create({ doc }), 'last')).toBeNull()
  })
})
