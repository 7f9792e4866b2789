import * as Y from 'yjs'
import { describe, expect, it } from 'vitest'
import { tagsOf, usedTags } from '../../../../client/features/sources/tags.ts'
import { translationLine } from '../../../../client/features/sources/translation-kinds.ts'
import { translationsOf } from '../../../../client/features/sources/translations-field.tsx'
import { unusedOf } from '../../../../client/features/sources/unused-excerpts.tsx'
import { findInTexts } from '../../../../client/features/sources/find-in-texts.ts'
import { addCitation, markRemoved, readCitations } from '../../../../shared/brief/citation.ts'
import { addExcerpt, readExcerpts, removeExcerpt } from '../../../../shared/brief/excerpt.ts'
import { addSource, readSources } from '../../../../shared/brief/source.ts'

const ana = { id: 'ana', name: 'Ana' }
const words = (text: string) => ({
  kind: 'attested' as const,
  source: 's',
  attested: { words: text, by: ana, at: '2026-01-01T00:00:00Z' },
})

describe('Of an excerpt', () => {
  it('tags are typed with commas, each once', () => {
    expect(tagsOf(' budget, #AI ,, budget;two  words ')).toEqual(['budget', 'AI', 'two words'])
    expect(usedTags([{ tags: ['b', 'a'] }, { tags: ['a'] }])).toEqual(['a', 'b'])
  })

  it('translations say whose they are, and empty ones are none', () => {
    const one = { lang: 'de', text: ' Ein Rad ', by: 'Ana', kind: 'own' as const, at: '2026-01-01T00:00:00Z' }
    expect(translationsOf([one, { ...one, text: ' ' }])).toEqual([{ ...one, text: 'Ein Rad' }])
    expect(translationsOf([{ ...one, lang: 'German!' }])[0]!.lang).toBe('und')
    expect(translationLine(one)).toBe('Our own translation, Ana, de')
    expect(translationLine({ ...one, kind: 'machine' })).toBe('Translated by a machine, Ana, de')
  })

  it('the tray holds what nothing rests on, and what is deleted from it can be put back as it was', () => {
    const doc = new Y.Doc()
    const used = addExcerpt(doc, words('used'))
    const spare = addExcerpt(doc, { ...words('spare'), note: 'later', tags: ['x'] })
    const citation = addCitation(doc, { cites: [{ source: 's', excerpt: used }] })
    const tray = () => unusedOf(readExcerpts(doc), readCitations(doc)).map((each) => each.id)
    expect(tray()).toEqual([spare])
    const taken = removeExcerpt(doc, spare)
    expect(tray()).toEqual([])
    addExcerpt(doc, taken!)
    expect(readExcerpts(doc).get(spare)).toEqual(taken)
    markRemoved(doc, citation, ana, '2026-01-01T00:00:00Z')
    expect(tray().toSorted()).toEqual([used, spare].toSorted())
    expect(removeExcerpt(doc, 'none')).toBeNull()
  })
})

describe('Searching all texts of a brief', () => {
  it('names each source with its places, and passes over a copy that cannot be had', async () => {
    const doc = new Y.Doc()
    const capture = (hash: string) => ({
      hash: hash.repeat(64),
      mediaType: 'text/plain',
      filename: null,
      takenAt: '2026-01-01T00:00:00Z',
      extractor: 'plain-text 1',
      length: 1,
    })
    addSource(doc, { id: 'a', item: { type: 'report', title: 'A' }, captures: [capture('a')] })
    addSource(doc, { id: 'b', item: { type: 'report', title: 'B' }, captures: [capture('b')] })
    addSource(doc, { id: 'c', item: { type: 'report', title: 'C' } })
    const texts: Record<string, string> = { ['a'.repeat(64)]: 'The Ministry said. A ministry did not.' }
    const found = await findInTexts([...readSources(doc).values()], 'MINISTRY', async (hash) => {
      const text = texts[hash]
      if (text === undefined) throw new Error('not here')
      return { text, info: { ...capture('a'), encoding: 'utf-8', bytes: 1, blocks: [] } }
    })
    expect(found).toMatchObject([
      {
        source: { id: 'a' },
        places: 2,
        first: { before: 'The ', words: 'Ministry', after: ' said. A ministry did not.' },
      },
    ])
  })
})
