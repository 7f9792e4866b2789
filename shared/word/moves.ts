/** A paragraph that stands elsewhere in the file than in the brief. */
import { type Comparison, cut } from './comparison.ts'
import type { Difference } from './difference.ts'
import type { Line, WordLine } from './lines.ts'
import { cameWhole, goesWhole, type Pair } from './match.ts'

/** A paragraph that goes at one place and comes at another one, both tracked. */
export const trackedMoves = (c: Comparison): Map<WordLine, Pair> => {
  const going = new Map<string, Pair>()
  for (const pair of c.matched.pairs)
    if (pair.words.length === 1 && pair.lines.length === 1 && goesWhole(pair.words[0]!))
      going.set(pair.words[0]!.before, pair)
  const moves = new Map<WordLine, Pair>()
  for (const word of c.matched.came) {
    const from = cameWhole(word) ? going.get(word.after) : undefined
    if (!from) continue
    going.delete(word.after)
    moves.set(word, from)
  }
  c.matched.pairs = c.matched.pairs.filter((pair) => ![...moves.values()].includes(pair))
  return moves
}

export const movedPair = (c: Comparison, { lines, words }: Pair) => {
  const [line, word] = [lines[0]!, words[0]!]
  c.add(word.number, {
    what: 'moved',
    before: cut(c.shown(line.stream, 0, line.stream.text.length)),
    pos: line.pos,
    ...move(c, line, word),
  })
}

export const movedLine = (c: Comparison, from: Pair, word: WordLine) => {
  const line = from.lines[0]!
  c.add(word.number, {
    what: 'moved',
    by: [...word.groups.values()][0] ?? null,
    before: cut(c.shown(line.stream, 0, line.stream.text.length)),
    pos: line.pos,
    ...move(c, line, word),
  })
}

const move = (c: Comparison, line: Line, word: WordLine): Pick<Difference, 'edit' | 'why'> => {
  if (line.kind === 'cell') return { edit: null, why: 'Move it in the brief by hand.' }
  return { edit: { is: 'move', pos: line.pos, after: c.placeBefore(word, line)?.pos ?? null }, why: '' }
}
