/**
 * Which paragraph of a Word file is which block of the brief as it is now: by what the file was marked with, by equal words, and else by
 * the words that they share, in their order. A paragraph that was cut in two, or two that were joined, stay with their block.
 */
import { diff } from 'fast-myers-diff'
import { asIf, type Line, type WordLine } from './lines.ts'
import { type Token, tokensOf } from './stream.ts'

export type Pair = {
  lines: Line[]
  words: WordLine[]
  /** It stands elsewhere in the file. */ moved: boolean
}

export type Matched = {
  /** In the order of the file. */
  pairs: Pair[]
  /** Blocks that no paragraph stands for, although they went out with the file. */
  gone: Line[]
  /** Paragraphs that came in Word. */
  came: WordLine[]
}

/** Two of them are one when they share so much of their words. */
const ALIKE = 0.34
/** So much for one that stands elsewhere: there is no order to go by. */
const ALIKE_ELSEWHERE = 0.75
/** Words of a paragraph that is looked for elsewhere: short ones are alike by chance. */
const TELLING = 4
/** Steps of comparing each block of a stretch with each paragraph of it. */
const CELLS = 250_000

export const match = (
  lines: readonly Line[],
  words: readonly WordLine[],
  exported: number | null,
): Matched => {
  const pairOf = new Map<WordLine, Line>()
  const anchors = anchorsOf(lines, words)
  let [line, word] = [0, 0]
  for (const [atLine, atWord] of [...anchors, [lines.length, words.length] as const]) {
    for (const [a, b] of alike(lines.slice(line, atLine), words.slice(word, atWord))) pairOf.set(b, a)
    if (atLine < lines.length) pairOf.set(words[atWord]!, lines[atLine]!)
    ;[line, word] = [atLine + 1, atWord + 1]
  }
  const pairs = pairsOf(lines, words, pairOf)
  const used = new Set(pairs.flatMap((pair) => pair.lines))
  const usedWords = new Set(pairs.flatMap((pair) => pair.words))
  const free = lines.filter((each) => !used.has(each))
  for (const each of words) {
    if (usedWords.has(each) || each.stream.text.trim() === '') continue
    const from = elsewhere(free, each)
    if (!from) continue
    free.splice(free.indexOf(from), 1)
    pairs.push({ lines: [from], words: [each], moved: true })
    usedWords.add(each)
  }
  pairs.sort((a, b) => a.words[0]!.number - b.words[0]!.number)
  const came = words.filter((each) => !usedWords.has(each))
  return { pairs, gone: goneFrom(lines, free, pairs, exported), came }
}

/** Names under which a paragraph may be known, the surest first: as it went out, as it is, and as it is to be. */
const namesOf = ({ bookmarks, before, after }: WordLine) => [
  ...bookmarks.map((each) => each.words),
  before,
  after,
]

/** All of it came as a tracked change. */
export const cameWhole = ({ stream }: WordLine): boolean => asIf(stream, () => false).text.trim() === ''
/** All of it goes as a tracked change. */
export const goesWhole = ({ stream }: WordLine): boolean =>
  asIf(stream, () => true).text.trim() === '' && stream.text.trim() !== ''

/**
 * Pairs of places that read the same, in order. A paragraph that was moved as a tracked change stands in the file twice: the block is
 * where it goes, unless more agrees when it is where it came. Then somebody took the move.
 */
const anchorsOf = (lines: readonly Line[], words: readonly WordLine[]) => {
  const [whereItGoes, whereItCame] = [false, true].map((came) => anchorsWith(lines, words, came))
  return whereItCame!.length > whereItGoes!.length ? whereItCame! : whereItGoes!
}

const anchorsWith = (
  lines: readonly Line[],
  words: readonly WordLine[],
  withCame: boolean,
): (readonly [number, number])[] => {
  const known = new Set(lines.map((each) => each.words))
  const left = lines.map((each) => each.words)
  const there = new Set(words.flatMap((each) => (cameWhole(each) ? [] : namesOf(each))))
  const right = words.map(
    (each, at) =>
      namesOf(each).find((name) => known.has(name) && (withCame || !(cameWhole(each) && there.has(name)))) ??
      `#${at}`,
  )
  const pairs: (readonly [number, number])[] = []
  let [a, b] = [0, 0]
  for (const [from = 0, to = 0, wordFrom = 0, wordTo = 0] of [
    ...diff(left, right),
    [left.length, left.length, right.length, right.length],
  ]) {
    while (a < from && b < wordFrom) pairs.push([a++, b++] as const)
    ;[a, b] = [to, wordTo]
  }
  return pairs
}

