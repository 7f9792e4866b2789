import { EditorState, TextSelection } from '@tiptap/pm/state'
import { describe, expect, it } from 'vitest'
import { openTrigger, triggers } from '../../../../client/features/editor/trigger.ts'
import { bodyOf } from '../../../shared/binding/writers.ts'

const writing = (text: string) => {
  const doc = bodyOf(text)
  let state = EditorState.create({
    doc,
    selection: TextSelection.atEnd(doc),
    plugins: [triggers(() => false)],
  })
  const after = (tr: typeof state.tr) => {
    state = state.apply(tr)
    return openTrigger(state)
  }
  return {
    type: (words: string) => {
      let open = openTrigger(state)
      for (const letter of words) open = after(state.tr.insertText(letter))
      return open
    },
    move: (by: number) =>
      after(state.tr.setSelection(TextSelection.create(state.doc, state.selection.from + by))),
    escape: () => {
      const view = { state, dispatch: (tr: typeof state.tr) => after(tr) }
      const plugin = state.plugins[0]!
      const key = plugin.props.handleKeyDown as (view: unknown, event: unknown) => boolean
      return key.call(plugin, view, { key: 'Escape' })
    },
  }
}

describe('a menu at the caret', () => {
  it('opens at a slash that begins a block or follows a space, and narrows', () => {
    expect(writing('').type('/hea')).toMatchObject({ is: 'block', query: 'hea' })
    expect(writing('Then ').type('/')).toMatchObject({ is: 'block', query: '' })
  })

  it('leaves words with a slash alone', () => {
    expect(writing('').type('and/or')).toBeNull()
    expect(writing('').type('3/4')).toBeNull()
  })

  it('opens for sources at [@, in the middle of a sentence too', () => {
    expect(writing('Exports fell').type('[@müller tra')).toMatchObject({ is: 'cite', query: 'müller tra' })
    expect(writing('Exports fell').type('[@who]')).toBeNull()
  })

  it('closes with Esc and stays closed for the same sign', () => {
    const pen = writing('')
    pen.type('/he')
    expect(pen.escape()).toBe(true)
    expect(pen.type('ad')).toBeNull()
    expect(pen.type(' /li')).toMatchObject({ is: 'block', query: 'li' })
  })

  it('does not open for a caret that only passes by', () => {
    const pen = writing('see /list')
    expect(pen.move(-1)).toBeNull()
  })
})
