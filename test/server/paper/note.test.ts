/** What a page's foot says of a citation besides the work: nothing that a reader would take for more than it is. */
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { addCitation } from '../../../shared/brief/citation.ts'
import { addExcerpt } from '../../../shared/brief/excerpt.ts'
import { readBrief } from '../../../shared/brief/read.ts'
import { addSource } from '../../../shared/brief/source.ts'
import { freeze, thaw } from '../../../shared/export/frozen.ts'
import { toHtml } from '../../../shared/export/html.ts'
import { portable } from '../../../shared/markdown/portable.ts'
import { writeBody } from '../../../shared/brief/body.ts'
import { noteOf, textOf } from '../../../server/paper/note.ts'

const ana = { id: 'ana', name: 'Ana' }

/** A sentence on a cell of a table, and on what somebody heard that says the opposite. */
const brief = () => {
  const doc = new Y.Doc()
  const table = addSource(doc, { item: { type: 'report', title: 'Yearbook' } })
  const talk = addSource(doc, { item: { type: 'interview', title: 'Talk' } })
  const value = addExcerpt(doc, {
    source: table,
    kind: 'anchored',
    capture: 'ab'.repeat(32),
    selector: [
      { type: 'TextPositionSelector', start: 5, end: 9 },
      { type: 'TextQuoteSelector', exact: '12.5', prefix: '', suffix: '' },
    ],
    cell: { row: ['2023'], column: ['Value'], unit: 'USD bn', caption: 'Exports' },
  })
  const heard = addExcerpt(doc, {
    source: talk,
    kind: 'attested',
    attested: { by: ana, at: '2024-05-03T10:00:00Z', words: 'They fell.' },
  })
  const citation = addCitation(doc, {
    cites: [
      { source: table, excerpt: value },
      { source: talk, excerpt: heard, bearing: 'contradicts' },
    ],
  })
  const content = [
    { type: 'text', text: 'Exports rose.' },
    { type: 'citation', attrs: { id: citation } },
  ]
  writeBody(doc, { type: 'doc', content: [{ type: 'paragraph', content }] })
  return readBrief(doc)
}
const noteIn = (evidence: 'all' | 'none') => {
  const file = portable(brief(), 'inside')
  return noteOf([...file.citations.keys()][0]!, file, { evidence })
}

it('says what a number in a table means, and that nobody can check what was only heard', () => {
  const { words } = noteIn('all')
  expect(words).toContain('“12.5” In the table “Exports”: 2023 · Value · USD bn.')
  expect(words).toContain('“They fell.” Ana’s transcript, not machine-checked.')
})

it('says which source contradicts the sentence, with the passages and without them, outside the manager’s field', () => {
  for (const evidence of ['all', 'none'] as const) {
    const { cluster, words } = noteIn(evidence)
    expect(words).toContain('Contradicts the sentence (Talk).')
    expect(textOf(cluster)).not.toContain('Contradicts')
  }
})

it('says the same on a web page, and what the number means also to readers of a publication', () => {
  const inside = toHtml(brief(), { audience: 'inside' })
  expect(inside).toContain('Contradicts the sentence')
  expect(inside).toContain('In the table “Exports”: 2023 · Value · USD bn')
  const published = thaw(freeze(brief(), { citations: {}, excerpts: {} })).brief
  expect(toHtml(published)).toContain('In the table “Exports”: 2023 · Value · USD bn')
})
