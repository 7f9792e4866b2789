/**
 * Carries passages from the text they were taken from over to a later one. What the later text alone cannot tell,
 * the two together do: which of several equal places is the passage's own, and what stands in its place now.
 */
import { type Alignment, alignWords, MOVED } from './align.ts'
import { type Page, pageOf, type Place, wordsAt } from './page.ts'
import { type Descent, type Resolved, resolveIn } from './resolve.ts'
import { plentyOfEffort } from './search.ts'
import type { Selectors } from './selectors.ts'

/** Of its characters, so many must have stayed, or it is another passage. */
const KEPT = 0.4
/** A passage of so many characters may be replaced as a whole and still be the same place: "83.3 billion", a name. */
const SHORT = 40

/**
 * How each passage stands in `after`, in their order. `before`: the text that they were taken from; null where it is
 * not at hand. Promises: the same answer on every machine; for 1,000 passages and texts of 500,000 characters a
 * second or two, whatever the texts are.
 */
export const carry = (before: string | null, after: string, passages: readonly Selectors[]): Resolved[] => {
  const page = pageOf(after)
  const old = before === null ? null : pageOf(before)
  const effort = plentyOfEffort()
  let aligned: Alignment | null = null
  const alignment = () => (aligned ??= alignWords(old!.words().keys, page.words().keys))
  return passages.map((selectors) =>
    resolveIn(page, selectors, { descent: old && descentOf(old, page, selectors, alignment), effort }),
  )
}

const descentOf = (
  old: Page,
  page: Page,
  [position, { exact }]: Selectors,
  alignment: () => Alignment,
): Descent | null => {
  const { start } = position
  // A passage that does not stand where it says tells nothing of its descent.
  if (!exact || !old.text.startsWith(exact, start)) return null
  const mine = wordsAt(old.words(), { start, end: start + exact.length })
  if (mine.from === mine.to) return null

  const standing = (place: Place): 'own' | 'free' | 'other' => {
    const { back } = alignment()
    const { from, to } = wordsAt(page.words(), place)
    let own = 0
    let other = 0
    for (let j = from; j < to; j++) {
      const i = back[j]!
      if (i >= mine.from && i < mine.to) own++
      else if (i >= 0) other++
    }
    return own > other ? 'own' : other > 0 ? 'other' : 'free'
  }
  const isThere = () => replaced(mine, alignment()) || whereTo(mine, alignment(), old.words().at) !== null
  return {
    sift(places) {
      if (places.length === 0) return places
      const known = places.map((place) => ({ place, is: standing(place) }))
      const own = known.filter(({ is }) => is === 'own')
      if (own.length > 0) return own.map(({ place }) => place)
      // It stands in its place, altered: words like it elsewhere are another passage, also where they stood nowhere
      // else before (another name was put into a sentence like it).
      if (isThere()) return []
      const free = known.filter(({ is }) => is === 'free').map(({ place }) => place)
      if (free.length > 0 || places.length > 1) return free
      // Too short to be followed to where it moved; words that stand once in both texts are their own.
      return mine.to - mine.from < MOVED && standsOnce(old.text, exact) ? places : []
    },
    isAnother: (place) => standing(place) === 'other',
    now() {
      const range = whereTo(mine, alignment(), old.words().at)
      return range && spanOf(page.words().at, range)
    },
    near() {
      const { there } = alignment()
      for (let step = 0; step < 200; step++) {
        const j = there[mine.from - 1 - step] ?? there[mine.to + step] ?? -1
        if (j >= 0) return page.words().at[j]!.start
      }
      return start
    },
  }
}

const standsOnce = (text: string, words: string) => text.indexOf(words) === text.lastIndexOf(words)

type Range = { from: number; to: number }

const spanOf = (at: readonly Place[], { from, to }: Range): Place => ({
  start: at[from]!.start,
  end: at[to - 1]!.end,
})

/** What stands between the words that went before and behind it; null where those do not stand side by side. */
const between = ({ from, to }: Range, { there, back }: Alignment): Range | null => {
  const left = from === 0 ? -1 : there[from - 1]!
  const right = to === there.length ? back.length : there[to]!
  if ((from > 0 && left < 0) || right < 0 || right <= left) return null
  return { from: left + 1, to: right }
}

const replaced = (mine: Range, alignment: Alignment): boolean => {
  const now = between(mine, alignment)
  return now !== null && now.to > now.from && alike(mine, now)
}

/** Whether one may have been put in the place of the other. */
const alike = (mine: Range, now: Range) => now.to - now.from <= 2 * (mine.to - mine.from) + 4

/** The words of the later text that the passage became. */
const whereTo = (mine: Range, alignment: Alignment, at: readonly Place[]): Range | null => {
  const length = (i: number) => at[i]!.end - at[i]!.start
  let total = 0
  for (let i = mine.from; i < mine.to; i++) total += length(i)
  const run = heaviestRun(mine, alignment, length)
  if (run && run.weight >= KEPT * total) return widened(mine, run, alignment)
  const now = between(mine, alignment)
  if (!now || now.to === now.from || !alike(mine, now)) return null
  return total <= SHORT || (run && run.weight >= KEPT * 0.5 * total) ? now : null
}

type Run = { weight: number; first: number; last: number; from: number; to: number }

/** The part of the passage whose words stand together most: a word that strayed elsewhere is no part of it. */
const heaviestRun = (mine: Range, { there }: Alignment, length: (i: number) => number): Run | null => {
  let best: Run | null = null
  let run: Run | null = null
  for (let i = mine.from; i < mine.to; i++) {
    const j = there[i]!
    if (j < 0) continue
    const weight = length(i)
    const next: Run =
      run && j >= run.to && j - run.to <= 2 * (i - run.last) + 12
        ? { weight: run.weight + weight, first: run.first, last: i, from: run.from, to: j + 1 }
        : { weight, first: i, last: i, from: j, to: j + 1 }
    if (!best || next.weight > best.weight) best = next
    run = next
  }
  return best
}

/** With the new words at its edges: what replaced its first and last ones. */
const widened = (mine: Range, run: Run, { there, back }: Alignment): Range => {
  let { from, to } = run
  const lead = run.first - mine.from
  const tail = mine.to - 1 - run.last
  const left = mine.from > 0 ? there[mine.from - 1]! : -1
  const right = mine.to < there.length ? there[mine.to]! : back.length
  if (lead > 0)
    if (left >= 0 && left < from && from - left - 1 <= 2 * lead + 4) from = left + 1
    else for (let n = 0; n < lead && from > 0 && back[from - 1] === -1; n++) from--
  if (tail > 0)
    if (right >= to && right - to <= 2 * tail + 4) to = right
    else for (let n = 0; n < tail && to < back.length && back[to] === -1; n++) to++
  return { from, to }
}
