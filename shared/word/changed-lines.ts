/** A paragraph that is a block of the brief still: words, looks and kinds that changed in it, by a tracked change or without. */
import { align, type Alignment, type Hunk, lowerBound, placeIn } from './alignment.ts'
import { type Comparison, cut } from './comparison.ts'
import type { ByLine } from './document.ts'
import { joinedWords, takenGroups } from './joined-words.ts'
import { asIf, type Line, type WordLine, type WordStream } from './lines.ts'
import { goesWhole, type Pair } from './match.ts'
import { movedPair } from './moves.ts'
import { kindName, lookName } from './names.ts'
import { joined, PARAGRAPH, type Placed, printOfLook, type Stream } from './stream.ts'

export const pairChanges = (c: Comparison, pair: Pair) => {
  const number = pair.words[0]!.number
  const stream = joined(pair.lines.map((line) => line.stream))
  const { whole, groups } = joinedWords(pair.words)
  if (pair.words.every(goesWhole)) {
    c.add(number, {
      what: 'removed',
      by: groups.get(1) ?? null,
      removed: cut(c.shown(stream, 0, stream.text.length)),
      pos: pair.lines[0]!.pos,
      edit: { is: 'remove', pos: pair.lines[0]!.pos },
    })
    return
  }
  const one = pair.words.length === 1 && pair.lines.length === 1
  const [line, word] = [pair.lines[0]!, pair.words[0]!]
  const base = word.bookmarks[0]
  const taken = takenGroups(stream, whole, groups)
  const now = asIf(whole, (group) => taken.has(group))
  const alignment = align(stream, now)
  // As it went out, it came back: what is otherwise here, the brief changed.
  const isAsSent = one && base !== undefined && word.before === base.words
  const alsoHere = base !== undefined && one && line.words !== base.words
  if (!isAsSent) for (const hunk of alignment.hunks) wordsChange(c, number, stream, now, hunk, alsoHere)
  for (const [group, by] of groups)
    if (!taken.has(group)) trackedChange(c, number, { stream, whole, now, alignment, group, by, alsoHere })
  if (pair.moved) movedPair(c, pair)
  if (one) {
    const look = printOfLook(
      word.kind,
      asIf(word.stream, () => false),
    )
    if (base?.look === look) return
    if (word.kind !== line.kind) kindChange(c, line, word)
    lookChanges(c, number, stream, now, alignment)
  }
}

export const wordsChange = (
  c: Comparison,
  number: number,
  stream: Placed,
  now: Stream,
  hunk: Hunk,
  alsoHere: boolean,
) => {
  const removed = stream.text.slice(hunk.from, hunk.to)
  const added = now.text.slice(hunk.wordFrom, hunk.wordTo)
  const isSpace = /^[^\S\u2029]*$/.test(removed) && /^[^\S\u2029]*$/.test(added)
  const atEnd = hunk.from === 0 || hunk.to === stream.text.length
  if (isSpace && (atEnd || (removed !== '' && added !== ''))) return
  c.add(number, {
    what: 'words',
    removed: c.shown(stream, hunk.from, hunk.to),
    added: c.shown(now, hunk.wordFrom, hunk.wordTo),
    ...c.around(stream, hunk.from, hunk.to),
    alsoHere,
    pos: stream.at[hunk.from]!,
    edit: {
      is: 'words',
      from: stream.at[hunk.from]!,
      to: stream.at[hunk.to]!,
      pieces: c.pieces(now, hunk.wordFrom, hunk.wordTo),
    },
  })
}

export const trackedChange = (c: Comparison, number: number, given: TrackedChange) => {
  const { stream, whole, now, alignment, group, by, alsoHere } = given
  const letters = whole.group.flatMap((each, n) => (each === group ? [n] : []))
  const comes = asIf(whole, (each) => each === group)
  const coming = comes.from.flatMap((n, at) => (whole.group[n] === group ? [at] : []))
  const added = coming.length ? { from: coming[0]!, to: coming.at(-1)! + 1 } : { from: 0, to: 0 }
  const [first, end] = [letters[0]!, letters.at(-1)! + 1]
  const from = lowerBound(now.from, first)
  const to = lowerBound(now.from, end)
  const place = placeIn(alignment, from, to, stream.text.length)
  // What it puts in is there already: somebody took it, or wrote the same.
  const said = {
    what: 'words' as const,
    by,
    removed: c.shown(now, from, to),
    added: c.shown(comes, added.from, added.to),
  }
  if (said.removed === said.added) return
  if (!place) {
    c.add(number, { ...said, ...c.around(now, from, to), alsoHere: true })
    return
  }
  c.add(number, {
    ...said,
    removed: c.shown(stream, place.from, place.to),
    ...c.around(stream, place.from, place.to),
    alsoHere: alsoHere && place.changed,
    pos: stream.at[place.from]!,
    edit: {
      is: 'words',
      from: stream.at[place.from]!,
      to: stream.at[place.to]!,
      pieces: c.pieces(comes, added.from, added.to),
    },
  })
}

const kindChange = (c: Comparison, line: Line, word: WordLine) => {
  const level = /^heading (\d)$/.exec(word.kind)
  const simple = /^heading|^plain$/
  const can = simple.test(line.kind) && simple.test(word.kind)
  c.add(word.number, {
    what: 'kind',
    before: cut(c.shown(line.stream, 0, line.stream.text.length)),
    as: `${kindName(line.kind)} → ${kindName(word.kind)}`,
    pos: line.pos,
    edit: can ? { is: 'kind', pos: line.pos, level: level ? Number(level[1]) : null } : null,
    why: can ? '' : 'Change it in the brief by hand.',
  })
}

/** Runs of letters that both have, and that look otherwise. */
const lookChanges = (c: Comparison, number: number, stream: Placed, now: Stream, { letters }: Alignment) => {
  const isBare = (n: number) => /\s|\ufffc/.test(stream.text[n]!)
  let from = -1
  let pair = ''
  const flush = (to: number) => {
    if (from < 0) return
    let end = to
    while (end > from && isBare(end - 1)) end--
    const [was, look] = pair.split('\u0000') as [string, string]
    c.add(number, {
      what: 'look',
      ...c.around(stream, from, end),
      removed: '',
      added: c.shown(stream, from, end),
      as: lookName(was, look),
      pos: stream.at[from]!,
      edit: { is: 'look', from: stream.at[from]!, to: stream.at[end]!, was, look },
    })
    from = -1
  }
  for (let n = 0; n < stream.text.length; n++) {
    if (isBare(n) && from >= 0 && stream.text[n] !== PARAGRAPH) continue
    const at = letters[n]!
    const [was, look] = [stream.looks[n]!, at < 0 ? '' : now.looks[at]!]
    const here = at >= 0 && !isBare(n) && was !== look ? `${was}\u0000${look}` : ''
    if (here === pair && from >= 0) continue
    flush(n)
    pair = here
    if (here) from = n
  }
  flush(stream.text.length)
}

type TrackedChange = {
  stream: Placed
  whole: WordStream
  now: Stream & { from: number[] }
  alignment: Alignment
  group: number
  by: ByLine
  alsoHere: boolean
}
