/**
 * What a person does with an excerpt whose source has changed: stays with the older words, takes the new ones, or
 * lets the passage go. Edits like any other: colleagues see them, and they can be undone.
 */
import * as Y from 'yjs'
import type { Selectors } from '../anchor/selectors.ts'
import { type Person, roots } from './document.ts'
import { readExcerpt } from './excerpt.ts'

type Deed = { by: Person; at: string }

/** Stays with the capture that the excerpt was taken from, though `newest` says something else. */
export const keepOlder = (doc: Y.Doc, excerptId: string, newest: string, { by, at }: Deed): void => {
  roots(doc).excerpts.get(excerptId)?.set('kept', { capture: newest, by, at })
}

export type NewPlace = {
  capture: string
  selector: Selectors
  /** The place in the newer capture as people name it; undefined: as before. */
  locator?: { label: string; locator: string } | null | undefined
}

/** Ties the excerpt to the newer capture. The older words stay in the record. */
export const acceptNewer = (doc: Y.Doc, excerptId: string, place: NewPlace, { by, at }: Deed): void => {
  const map = roots(doc).excerpts.get(excerptId)
  const before = readExcerpt(excerptId, map)
  if (!map || before?.kind !== 'anchored') return
  const { capture, selector, locator } = place
  doc.transact(() => {
    map.set('earlier', [
      ...before.earlier,
      { capture: before.capture, exact: before.selector[1].exact, by, at },
    ])
    map.set('capture', capture)
    map.set('selector', selector)
    if (locator !== undefined) map.set('locator', locator)
    map.set('kept', null)
  })
}

/** Lets the passage go: what cites it cites its source alone. */
export const detachExcerpt = (doc: Y.Doc, excerptId: string, { by, at }: Deed): void => {
  const map = roots(doc).excerpts.get(excerptId)
  if (!map) return
  doc.transact(() => {
    map.set('detached', { by, at })
    for (const citation of roots(doc).citations.values()) {
      const cites = citation.get('cites')
      if (!(cites instanceof Y.Array)) continue
      for (const cite of cites)
        if (cite instanceof Y.Map && cite.get('excerpt') === excerptId) cite.set('excerpt', null)
    }
  })
}
