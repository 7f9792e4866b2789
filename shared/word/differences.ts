/**
 * What a Word file that came back says otherwise than the brief as it is now: tracked changes with who made them, and what was changed
 * without a track, each on its own. What only the brief changed since the file went out is none, where the file's marks tell so.
 */
import { TITLE_LIMIT } from '../brief/about.ts'
import type { ReadBrief } from '../brief/read.ts'
import { finalRuns } from './blocks.ts'
import { readBookmark } from './bookmark.ts'
import { cameIn } from './came.ts'
import { pairChanges } from './changed-lines.ts'
import { noteChanges } from './changed-notes.ts'
import { Comparison, cut, plain } from './comparison.ts'
import type { BroughtBack, Difference, Remark } from './difference.ts'
import { paragraphsOf, type WordDocument } from './document.ts'
import { lineGone, placedGone, rowGoes, rowsGone, trackedRowsGone } from './gone.ts'
import { asIf, linesOf, streamOfParagraph, wordLinesOf } from './lines.ts'
import { isFrom } from './match.ts'
import { movedLine, trackedMoves } from './moves.ts'
import { citationObject, emptyStream, printOfWords } from './stream.ts'

export const broughtBack = (brief: ReadBrief, file: WordDocument): BroughtBack => {
  const lines = linesOf(brief.body)
  const words = wordLinesOf(file.blocks, file.notes)
  const ids = new Set([...brief.citations.keys()].map(citationObject))
  if (!isFrom(lines, words, ids)) return { isFrom: false, differences: [], remarks: [] }
  return resultOf(new Comparison(brief, file, lines, words))
}

const resultOf = (c: Comparison): BroughtBack => {
  titleChange(c)
  const moves = trackedMoves(c)
  const came = c.matched.came.filter((each) => !moves.has(each))
  const order = new Map<Difference, number>()
  const at = (number: number, work: () => void) => {
    const from = c.found.length
    work()
    for (const each of c.found.slice(from)) order.set(each, number)
  }
  const rowOf = trackedRowsGone(c)
  for (const pair of c.matched.pairs) {
    const row = rowOf.get(pair)
    if (!row) at(pair.words[0]!.number, () => pairChanges(c, pair))
    else if (row.pairs[0] === pair) at(pair.words[0]!.number, () => rowGoes(c, row))
  }
  for (const [word, from] of moves) at(word.number, () => movedLine(c, from, word))
  cameIn(c, came, at)
  for (const { line, number } of placedGone(c)) at(number, () => lineGone(c, line))
  at(Infinity, () => {
    rowsGone(c)
    noteChanges(c)
  })
  const differences = c.found.toSorted((a, b) => (order.get(a) ?? -1) - (order.get(b) ?? -1))
  return { isFrom: true, differences: named(differences), remarks: remarksOf(c) }
}

const titleChange = (c: Comparison) => {
  const paragraph = paragraphsOf(c.file.blocks).find(({ role }) => role === 'title')
  const bookmark = paragraph?.bookmarks?.map(readBookmark).find((each) => each?.is === 'drawn')
  if (!paragraph || bookmark?.is !== 'drawn') return
  const stream = streamOfParagraph(paragraph, c.file.notes, new Map())
  const title = plain(asIf(stream, () => true).text).slice(0, TITLE_LIMIT)
  const now = c.brief.about.title
  if (
    title === '' ||
    title === plain(now) ||
    printOfWords({ ...emptyStream(), text: title }) === bookmark.words
  )
    return
  const by = finalRuns(paragraph).find(({ inserted }) => inserted)?.inserted ?? null
  c.add(-1, { what: 'title', by, removed: now, added: title, edit: { is: 'title', title }, section: '' })
}

const remarksOf = (c: Comparison): Remark[] => {
  return c.file.comments.map(({ author, at, text, words, paragraph }, n) => {
    const word = c.words.find(({ number }) => number === paragraph)
    const pair = word && c.pairOf.get(word)
    const line = pair?.lines[0]
    const found = line && words ? line.stream.text.indexOf(words) : -1
    return {
      id: `remark ${n}`,
      by: { author: author || 'Somebody', at },
      text,
      words: cut(words),
      section: paragraph === null ? '' : (c.sections[paragraph] ?? ''),
      pos: line ? (found >= 0 ? line.stream.at[found]! : line.pos + 1) : null,
    }
  })
}

/** Of differences that read the same each has a name of its own. */
const named = (differences: readonly Difference[]): Difference[] => {
  const times = new Map<string, number>()
  return differences.map((each) => {
    const id = [each.id, each.what, each.by?.author ?? '', each.removed, each.added, each.as].join('\u0001')
    const before = times.get(id) ?? 0
    times.set(id, before + 1)
    return { ...each, id: `${id}\u0001${before}` }
  })
}
