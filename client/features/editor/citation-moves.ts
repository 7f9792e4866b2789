/** Which citations a change brought, took and doubled: the rules of the citation keeper, without an editor. */
import type { Node } from '@tiptap/pm/model'
import { changedRange } from './changed-range.ts'
import { citationPlaces, type Place, touchesCitation } from './citation-places.ts'

/** Ids; a citation that only moved is in neither list. */
export type Moves = { came: string[]; went: string[] }

const still: Moves = { came: [], went: [] }

const idsOf = (doc: Node) => new Set(citationPlaces(doc).map((place) => place.id))

export const movesBetween = (before: Node, after: Node): Moves => {
  if (!touchesCitation(before, after)) return still
  const [old, now] = [idsOf(before), idsOf(after)]
  const came = [...now].filter((id) => !old.has(id))
  const went = [...old].filter((id) => !now.has(id))
  return came.length || went.length ? { came, went } : still
}

/**
 * The places of `after` that must get an id of their own, since the change put a second copy of a citation in.
 * The copy is the one that stands where the change was made; of two such, the later one.
 */
export const copiesMade = (before: Node, after: Node): Place[] => {
  const places = citationPlaces(after)
  if (places.length <= citationPlaces(before).length) return []
  const range = changedRange(before, after)
  if (!range) return []
  const count = countById(places)
  const countBefore = countById(citationPlaces(before))
  const copies: Place[] = []
  const inChange = (place: Place) => place.pos >= range.from && place.pos < range.newTo
  // From the end, so that of copies made at once the first keeps the id.
  for (const place of places.toReversed()) {
    const now = count.get(place.id) ?? 0
    if (now <= Math.max(1, countBefore.get(place.id) ?? 0) || !inChange(place)) continue
    copies.push(place)
    count.set(place.id, now - 1)
  }
  return copies.reverse()
}

/** Places whose id stands earlier in the document already. */
export const doubledPlaces = (doc: Node): Place[] => {
  const seen = new Set<string>()
  return citationPlaces(doc).filter((place) => {
    if (place.id && !seen.has(place.id)) {
      seen.add(place.id)
      return false
    }
    return place.id !== ''
  })
}

const countById = (places: readonly Place[]) => {
  const count = new Map<string, number>()
  for (const { id } of places) count.set(id, (count.get(id) ?? 0) + 1)
  return count
}
