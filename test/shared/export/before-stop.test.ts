/** Citations that a style writes into the line stand before the full stop. */
import { expect, it } from 'vitest'
import type { BodyNode } from '../../../shared/brief/body.ts'
import { beforeStop } from '../../../shared/export/before-stop.ts'
import { cited, doc, paragraph, text } from '../../support/small-brief.ts'

const read = (...content: BodyNode[]): string =>
  beforeStop(doc(paragraph(...content)))
    .content![0]!.content!.map((node) => node.text ?? '[c]')
    .join('')

it('puts them before the stop of the sentence that they cite', () => {
  expect(read(text('It rose.'), cited('a'), text(' Next.'))).toBe('It rose[c]. Next.')
  expect(read(text('It rose.'), cited('a'), cited('b'))).toBe('It rose[c][c].')
  expect(read(text('增加了。'), cited('a'))).toBe('增加了[c]。')
  expect(read(text('It rose (by 3).'), cited('a'))).toBe('It rose (by 3)[c].')
})

it('leaves other ends alone', () => {
  for (const words of ['It rose', 'Did it?', 'It rose…', 'It rose...', 'He said “it rose.”'])
    expect(read(text(words), cited('a'))).toBe(`${words}[c]`)
})
