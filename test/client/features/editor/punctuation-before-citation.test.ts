import { afterEach, describe, expect, it } from 'vitest'
import type { EditorView } from '@tiptap/pm/view'
import { punctuationBeforeCitation } from '../../../../client/features/editor/punctuation-before-citation.ts'
import { cite, quoteInline } from '../../../../client/features/editor/writing.ts'
import { briefWith, Page } from './pages.ts'

const plugin = punctuationBeforeCitation()
let page: Page
const pages: Page[] = []
const open = (text: string, name = 'ana', id = 11) => {
  page = new Page(name, id, briefWith(text), () => [plugin])
  pages.push(page)
  return page
}
afterEach(() => pages.splice(0).forEach((one) => one.close()))

const shape = () => page.text.replace(/\[[^\]]+\]/g, '[¹]')
const view = (composing = false) =>
  Object.create(page.desk.view, { composing: { value: composing } }) as EditorView

/** Each character as the keyboard brings it: to the rules first, then into the text. */
const key = (letters: string, composing = false) => {
  for (const letter of letters) {
    const { from, to } = page.state.selection
    const type = () => page.state.tr.insertText(letter)
    if (!plugin.props.handleTextInput!.call(plugin, view(composing), from, to, letter, type))
      page.type(letter)
  }
}
/** True where the rule took the key. */
const backspace = () =>
  plugin.props.handleKeyDown!.call(plugin, view(), { key: 'Backspace' } as KeyboardEvent) === true

const citeAt = (place: string) => {
  page.at(place)
  cite(page.desk, [{ source: 's1' }])
}

describe('Punctuation behind a new citation', () => {
  it.each([
    ['Exports fell|', '.', 'Exports fell.[¹]'],
    ['Exports fell|', ', and', 'Exports fell,[¹] and'],
    ['Exports fell|', '; prices', 'Exports fell;[¹] prices'],
    ['Exports fell|', '…', 'Exports fell…[¹]'],
    ['He said “no|', '.” Then', 'He said “no.”[¹] Then'],
    ['He said "no|', '." Then', 'He said "no."[¹] Then'],
    ['Exports fell (by 12%)|', '.', 'Exports fell (by 12%).[¹]'],
  ])('at %s, then %s', (place, typed, becomes) => {
    open(place.replace('|', ''))
    citeAt(place)
    key(typed)
    expect(shape()).toBe(becomes)
  })

  it.each([
    ['words that are closed', 'Exports fell.|', '.', 'Exports fell.[¹].'],
    ['a closed quotation', 'He said “no.”|', '.', 'He said “no.”[¹].'],
    ['a letter', 'Exports fell|', 's', 'Exports fell[¹]s'],
    ['a space, and then a full stop', 'Exports fell|', ' .', 'Exports fell[¹] .'],
    ['an opening bracket', 'Exports fell|', '(', 'Exports fell[¹]('],
  ])('stays where it was typed behind %s', (_, place, typed, becomes) => {
    open(place.replace('|', ''))
    citeAt(place)
    key(typed)
    expect(shape()).toBe(becomes)
  })

  it('goes before a citation that a passage in the sentence brought', () => {
    open('They say that')
    page.at('that|')
    quoteInline(page.desk, 'e1')
    page.erase(page.find('2020.') + 4, page.find('2020.') + 5)
    key('.')
    expect(shape()).toMatch(/in 2020”\.\[¹\]$/)
  })

  it('moves no citation: each keeps its id and its record', () => {
    open('Exports fell')
    citeAt('fell|')
    const { placed } = page.order
    key('.')
    expect([page.order.placed, page.removed]).toEqual([placed, []])
  })

  it('goes before a citation that another source was added to', () => {
    open('Exports fell[a1]')
    page.select(page.state.doc.content.size - 1, page.state.doc.content.size - 1)
    cite(page.desk, [{ source: 's2' }])
    key('.')
    expect(page.text).toBe('Exports fell.[a1]')
  })

  it('stays behind an older citation, and once the caret was elsewhere', () => {
    open('Exports fell[a1]')
    page.select(page.state.doc.content.size - 1, page.state.doc.content.size - 1)
    key('.')
    expect(page.text).toBe('Exports fell[a1].')
    open('Exports fell')
    citeAt('fell|')
    const behind = page.state.selection.from
    page.at('Ex|ports').select(behind, behind)
    key('.')
    expect(shape()).toBe('Exports fell[¹].')
  })

  it('is taken back by one undo, with the citation kept', () => {
    open('Exports fell')
    citeAt('fell|')
    key('.')
    page.back()
    expect(shape()).toBe('Exports fell[¹]')
    page.again()
    expect(shape()).toBe('Exports fell.[¹]')
  })

  it('is what Backspace takes first; then the number is next', () => {
    open('He said “no')
    citeAt('no|')
    key('.”')
    expect([backspace(), shape()]).toEqual([true, 'He said “no.[¹]'])
    expect([backspace(), shape()]).toEqual([true, 'He said “no[¹]'])
    expect(backspace()).toBe(false)
    key('!')
    expect(shape()).toBe('He said “no![¹]')
  })

  it('leaves what an input method composes where it is', () => {
    open('Exports fell')
    citeAt('fell|')
    key('.', true)
    expect(shape()).toBe('Exports fell[¹].')
  })

  it('leaves what a colleague types where they typed it', () => {
    const ana = open('Exports fell')
    citeAt('fell|')
    const ben = new Page('ben', 12, briefWith('Exports fell'), () => [plugin])
    pages.push(ben)
    ben.receive(ana)
    const behind = ana.state.selection.from
    ben.select(behind, behind).type('.')
    ana.receive(ben)
    expect(shape()).toBe('Exports fell[¹].')
    ben.receive(ana)
    expect(ben.text).toBe(ana.text)
  })
})
