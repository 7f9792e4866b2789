import { EditorState, type Transaction } from '@tiptap/pm/state'
import { replaceAll, search } from 'prosemirror-search'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import {
  type Finding,
  fault,
  lookFor,
  matchesIn,
  NOTHING_TYPED,
} from '../../../../client/features/editor/find/find-query.ts'
import { countInFootnotes, replaceInFootnotes } from '../../../../client/features/editor/find/in-footnotes.ts'
import { readFootnote, writeFootnote } from '../../../../shared/brief/footnotes.ts'
import { roots } from '../../../../shared/brief/document.ts'
import { schema } from '../../../../shared/editor/schema.ts'

const page = (...paragraphs: string[]) => {
  let state = EditorState.create({
    doc: schema.node(
      'doc',
      null,
      paragraphs.map((words) => schema.node('paragraph', null, schema.text(words))),
    ),
    plugins: [search()],
  })
  const dispatch = (tr: Transaction) => {
    state = state.apply(tr)
  }
  return {
    find(finding: Partial<Finding>) {
      dispatch(lookFor(state.tr, { ...NOTHING_TYPED, ...finding }))
      return matchesIn(state).map(({ from, to }) => state.doc.textBetween(from, to))
    },
    replaceAll() {
      let steps: Transaction | null = null
      replaceAll(state, (tr) => {
        steps = tr
        dispatch(tr)
      })
      return {
        text: state.doc.textBetween(0, state.doc.content.size, '\n'),
        tr: steps as unknown as Transaction,
      }
    },
  }
}

describe('Finding on the page', () => {
  it('takes any case, a case, whole words or a pattern, in any script', () => {
    const text = page('Port and PORT and export.', 'Порт закрыт, порты открыты.')
    expect(text.find({ words: 'port' })).toEqual(['Port', 'PORT', 'port'])
    expect(text.find({ words: 'PORT', caseSensitive: true })).toEqual(['PORT'])
    expect(text.find({ words: 'port', wholeWord: true })).toEqual(['Port', 'PORT'])
    expect(text.find({ words: 'порт' })).toEqual(['Порт', 'порт'])
    expect(text.find({ words: 'p\\w+t', regexp: true })).toEqual(['Port', 'PORT', 'port'])
    expect(text.find({ words: '.*', regexp: true })).toHaveLength(2)
    expect(text.find({ words: 'a\\b' })).toEqual([])
  })

  it('looks only within what was selected', () => {
    const text = page('one two one', 'one')
    expect(text.find({ words: 'one', within: { from: 5, to: 13 } })).toEqual(['one'])
  })

  it('says of a pattern that it cannot be read, and finds nothing', () => {
    const finding = { ...NOTHING_TYPED, words: '(', regexp: true }
    expect(fault(finding)).toMatch(/not complete/)
    expect(fault({ ...finding, regexp: false })).toBeNull()
    expect(page('(').find(finding)).toEqual([])
  })

  it('replaces each place by itself, so that carets between them stay', () => {
    const text = page('one two one three one')
    text.find({ words: 'one', replacement: 'a' })
    const { text: now, tr } = text.replaceAll()
    expect(now).toBe('a two a three a')
    expect(tr.steps).toHaveLength(3)
    // A colleague's caret in the middle of "two".
    expect(tr.mapping.map(6)).toBe(4)
  })

  it('puts what a pattern took into its replacement', () => {
    const text = page('12 May, 3 June')
    text.find({ words: '(\\d+) (\\w+)', regexp: true, replacement: '$2 $1' })
    expect(text.replaceAll().text).toBe('May 12, June 3')
  })
})

describe('Finding in footnotes', () => {
  const doc = new Y.Doc()
  writeFootnote(doc, 'f1', [
    {
      type: 'paragraph',
      content: [
        { type: 'text', text: 'The port, ' },
        { type: 'text', text: 'port', marks: [{ type: 'bold' }] },
        { type: 'citation', attrs: { id: 'c1' } },
        { type: 'text', text: ' and export' },
      ],
    },
  ])
  writeFootnote(doc, 'gone', [{ type: 'paragraph', content: [{ type: 'text', text: 'port' }] }])
  const finding = { ...NOTHING_TYPED, words: 'port', wholeWord: true, replacement: 'harbour' }

  it('counts those that stand on the page', () => {
    expect(countInFootnotes(doc, ['f1'], finding)).toBe(2)
    expect(countInFootnotes(doc, ['f1'], { ...finding, words: '(', regexp: true })).toBe(0)
  })

  it('replaces the words, and keeps marks and citations', () => {
    expect(replaceInFootnotes(doc, ['f1'], finding, null)).toBe(2)
    expect(readFootnote('f1', roots(doc).footnotes.get('f1'))).toEqual([
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: 'The harbour, ' },
          { type: 'text', text: 'harbour', marks: [{ type: 'bold' }] },
          { type: 'citation', attrs: { id: 'c1' } },
          { type: 'text', text: ' and export' },
        ],
      },
    ])
  })
})
