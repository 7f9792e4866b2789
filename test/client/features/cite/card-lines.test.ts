import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { addCitation } from '../../../../shared/brief/citation.ts'
import { addSource } from '../../../../shared/brief/source.ts'
import { writeBody } from '../../../../shared/brief/body.ts'
import { cardLines } from '../../../../client/features/cite/card-lines.ts'
import { marginOf } from '../../../../client/features/cite/margin.ts'

it('a resting card tells the passage that contradicts the sentence from those that support it', () => {
  const doc = new Y.Doc()
  const source = addSource(doc, { item: { type: 'report', title: 'Yearbook' } })
  const id = addCitation(doc, {
    cites: [{ source }, { source, bearing: 'supports' }, { source, bearing: 'contradicts' }],
  })
  const content = [
    { type: 'text', text: 'Exports rose.' },
    { type: 'citation', attrs: { id } },
  ]
  writeBody(doc, { type: 'doc', content: [{ type: 'paragraph', content }] })
  const [line] = cardLines(marginOf(doc).get(), [])
  expect(line!.sources.map(({ passages, contradicts }) => ({ passages, contradicts }))).toEqual([
    { passages: 2, contradicts: false },
    { passages: 1, contradicts: true },
  ])
})
