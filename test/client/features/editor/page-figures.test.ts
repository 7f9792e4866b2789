import { describe, expect, it } from 'vitest'
import { countWords, figuresOf } from '../../../../client/features/editor/page-figures.ts'
import type { BodyNode } from '../../../../shared/brief/body.ts'
import { bodyOfTemplate, templateCalled, templateIn } from '../../../../shared/brief/templates.ts'
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

describe.each(['en', 'de'])('A brief from a template, in %s,', (lang) => {
  const template = templateCalled('policy-brief')!
  const { sections } = templateIn(lang, template)
  const withTable = sections.find(({ table }) => table)!
  const words = [{ type: 'text', text: 'Exports fell.' }]
  const figures = (write: (blocks: BodyNode[]) => void = () => undefined) => {
    const body = bodyOfTemplate(template, lang)
    write(body.content!)
    return figuresOf(schema.nodeFromJSON(body), template)
  }

  it('has headings and no words while nothing is written', () => {
    expect(figures().words).toBe(0)
    expect(figures().headings).toHaveLength(sections.length + 1)
  })

  it('counts a heading that it was given once something stands under it', () => {
    const { words: counted } = figures((blocks) => (blocks[1]!.content = words))
    expect(counted).toBe(2 + countWords(sections[0]!.title))
  })

  it('counts a heading of the writer’s own at once', () => {
    const { words: counted } = figures((blocks) => (blocks[0]!.content = words))
    expect(counted).toBe(2)
  })

  it('counts the first row of a table that it was given once another is begun', () => {
    const heads = countWords(withTable.table!.join(' '))
    const { words: counted } = figures((blocks) => {
      const [, row] = blocks.find(({ type }) => type === 'table')!.content!
      row!.content![0]!.content![0]!.content = words
    })
    expect(counted).toBe(2 + countWords(withTable.title) + heads)
  })
})
