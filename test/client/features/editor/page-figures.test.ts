import { expect, it } from 'vitest'
import { countWords, figuresOf } from '../../../../client/features/editor/page-figures.ts'
import { schema } from '../../../../shared/editor/schema.ts'

it.each([
  ['Exports fell by 12.5 per cent.', 6],
  ['It’s well-known – isn’t it?', 4],
  ['Экспорт упал на 12 %', 4],
  ['国家专班', 4],
  ['… — ?', 0],
  ['', 0],
])('counts the words of %j: %i', (text, words) => expect(countWords(text)).toBe(words))

it('counts no notes and no sources, and knows the headings', () => {
  const doc = schema.node('doc', null, [
    schema.node('heading', { level: 2 }, schema.text('Key judgments')),
    schema.node('paragraph', null, [
      schema.text('Exports fell.'),
      schema.node('citation', { id: 'c1' }),
      schema.node('footnote', { id: 'f1' }),
      schema.text(' Again.'),
    ]),
    schema.node('references'),
  ])
  expect(figuresOf(doc)).toEqual({ words: 5, headings: [{ pos: 0, level: 2, words: 'Key judgments' }] })
})
