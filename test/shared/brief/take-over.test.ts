import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { describe as passage } from '../../../shared/anchor/describe.ts'
import { addCitation, readCitations } from '../../../shared/brief/citation.ts'
import { roots } from '../../../shared/brief/document.ts'
import { addExcerpt, readExcerpts } from '../../../shared/brief/excerpt.ts'
import { addCapture, addSource, readSources } from '../../../shared/brief/source.ts'
import { acceptNewer, detachExcerpt, keepOlder } from '../../../shared/brief/take-over.ts'
import { citationsByExcerpt, followedExcerpts } from '../../../shared/check/changes.ts'

const capture = (letter: string, takenAt: string) => ({
  hash: letter.repeat(64),
  mediaType: 'text/plain',
  filename: null,
  takenAt,
  extractor: 'plain-1',
  length: 40,
})
const OLD = capture('a', '2025-01-01T00:00:00.000Z')
const NEW = capture('b', '2025-02-01T00:00:00.000Z')
const deed = { by: { id: 'p1', name: 'Ana' }, at: '2025-02-02T00:00:00.000Z' }
const TEXT = 'The fund held 83.3 billion in 2020.'

/** A source with an excerpt that a citation rests on, and a newer capture. */
const brief = () => {
  const doc = new Y.Doc()
  const source = addSource(doc, { item: { type: 'report', title: 'Fund' }, captures: [OLD] })
  const excerpt = addExcerpt(doc, {
    kind: 'anchored',
    source,
    capture: OLD.hash,
    selector: passage(TEXT, 4, 25),
  })
  const citation = addCitation(doc, { cites: [{ source, excerpt }] })
  addCapture(doc, source, NEW)
  const read = () => readExcerpts(doc).get(excerpt)!
  const followed = () =>
    followedExcerpts({ sources: readSources(doc), excerpts: readExcerpts(doc) }).map((f) => f.excerpt.id)
  return { doc, source, excerpt, citation, read, followed }
}

describe('An excerpt whose source has a newer capture', () => {
  it('is held against it until a person has decided', () => {
    const { doc, source, excerpt, followed } = brief()
    expect(followed()).toEqual([excerpt])
    keepOlder(doc, excerpt, NEW.hash, deed)
    expect(followed()).toEqual([])
    // What comes after is looked at again.
    addCapture(doc, source, capture('c', '2025-03-01T00:00:00.000Z'))
    expect(followed()).toEqual([excerpt])
  })

  it('takes the newer words over and keeps the older ones in its record', () => {
    const { doc, excerpt, read, followed } = brief()
    const later = TEXT.replace('83.3', '79.9')
    acceptNewer(doc, excerpt, { capture: NEW.hash, selector: passage(later, 4, 25) }, deed)
    expect(read()).toMatchObject({
      capture: NEW.hash,
      selector: [{ start: 4 }, { exact: 'fund held 79.9 billio' }],
      earlier: [{ capture: OLD.hash, exact: 'fund held 83.3 billio', ...deed }],
      kept: null,
    })
    expect(followed()).toEqual([])
  })

  it('is let go with one edit that can be undone; the sentence then rests on the source alone', () => {
    const { doc, source, excerpt, citation, read, followed } = brief()
    expect(citationsByExcerpt(readCitations(doc).values()).get(excerpt)).toEqual([citation])
    const undo = new Y.UndoManager([roots(doc).excerpts, roots(doc).citations])
    detachExcerpt(doc, excerpt, deed)
    expect(read()).toMatchObject({ detached: deed })
    expect(readCitations(doc).get(citation)!.cites).toMatchObject([{ source, excerpt: null }])
    expect(followed()).toEqual([])
    undo.undo()
    expect(followed()).toEqual([excerpt])
    expect(readCitations(doc).get(citation)!.cites).toMatchObject([{ excerpt }])
  })
})

describe('The captures of a source', () => {
  it('are named once each, and one that came back is the newest', () => {
    const { doc, source, followed } = brief()
    const hashes = () =>
      readSources(doc)
        .get(source)!
        .captures.map((c) => c.hash[0])
        .join('')
    addCapture(doc, source, NEW)
    expect(hashes()).toBe('ab')
    addCapture(doc, source, { ...OLD, takenAt: '2025-03-01T00:00:00.000Z' })
    expect(hashes()).toBe('ba')
    expect(readSources(doc).get(source)!.captures.at(-1)!.takenAt).toBe(OLD.takenAt)
    expect(followed()).toEqual([])
  })

  it('are the same on two screens that named them at once', () => {
    const { doc, source } = brief()
    const other = new Y.Doc()
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
    for (const one of [doc, other]) addCapture(one, source, capture('c', '2025-03-01T00:00:00.000Z'))
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
    expect(
      readSources(other)
        .get(source)!
        .captures.map((c) => c.hash[0]),
    ).toEqual(['a', 'b', 'c'])
  })
})
