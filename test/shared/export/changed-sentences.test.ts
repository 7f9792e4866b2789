import { describe, expect, it } from 'vitest'
import { changedSentences } from '../../../shared/export/changed-sentences.ts'
import { cited, doc, node, paragraph, text } from '../../support/small-brief.ts'

const brief = (...paragraphs: string[]) => doc(...paragraphs.map((words) => paragraph(text(words))))

describe('What changed between two versions', () => {
  it('is nothing where only citations, marks and the breaks of paragraphs moved', () => {
    const before = doc(paragraph(text('Exports fell. Imports rose.')))
    const after = doc(
      paragraph(text('Exports ', { type: 'bold' }), text('fell.'), cited('c1')),
      paragraph(text('Imports rose.')),
    )
    expect(changedSentences(before, after)).toEqual([])
  })

  it('is a sentence added, removed, or changed word by word', () => {
    const found = changedSentences(
      brief('Exports fell by a third in 2024. The port closed.', 'Nobody was asked.'),
      brief('Exports fell by a half in 2024. The port closed.', 'A new law is due in May.'),
    )
    expect(found).toEqual([
      {
        is: 'changed',
        parts: [
          { kind: 'same', text: 'Exports fell by a ' },
          { kind: 'removed', text: 'third' },
          { kind: 'added', text: 'half' },
          { kind: 'same', text: ' in 2024.' },
        ],
      },
      { is: 'added', words: 'A new law is due in May.' },
      { is: 'removed', words: 'Nobody was asked.' },
    ])
  })

  it('finds a new sentence between old ones, in lists, tables and captions too', () => {
    const list = (...items: string[]) =>
      doc(
        node(
          'bulletList',
          items.map((item) => node('listItem', [paragraph(text(item))])),
        ),
      )
    expect(
      changedSentences(
        list('One is here.', 'Three is here.'),
        list('One is here.', 'Two came.', 'Three is here.'),
      ),
    ).toEqual([{ is: 'added', words: 'Two came.' }])
  })
})
