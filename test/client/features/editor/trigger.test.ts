import { EditorState, TextSelection } from '@tiptap/pm/state'
import { describe, expect, it } from 'vitest'
import {
  dismissTrigger,
  openTrigger,
  triggers,
  writeCiteSign,
} from '../../../../client/features/editor/trigger.ts'
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
    text: () => state.doc.textContent,
    press: () => after(writeCiteSign(state)),
    dismiss: () => after(dismissTrigger(state)),
    escape: () => {
      const view = { state, dispatch: (tr: typeof state.tr) => after(tr) }
      const plugin = state.plugins[0]!
      const key = plugin.props.handleKeyDown as (view: unknown, event: unknown) => boolean
      return key.call(plugin, view, { key: 'Escape', stopPropagation: () => undefined })
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

  it('opens by its key at the caret; Esc takes the sign away again, but leaves what a person typed', () => {
    const pen = writing('Exports fell')
    expect(pen.press()).toMatchObject({ is: 'cite', query: '' })
    expect(pen.escape()).toBe(true)
    expect(pen.text()).toBe('Exports fell')
    pen.press()
    expect(pen.type('who')).toMatchObject({ is: 'cite', query: 'who' })
    pen.escape()
    expect(pen.text()).toBe('Exports fell[@who')
    expect(pen.type(' and')).toBeNull()
  })

  it('leaves a sign that a person wrote themselves', () => {
    const pen = writing('')
    pen.type('[@')
    pen.escape()
    expect(pen.text()).toBe('[@')
  })

  it('closes and keeps the words while a work is taken over', () => {
    const pen = writing('')
    pen.type('[@who')
    expect(pen.dismiss()).toBeNull()
    expect(pen.text()).toBe('[@who')
  })
})
