import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { draftOf, holdDraft, NO_DRAFT } from '../../../../client/features/sources/passage-drafts.ts'
import { whoDraft } from '../../../../client/features/sources/who-says.tsx'

const who = (name: string) => ({ who: { ...whoDraft(null, []), name }, note: null })
const copy = 'a'.repeat(64)

describe('What was typed of a passage and not kept', () => {
  it('is there again for that passage, and for one that shares words with it', () => {
    const doc = new Y.Doc()
    holdDraft(doc, copy, { start: 10, end: 20 }, who('The minister'))
    expect(draftOf(doc, copy, { start: 10, end: 20 }).who?.name).toBe('The minister')
    expect(draftOf(doc, copy, { start: 15, end: 40 }).who?.name).toBe('The minister')
  })

  it('is of no other passage, saved copy or brief', () => {
    const doc = new Y.Doc()
    holdDraft(doc, copy, { start: 10, end: 20 }, who('The minister'))
    expect(draftOf(doc, copy, { start: 20, end: 30 })).toEqual(NO_DRAFT)
    expect(draftOf(doc, 'b'.repeat(64), { start: 10, end: 20 })).toEqual(NO_DRAFT)
    expect(draftOf(new Y.Doc(), copy, { start: 10, end: 20 })).toEqual(NO_DRAFT)
  })

  it('goes along when the passage grows by a word, and is one draft then', () => {
    const doc = new Y.Doc()
    holdDraft(doc, copy, { start: 10, end: 20 }, who('The minister'))
    holdDraft(doc, copy, { start: 10, end: 27 }, who('The minister of trade'))
    expect(draftOf(doc, copy, { start: 10, end: 20 }).who?.name).toBe('The minister of trade')
  })

  it('is gone when it was kept or emptied', () => {
    const doc = new Y.Doc()
    holdDraft(doc, copy, { start: 10, end: 20 }, who('The minister'))
    holdDraft(doc, copy, { start: 10, end: 20 }, NO_DRAFT)
    expect(draftOf(doc, copy, { start: 10, end: 20 })).toEqual(NO_DRAFT)
    holdDraft(doc, copy, { start: 10, end: 20 }, { who: null, note: 'Ask again' })
    holdDraft(doc, copy, { start: 10, end: 20 }, { who: null, note: '  ' })
    expect(draftOf(doc, copy, { start: 10, end: 20 })).toEqual(NO_DRAFT)
  })
})
