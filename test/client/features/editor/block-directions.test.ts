import * as fc from 'fast-check'
import { EditorState } from '@tiptap/pm/state'
import type { DecorationSet } from '@tiptap/pm/view'
import { describe, expect, it } from 'vitest'
import { blockDirections } from '../../../../client/features/editor/block-directions.ts'
import { schema } from '../../../../shared/editor/schema.ts'

const paragraph = (text: string) => ({
  type: 'paragraph',
  ...(text && { content: [{ type: 'text', text }] }),
})
const cell = (...texts: string[]) => ({ type: 'tableCell', content: texts.map(paragraph) })
const row = (...cells: object[]) => ({ type: 'tableRow', content: cells })
const item = (...content: object[]) => ({ type: 'listItem', content })
const stateOf = (...content: object[]) =>
  EditorState.create({ doc: schema.nodeFromJSON({ type: 'doc', content }), plugins: [blockDirections()] })

/** What is turned: its kind, its first words, and to where. */
const turned = (state: EditorState) => {
  const set = state.plugins[0]!.props.decorations!.call(state.plugins[0]!, state) as DecorationSet
  return set
    .find()
    .map(({ from, to, ...rest }) => {
      const { attrs } = (rest as unknown as { type: { attrs: { dir: string } } }).type
      return `${from}-${to} ${state.doc.nodeAt(from)?.type.name} ${attrs.dir}`
    })
    .toSorted()
}

const kinds = (state: EditorState) => turned(state).map((one) => one.replace(/^\S+ /, ''))

describe('blocks of blocks', () => {
  it('turn as their first words run, past what is only numbers', () => {
    const table = { type: 'table', content: [row(cell('12'), cell('7')), row(cell('שלום'), cell('x'))] }
    expect(kinds(stateOf(table))).toEqual(['table rtl', 'paragraph ltr'])
    const numbers = { type: 'table', content: [row(cell('12'), cell('7'))] }
    expect(kinds(stateOf(numbers))).toEqual([])
  })

  it('turn back within what is turned, and stay where everything around runs their way', () => {
    const list = (text: string, ...within: object[]) => ({
      type: 'bulletList',
      content: [item(paragraph(text), ...within)],
    })
    expect(kinds(stateOf(list('שלום', list('here'), list('שם'))))).toEqual(['listItem rtl', 'listItem ltr'])
  })

  it('are turned after any changes as a page that opens with them is', () => {
    const text = fc.constantFrom('', '12', 'a', 'ש', '٣ش')
    const cells = fc.array(fc.array(text, { minLength: 1, maxLength: 2 }), { minLength: 2, maxLength: 2 })
    const tables = fc.array(cells, { minLength: 1, maxLength: 3 })
    const edits = fc.array(fc.tuple(fc.nat(), text), { maxLength: 6 })
    fc.assert(
      fc.property(tables, text, edits, (rows, quoted, changes) => {
        let state = stateOf(
          { type: 'blockquote', content: [paragraph(quoted)] },
          { type: 'table', content: rows.map((one) => row(...one.map((texts) => cell(...texts)))) },
          paragraph('end'),
        )
        for (const [place, words] of changes) {
          const spots: { from: number; to: number }[] = []
          state.doc.descendants((node, pos) => {
            if (node.isTextblock) spots.push({ from: pos + 1, to: pos + 1 + node.content.size })
          })
          const { from, to } = spots[place % spots.length]!
          state = state.apply(words ? state.tr.insertText(words, from, to) : state.tr.delete(from, to))
          expect(turned(state)).toEqual(turned(stateOf(...state.doc.toJSON().content)))
        }
      }),
    )
  })
})