const bagOf = (tokens: readonly Token[]): Map<string, number> => {
  const bag = new Map<string, number>()
  for (const { key } of tokens) if (/[\p{L}\p{N}\ufffc]/u.test(key)) bag.set(key, (bag.get(key) ?? 0) + 1)
  return bag
}

/** Of two bags of words, what they share: 0 to 1 (Dice). */
const shared = (a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number => {
  let [both, all] = [0, 0]
  for (const [key, times] of a) {
    both += Math.min(times, b.get(key) ?? 0)
    all += times
  }
  for (const times of b.values()) all += times
  return all === 0 ? 0 : (2 * both) / all
}

const bags = new WeakMap<object, Map<string, number>>()
const bag = (line: Line | WordLine): Map<string, number> => {
  const kept = bags.get(line)
  if (kept) return kept
  const made = bagOf(tokensOf(line.stream))
  bags.set(line, made)
  return made
}

/** A cell is a cell; anything else may have become anything else. */
const mayBe = (line: Line, word: WordLine) => (line.kind === 'cell') === (word.kind === 'cell')

const likeness = (line: Line, word: WordLine): number =>
  mayBe(line, word) ? shared(bag(line), bag(word)) : 0

/** In order, so that the pairs share as much as can be. */
const alike = (lines: readonly Line[], words: readonly WordLine[]): [Line, WordLine][] => {
  if (lines.length === 0 || words.length === 0) return []
  // A cell or a heading that was written anew between two that were not.
  if (lines.length === 1 && words.length === 1 && isWholeAnew(lines[0]!, words[0]!))
    return [[lines[0]!, words[0]!]]
  if (lines.length * words.length > CELLS) return oneByOne(lines, words)
  const width = words.length + 1
  const best = new Float64Array((lines.length + 1) * width)
  const like = lines.map((line) => words.map((word) => likeness(line, word)))
  for (let a = lines.length - 1; a >= 0; a--)
    for (let b = words.length - 1; b >= 0; b--) {
      const both = like[a]![b]! >= ALIKE ? like[a]![b]! + best[(a + 1) * width + b + 1]! : 0
      best[a * width + b] = Math.max(both, best[(a + 1) * width + b]!, best[a * width + b + 1]!)
    }
  const pairs: [Line, WordLine][] = []
  for (let [a, b] = [0, 0]; a < lines.length && b < words.length;) {
    const here = best[a * width + b]!
    if (here === best[(a + 1) * width + b]) a++
    else if (here === best[a * width + b + 1]) b++
    else pairs.push([lines[a++]!, words[b++]!])
  }
  return pairs
}

/** Short ones of one kind in one place are one, whatever they say. */
const isWholeAnew = (line: Line, word: WordLine) =>
  line.kind === word.kind &&
  (line.kind === 'cell' || line.kind.startsWith('heading') || line.kind === 'caption')

/** Of a stretch that is too long to weigh all against all: the next that is like it. */
const oneByOne = (lines: readonly Line[], words: readonly WordLine[]): [Line, WordLine][] => {
  const pairs: [Line, WordLine][] = []
  let from = 0
  for (const line of lines) {
    const at = words.slice(from, from + 50).findIndex((word) => likeness(line, word) >= 0.5)
    if (at < 0) continue
    pairs.push([line, words[from + at]!])
    from += at + 1
  }
  return pairs
}

const elsewhere = (free: readonly Line[], word: WordLine): Line | null => {
  if (bag(word).size < TELLING) return null
  let found: Line | null = null
  let most = ALIKE_ELSEWHERE
  for (const line of free) {
    const like = likeness(line, word)
    if (like >= most) [found, most] = [line, like]
  }
  return found
}

/** How many of their tokens two lines of text do not share. */
export const distance = (a: readonly Token[], b: readonly Token[]): number => {
  let sum = 0
  const left = a.map(({ key }) => key)
  const right = b.map(({ key }) => key)
  for (const [from = 0, to = 0, wordFrom = 0, wordTo = 0] of diff(left, right))
    sum += to - from + wordTo - wordFrom
  return sum
}

/** Neighbours without a partner belong to a pair when that makes the two more alike: one was cut, or two were joined. */
const pairsOf = (
  lines: readonly Line[],
  words: readonly WordLine[],
  pairOf: ReadonlyMap<WordLine, Line>,
): Pair[] => {
  const taken = new Set(pairOf.values())
  const placeOf = new Map(lines.map((line, at) => [line, at]))
  const pairs: Pair[] = []
  const attached = new Set<WordLine>()
  words.forEach((word, at) => {
    const line = pairOf.get(word)
    if (!line) return
    const pair: Pair = { lines: [line], words: [word], moved: false }
    const measure = (someLines: readonly Line[], someWords: readonly WordLine[]) =>
      distance(
        someLines.flatMap(({ stream }) => tokensOf(stream)),
        someWords.flatMap(({ stream }) => tokensOf(stream)),
      )
    let now = -1
    const better = (someLines: Line[], someWords: WordLine[]): boolean => {
      if (now < 0) now = measure(pair.lines, pair.words)
      if (now === 0) return false
      const next = measure(someLines, someWords)
      if (next >= now) return false
      now = next
      return true
    }
    const isFree = (other: WordLine | undefined): other is WordLine =>
      other !== undefined && !pairOf.has(other) && !attached.has(other) && other.cell?.row === word.cell?.row
    for (let n = at - 1; isFree(words[n]) && better(pair.lines, [words[n]!, ...pair.words]); n--) {
      pair.words.unshift(words[n]!)
      attached.add(words[n]!)
    }
    for (let n = at + 1; isFree(words[n]) && better(pair.lines, [...pair.words, words[n]!]); n++) {
      pair.words.push(words[n]!)
      attached.add(words[n]!)
    }
    const isLoose = (other: Line | undefined): other is Line =>
      other !== undefined && !taken.has(other) && (other.kind === 'cell') === (line.kind === 'cell')
    const place = placeOf.get(line)!
    for (let n = place + 1; isLoose(lines[n]) && better([...pair.lines, lines[n]!], pair.words); n++) {
      pair.lines.push(lines[n]!)
      taken.add(lines[n]!)
    }
    for (let n = place - 1; isLoose(lines[n]) && better([lines[n]!, ...pair.lines], pair.words); n--) {
      pair.lines.unshift(lines[n]!)
      taken.add(lines[n]!)
    }
    pairs.push(pair)
  })
  return pairs
}

/**
 * Blocks without a paragraph went in Word, or came in the brief since the file was made. The numbers that the file's paragraphs had tell:
 * between two that were neighbours nothing went.
 */
const goneFrom = (
  lines: readonly Line[],
  free: readonly Line[],
  pairs: readonly Pair[],
  exported: number | null,
): Line[] => {
  const numbers = new Map<Line, { first: number; last: number }>()
  for (const { lines: own, words, moved } of pairs) {
    const known = words.flatMap(({ bookmarks }) => bookmarks.map(({ number }) => number))
    if (known.length > 0 && !moved)
      for (const line of own) numbers.set(line, { first: Math.min(...known), last: Math.max(...known) })
  }
  // Those that moved left a number behind that stands for nothing that went.
  const moved = new Set(
    pairs.flatMap((pair) =>
      pair.moved ? pair.words.flatMap(({ bookmarks }) => bookmarks.map((b) => b.number)) : [],
    ),
  )
  if (numbers.size === 0) return [...free]
  const isFree = new Set(free)
  const gone: Line[] = []
  for (let at = 0; at < lines.length;) {
    if (!isFree.has(lines[at]!)) {
      at++
      continue
    }
    let end = at
    while (end < lines.length && isFree.has(lines[end]!)) end++
    const before = at === 0 ? -1 : numbers.get(lines[at - 1]!)?.last
    const after = end === lines.length ? exported : numbers.get(lines[end]!)?.first
    const between =
      before === undefined || after === undefined || after === null
        ? null
        : Array.from({ length: Math.max(0, after - before - 1) }, (_, n) => before + 1 + n).filter(
            (n) => !moved.has(n),
          )
    if (between === null || between.length > 0) gone.push(...lines.slice(at, end))
    at = end
  }
  return gone
}

/** Whether the file is one that went out from this brief. */
export const isFrom = (
  lines: readonly Line[],
  words: readonly WordLine[],
  citations: ReadonlySet<string>,
): boolean => {
  const known = new Set(lines.map((line) => line.words))
  let same = 0
  for (const word of words) {
    for (const object of word.stream.objects.values()) if (citations.has(object)) return true
    if (namesOf(word).some((name) => known.has(name))) same++
  }
  return same > 0 && same * 4 >= Math.min(words.length, lines.length)
}
