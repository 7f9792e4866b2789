/**
 * Two sources that are one work become one: the excerpts, citations and captures of the one go to the other, which also
 * gains the details that it lacked. What moved is written down, so that it can be taken back later. An edit like any other.
 */
import * as Y from 'yjs'
import { type Person, roots } from './document.ts'
import { addCapture, type Merge, readSource } from './source.ts'

type Deed = { by: Person; at: string }

const cites = function* (doc: Y.Doc): Generator<{ citation: string; cite: Y.Map<unknown> }> {
  for (const [citation, record] of roots(doc).citations) {
    const list = record.get('cites')
    if (!(list instanceof Y.Array)) continue
    for (const cite of list) if (cite instanceof Y.Map) yield { citation, cite }
  }
}

/** Nothing happens when one of them is not there, was taken out, or both are the same. */
export const mergeSources = (
  doc: Y.Doc,
  { from, into }: { from: string; into: string },
  { by, at }: Deed,
): void => {
  const { sources, excerpts } = roots(doc)
  const [given, kept] = [from, into].map((id) => readSource(id, sources.get(id)))
  if (from === into || !given || !kept || given.removed || kept.removed) return
  const moved: Merge['moved'] = { excerpts: [], cites: [], captures: [], fields: [] }
  doc.transact(() => {
    for (const [id, excerpt] of excerpts)
      if (excerpt.get('source') === from) {
        excerpt.set('source', into)
        moved.excerpts.push(id)
      }
    for (const { citation, cite } of cites(doc))
      for (const as of ['source', 'citedIn'] as const)
        if (cite.get(as) === from) {
          cite.set(as, into)
          moved.cites.push({ citation, cite: String(cite.get('id')), as })
        }
    for (const capture of given.captures) {
      if (kept.captures.some(({ hash }) => hash === capture.hash)) continue
      addCapture(doc, into, capture)
      moved.captures.push(capture.hash)
    }
    const item = sources.get(into)?.get('item')
    if (item instanceof Y.Map)
      for (const [field, value] of Object.entries(given.item))
        if (!item.has(field)) {
          item.set(field, value)
          moved.fields.push(field)
        }
    const map = sources.get(from)!
    map.set('merged', { into, by, at, moved })
    map.set('removed', { by, at })
  })
}

/** Takes a merge back: what moved, and stands where it went, is the source's own again. What came later stays where it is. */
export const unmergeSource = (doc: Y.Doc, id: string): void => {
  const { sources, excerpts } = roots(doc)
  const given = readSource(id, sources.get(id))
  if (!given?.merged) return
  const { into, moved } = given.merged
  const other = sources.get(into)
  doc.transact(() => {
    const back = new Set(moved.excerpts)
    for (const [excerptId, excerpt] of excerpts)
      if (back.has(excerptId) && excerpt.get('source') === into) excerpt.set('source', id)
    const named = new Set(moved.cites.map(({ citation, cite, as }) => `${citation} ${cite} ${as}`))
    for (const { citation, cite } of cites(doc))
      for (const as of ['source', 'citedIn'] as const)
        if (named.has(`${citation} ${String(cite.get('id'))} ${as}`) && cite.get(as) === into)
          cite.set(as, id)
    takeBackCaptures(doc, into, moved.captures)
    const item = other?.get('item')
    if (item instanceof Y.Map)
      for (const field of moved.fields)
        if (JSON.stringify(item.get(field)) === JSON.stringify(given.item[field])) item.delete(field)
    const map = sources.get(id)!
    map.set('merged', null)
    map.set('removed', null)
  })
}

/** Save those that passages taken since rest on. */
const takeBackCaptures = (doc: Y.Doc, into: string, hashes: readonly string[]): void => {
  const { sources, excerpts } = roots(doc)
  const captures = sources.get(into)?.get('captures')
  if (!(captures instanceof Y.Array)) return
  const rests = new Set<unknown>()
  for (const excerpt of excerpts.values())
    if (excerpt.get('source') === into)
      rests
        .add(excerpt.get('capture'))
        .add((excerpt.get('attested') as { capture?: string } | undefined)?.capture)
  for (let at = captures.length - 1; at >= 0; at--) {
    const hash = (captures.get(at) as { hash?: string }).hash
    if (hash && hashes.includes(hash) && !rests.has(hash)) captures.delete(at)
  }
}
