/**
 * Which saved copies of a brief lie on this device: all, but those of marked sources only where this person allowed it
 * here.
 */
import type { Source } from '../../shared/brief/source.ts'

const allowedName = (person: string, brief: string) => `vouch ${person} marked ${brief}`

export const mayKeepMarked = (person: string, brief: string): boolean => {
  try {
    return localStorage.getItem(allowedName(person, brief)) === 'yes'
  } catch {
    return false
  }
}

export const allowMarked = (person: string, brief: string, allowed: boolean): void => {
  try {
    if (allowed) localStorage.setItem(allowedName(person, brief), 'yes')
    else localStorage.removeItem(allowedName(person, brief))
  } catch {
    // A device that remembers nothing keeps no copies either.
  }
}

export type KeptSources = {
  /** Hashes that are to lie here. */
  keep: string[]
  /** Hashes that must not. */
  letGo: string[]
  /** Sources with a text. */
  withText: Source[]
  marked: number
}

export const keptSources = (sources: Iterable<Source>, marked: boolean): KeptSources => {
  const withText = [...sources].filter((each) => !each.removed && each.captures.length > 0)
  const isKept = (each: Source) => marked || !each.handling
  const hashes = (all: Source[]) => [...new Set(all.flatMap((each) => each.captures.map((c) => c.hash)))]
  const keep = hashes(withText.filter(isKept))
  return {
    keep,
    // Bytes that an unmarked source has too are no secret.
    letGo: hashes(withText.filter((each) => !isKept(each))).filter((hash) => !keep.includes(hash)),
    withText,
    marked: withText.filter((each) => each.handling).length,
  }
}

/** How many of them can be read without the server. */
export const availableOf = (withText: readonly Source[], held: ReadonlySet<string>): number =>
  withText.filter((each) => each.captures.every(({ hash }) => held.has(hash))).length
