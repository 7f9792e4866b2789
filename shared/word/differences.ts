/**
 * What a Word file that came back says otherwise than the brief as it is now: tracked changes with who made them, and what was changed
 * without a track, each on its own. What only the brief changed since the file went out is none, where the file's marks tell so.
 */
import { diff } from 'fast-myers-diff'
import { TITLE_LIMIT } from '../brief/about.ts'
import type { ReadBrief } from '../brief/read.ts'
import { readBookmark } from './bookmark.ts'
import { finalRuns } from './blocks.ts'
import {
  type ByLine,
  type FieldCitation,
  paragraphsOf,
  type WordDocument,
  type WordParagraph,
} from './document.ts'
import type { Edit, Piece } from './edit.ts'
import {
  asIf,
  type Line,
  linesOf,
  noteObject,
  sizeOf,
  streamOfParagraph,
  type WordLine,
  wordLinesOf,
  type WordStream,
} from './lines.ts'
import { cameWhole, distance, goesWhole, isFrom, match, type Pair } from './match.ts'
import { kindName, lookName } from './names.ts'
import { noteWords } from './notes.ts'
import {
  citationObject,
  emptyStream,
  joined,
  OBJECT,
  PARAGRAPH,
  type Placed,
  printOfLook,
  printOfWords,
  type Stream,
  streamOfBlock,
  type Token,
  tokensOf,
} from './stream.ts'

export type Difference = {
  /** The same as long as the file and the place are. */
  id: string
  what: 'words' | 'look' | 'kind' | 'added' | 'removed' | 'moved' | 'title' | 'note' | 'picture'
  /** Who made the tracked change; null: it was made without a track. */
  by: ByLine | null
  /** The heading that it stands under; '' above the first one. */
  section: string
  /** Words around the place, and what goes and comes there. A citation reads as its number in brackets. */
  before: string
  removed: string
  added: string
  after: string
  /** How it looks or what it is now and in Word; '' for other kinds. */
  as: string
  /** The brief changed at this place, too, since the file went out. */
  alsoHere: boolean
  /** Where it stands in the editor's document; null: nowhere any more. */
  pos: number | null
  /** Null: it has to be done by hand, and `why` says so. */
  edit: Edit | null
  why: string
}

export type Remark = {
  id: string
  by: ByLine
  text: string
  /** The words that it is about. */
  words: string
  section: string
  pos: number | null
}

export type BroughtBack = {
  /** The file went out from this brief. */
  isFrom: boolean
  differences: Difference[]
  remarks: Remark[]
}

/** Letters of context on each side. */
const AROUND = 60
/** Of a paragraph that is shown whole. */
const SHOWN = 400

const GONE = 'The words that it changes are no longer in the brief.'

export const broughtBack = (brief: ReadBrief, file: WordDocument): BroughtBack => {
  const lines = linesOf(brief.body)
  const words = wordLinesOf(file.blocks, file.notes)
  const ids = new Set([...brief.citations.keys()].map(citationObject))
  if (!isFrom(lines, words, ids)) return { isFrom: false, differences: [], remarks: [] }
  return new Comparison(brief, file, lines, words).result()
}

/** One file against one state of the brief. */
class Comparison {
  private found: Difference[] = []
  private readonly sections: string[] = []
  private readonly matched
  private readonly pairOf = new Map<WordLine, Pair>()
  private readonly fields = new Map<string, FieldCitation>()
  private readonly names = new Map<string, string>()

  private readonly brief: ReadBrief
  private readonly file: WordDocument
  private readonly lines: readonly Line[]
  private readonly words: readonly WordLine[]

  constructor(brief: ReadBrief, file: WordDocument, lines: readonly Line[], words: readonly WordLine[]) {
    this.brief = brief
    this.file = file
    this.lines = lines
    this.words = words
    const paragraphs = paragraphsOf(file.blocks)
    const head = paragraphs
      .flatMap(({ bookmarks }) => (bookmarks ?? []).map(readBookmark))
      .find((each) => each?.is === 'head')
    this.matched = match(lines, words, head?.is === 'head' ? head.blocks : null)
    this.matched.pairs = withJoins(this.matched.pairs)
    for (const pair of this.matched.pairs) for (const word of pair.words) this.pairOf.set(word, pair)
    for (const paragraph of [...paragraphs, ...paragraphsOf(file.notes.flatMap(({ blocks }) => blocks))])
      for (const run of paragraph.runs)
        if (run.is === 'citation') this.fields.set(citationObject(run.citation.id), run.citation)
    for (const id of brief.citations.keys()) this.names.set(citationObject(id), id)
    let section = ''
    for (const paragraph of paragraphs) {
      const title = paragraph.role === 'heading' ? plain(finalText(paragraph)) : ''
      if (title) section = title
      this.sections.push(section)
    }
  }

  result(): BroughtBack {
    this.title()
    const moves = this.trackedMoves()
    const came = this.matched.came.filter((each) => !moves.has(each))
    const order = new Map<Difference, number>()
    const at = (number: number, work: () => void) => {
      const from = this.found.length
      work()
      for (const each of this.found.slice(from)) order.set(each, number)
    }
    const rowOf = this.trackedRowsGone()
    for (const pair of this.matched.pairs) {
      const row = rowOf.get(pair)
      if (!row) at(pair.words[0]!.number, () => this.pair(pair))
      else if (row.pairs[0] === pair) at(pair.words[0]!.number, () => this.rowGoes(row))
    }
    for (const [word, from] of moves) at(word.number, () => this.movedLine(from, word))
    this.cameIn(came, at)
    for (const { line, number } of this.placedGone()) at(number, () => this.gone(line))
    at(Infinity, () => {
      this.rowsGone()
      this.notes()
    })
    const differences = this.found.toSorted((a, b) => (order.get(a) ?? -1) - (order.get(b) ?? -1))
    return { isFrom: true, differences: named(differences), remarks: this.remarks() }
  }

  private add(number: number, difference: Partial<Difference> & Pick<Difference, 'what'>) {
    this.found.push({
      id: `${number}`,
      by: null,
      section: this.sections[number] ?? '',
      before: '',
      removed: '',
      added: '',
      after: '',
      as: '',
      alsoHere: false,
      pos: null,
      edit: null,
      why: difference.edit ? '' : GONE,
      ...difference,
    })
  }

  private label = (object: string): string => {
    const id = this.names.get(object)
    const numbers = id === undefined ? undefined : this.brief.order.numbers.get(id)
    if (numbers?.length) return `[${numbers.join(', ')}]`
    return object.startsWith('f:') ? '[footnote]' : '[citation]'
  }

  private shown(stream: Stream, from: number, to: number): string {
    let text = ''
    for (let n = from; n < to; n++) {
      const object = stream.objects.get(n)
      text += object ? this.label(object) : stream.text[n] === PARAGRAPH ? ' ¶ ' : stream.text[n]
    }
    return text
  }

  private around(stream: Stream, from: number, to: number) {
    const start = Math.max(0, from - AROUND)
    const end = Math.min(stream.text.length, to + AROUND)
    const before = this.shown(stream, start, from)
    const after = this.shown(stream, to, end)
    return {
      before: start > 0 ? `…${before.replace(/^\S*\s/, '')}` : before,
      after: end < stream.text.length ? `${after.replace(/\s\S*$/, '')}…` : after,
    }
  }

  private title() {
    const paragraph = paragraphsOf(this.file.blocks).find(({ role }) => role === 'title')
    const bookmark = paragraph?.bookmarks?.map(readBookmark).find((each) => each?.is === 'drawn')
    if (!paragraph || bookmark?.is !== 'drawn') return
    const stream = streamOfParagraph(paragraph, this.file.notes, new Map())
    const title = plain(asIf(stream, () => true).text).slice(0, TITLE_LIMIT)
    const now = this.brief.about.title
    if (
      title === '' ||
      title === plain(now) ||
      printOfWords({ ...emptyStream(), text: title }) === bookmark.words
    )
      return
    const by = finalRuns(paragraph).find(({ inserted }) => inserted)?.inserted ?? null
    this.add(-1, { what: 'title', by, removed: now, added: title, edit: { is: 'title', title }, section: '' })
  }

  /** A paragraph that goes at one place and comes at another one, both tracked. */
  private trackedMoves(): Map<WordLine, Pair> {
    const going = new Map<string, Pair>()
    for (const pair of this.matched.pairs)
      if (pair.words.length === 1 && pair.lines.length === 1 && goesWhole(pair.words[0]!))
        going.set(pair.words[0]!.before, pair)
    const moves = new Map<WordLine, Pair>()
    for (const word of this.matched.came) {
      const from = cameWhole(word) ? going.get(word.after) : undefined
      if (!from) continue
      going.delete(word.after)
      moves.set(word, from)
    }
    this.matched.pairs = this.matched.pairs.filter((pair) => ![...moves.values()].includes(pair))
    return moves
  }

  private pair(pair: Pair) {
    const number = pair.words[0]!.number
    const stream = joined(pair.lines.map((line) => line.stream))
    const { whole, groups } = joinedWords(pair.words)
    if (pair.words.every(goesWhole)) {
      this.add(number, {
        what: 'removed',
        by: groups.get(1) ?? null,
        removed: cut(this.shown(stream, 0, stream.text.length)),
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
    if (!isAsSent) for (const hunk of alignment.hunks) this.hunk(number, stream, now, hunk, alsoHere)
    for (const [group, by] of groups)
      if (!taken.has(group)) this.tracked(number, { stream, whole, now, alignment, group, by, alsoHere })
    if (pair.moved) this.movedPair(pair)
    if (one) {
      const look = printOfLook(
        word.kind,
        asIf(word.stream, () => false),
      )
      if (base?.look === look) return
      if (word.kind !== line.kind) this.kind(line, word)
      this.looks(number, stream, now, alignment)
    }
  }

  private hunk(number: number, stream: Placed, now: Stream, hunk: Hunk, alsoHere: boolean) {
    const removed = stream.text.slice(hunk.from, hunk.to)
    const added = now.text.slice(hunk.wordFrom, hunk.wordTo)
    const isSpace = /^[^\S\u2029]*$/.test(removed) && /^[^\S\u2029]*$/.test(added)
    const atEnd = hunk.from === 0 || hunk.to === stream.text.length
    if (isSpace && (atEnd || (removed !== '' && added !== ''))) return
    this.add(number, {
      what: 'words',
      removed: this.shown(stream, hunk.from, hunk.to),
      added: this.shown(now, hunk.wordFrom, hunk.wordTo),
      ...this.around(stream, hunk.from, hunk.to),
      alsoHere,
      pos: stream.at[hunk.from]!,
      edit: {
        is: 'words',
        from: stream.at[hunk.from]!,
        to: stream.at[hunk.to]!,
        pieces: this.pieces(now, hunk.wordFrom, hunk.wordTo),
      },
    })
  }

  private tracked(number: number, given: TrackedChange) {
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
      removed: this.shown(now, from, to),
      added: this.shown(comes, added.from, added.to),
    }
    if (said.removed === said.added) return
    if (!place) {
      this.add(number, { ...said, ...this.around(now, from, to), alsoHere: true })
      return
    }
    this.add(number, {
      ...said,
      removed: this.shown(stream, place.from, place.to),
      ...this.around(stream, place.from, place.to),
      alsoHere: alsoHere && place.changed,
      pos: stream.at[place.from]!,
      edit: {
        is: 'words',
        from: stream.at[place.from]!,
        to: stream.at[place.to]!,
        pieces: this.pieces(comes, added.from, added.to),
      },
    })
  }

  private pieces(stream: Stream, from: number, to: number): Piece[] {
    const pieces: Piece[] = []
    for (let n = from; n < to; n++) {
      const letter = stream.text[n]!
      const object = stream.objects.get(n)
      const last = pieces.at(-1)
      if (object) pieces.push(...this.pieceOf(object))
      else if (letter === PARAGRAPH) pieces.push({ is: 'paragraph' })
      else if (letter === '\n') pieces.push({ is: 'break' })
      else if (letter === OBJECT) continue
      else if (last?.is === 'text' && last.look === stream.looks[n]) last.text += letter
      else pieces.push({ is: 'text', text: letter, look: stream.looks[n]! })
    }
    return pieces
  }

  private pieceOf(object: string): Piece[] {
    const id = this.names.get(object)
    if (id !== undefined) return [{ is: 'citation', id }]
    const footnote = object.startsWith('f:') ? object.slice(2) : null
    if (footnote !== null && this.brief.footnotes.has(footnote)) return [{ is: 'footnote', id: footnote }]
    const field = this.fields.get(object)
    if (field) return [{ is: 'new-citation', field }]
    const note = /^f:#(\d+)$/.exec(object)
    const found = note && this.file.notes[Number(note[1])]
    return found ? [{ is: 'new-footnote', note: found }] : []
  }

  private kind(line: Line, word: WordLine) {
    const level = /^heading (\d)$/.exec(word.kind)
    const simple = /^heading|^plain$/
    const can = simple.test(line.kind) && simple.test(word.kind)
    this.add(word.number, {
      what: 'kind',
      before: cut(this.shown(line.stream, 0, line.stream.text.length)),
      as: `${kindName(line.kind)} → ${kindName(word.kind)}`,
      pos: line.pos,
      edit: can ? { is: 'kind', pos: line.pos, level: level ? Number(level[1]) : null } : null,
      why: can ? '' : 'Change it in the brief by hand.',
    })
  }

  /** Runs of letters that both have, and that look otherwise. */
  private looks(number: number, stream: Placed, now: Stream, { letters }: Alignment) {
    const isBare = (n: number) => /\s|\ufffc/.test(stream.text[n]!)
    let from = -1
    let pair = ''
    const flush = (to: number) => {
      if (from < 0) return
      let end = to
      while (end > from && isBare(end - 1)) end--
      const [was, look] = pair.split('\u0000') as [string, string]
      this.add(number, {
        what: 'look',
        ...this.around(stream, from, end),
        removed: '',
        added: this.shown(stream, from, end),
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

  private movedPair({ lines, words }: Pair) {
    const [line, word] = [lines[0]!, words[0]!]
    this.add(word.number, {
      what: 'moved',
      before: cut(this.shown(line.stream, 0, line.stream.text.length)),
      pos: line.pos,
      ...this.move(line, word),
    })
  }

  private movedLine(from: Pair, word: WordLine) {
    const line = from.lines[0]!
    this.add(word.number, {
      what: 'moved',
      by: [...word.groups.values()][0] ?? null,
      before: cut(this.shown(line.stream, 0, line.stream.text.length)),
      pos: line.pos,
      ...this.move(line, word),
    })
  }

  private move(line: Line, word: WordLine): Pick<Difference, 'edit' | 'why'> {
    if (line.kind === 'cell') return { edit: null, why: 'Move it in the brief by hand.' }
    return { edit: { is: 'move', pos: line.pos, after: this.placeBefore(word, line)?.pos ?? null }, why: '' }
  }

  /** The block behind which a paragraph of the file stands. */
  private placeBefore(word: WordLine, but?: Line): Line | null {
    for (let at = this.words.indexOf(word) - 1; at >= 0; at--) {
      const pair = this.pairOf.get(this.words[at]!)
      const line = pair && !pair.moved ? pair.lines.at(-1) : undefined
      if (line && line !== but) return line
    }
    return null
  }

  private placeAfter(word: WordLine): Line | null {
    for (let at = this.words.indexOf(word) + 1; at < this.words.length; at++) {
      const pair = this.pairOf.get(this.words[at]!)
      if (pair && !pair.moved) return pair.lines[0]!
    }
    return null
  }

  private cameIn(came: readonly WordLine[], at: (number: number, work: () => void) => void) {
    const done = new Set<object>()
    for (const word of came) {
      const { cell } = word
      if (word.hasPicture)
        at(word.number, () =>
          this.add(word.number, {
            what: 'picture',
            why: 'Put the picture into the brief by hand.',
            ...this.around(word.stream, word.stream.text.length, word.stream.text.length),
          }),
        )
      // It came and went in Word.
      if (asIf(word.stream, () => true).text.trim() === '') continue
      if (!cell) {
        at(word.number, () => this.cameLine(word))
        continue
      }
      const others = this.words.filter((each) => each.cell?.tableNumber === cell.tableNumber)
      const row = others.filter((each) => each.cell?.rowNumber === cell.rowNumber)
      if (others.every((each) => !this.pairOf.has(each))) {
        if (!done.has(cell.table)) at(word.number, () => this.cameTable(word, others))
        done.add(cell.table)
      } else if (row.every((each) => !this.pairOf.has(each))) {
        if (!done.has(cell.row)) at(word.number, () => this.cameRow(word, row, others))
        done.add(cell.row)
      } else at(word.number, () => this.cameInCell(word, row))
    }
  }

  private textOf(words: readonly WordLine[]): string {
    return cut(
      words
        .map(({ stream }) => {
          const final = asIf(stream, () => true)
          return this.shown(final, 0, final.text.length)
        })
        .join(' | '),
    )
  }

  private cameLine(word: WordLine) {
    this.add(word.number, {
      what: 'added',
      by: cameWhole(word) ? ([...word.groups.values()][0] ?? null) : null,
      added: this.textOf([word]),
      pos: this.placeBefore(word)?.pos ?? 0,
      edit: {
        is: 'insert',
        after: this.placeBefore(word)?.pos ?? null,
        next: this.placeAfter(word)?.pos ?? null,
        blocks: [word.paragraph],
      },
    })
  }

  private cameTable(word: WordLine, all: readonly WordLine[]) {
    const before = this.placeBefore(word)
    this.add(word.number, {
      what: 'added',
      as: 'table',
      added: this.textOf(all),
      pos: before?.pos ?? 0,
      edit: { is: 'insert', after: before?.pos ?? null, next: null, blocks: [word.cell!.table] },
    })
  }

  /** Behind the row above it, or before the first of its table. */
  private cameRow(word: WordLine, row: readonly WordLine[], table: readonly WordLine[]) {
    const { table: whole, row: cells, rowNumber } = word.cell!
    const linesWhere = (isThere: (other: number) => boolean) =>
      table
        .filter((each) => isThere(each.cell!.rowNumber))
        .flatMap((each) => this.pairOf.get(each)?.lines ?? [])
        .filter(({ kind }) => kind === 'cell')
    const above = linesWhere((other) => other < rowNumber).at(-1)
    const beside = above ?? linesWhere((other) => other > rowNumber)[0]
    this.add(word.number, {
      what: 'added',
      as: 'row',
      by: cells.inserted ?? (cameWhole(word) ? ([...word.groups.values()][0] ?? null) : null),
      added: this.textOf(row),
      pos: beside?.pos ?? null,
      ...(beside
        ? { edit: { is: 'row', beside: beside.pos, isBefore: !above, row: cells, table: whole }, why: '' }
        : { edit: null, why: 'Add the row in the brief by hand.' }),
    })
  }

  /** Words in a cell that has none in the brief, or one more paragraph in one that has. */
  private cameInCell(word: WordLine, row: readonly WordLine[]) {
    const beside = row.flatMap((each) => this.pairOf.get(each)?.lines ?? [])[0]
    const inRow = beside?.around.find(({ node }) => node.type === 'tableRow')
    const column = word.cell!.row.cells.findIndex((cell) =>
      paragraphsOf(cell.blocks).includes(word.paragraph),
    )
    const place = inRow && emptyCell(inRow.node, inRow.pos, column)
    const final = asIf(word.stream, () => true)
    this.add(word.number, {
      what: 'added',
      by: cameWhole(word) ? ([...word.groups.values()][0] ?? null) : null,
      added: this.textOf([word]),
      pos: place ?? beside?.pos ?? null,
      ...(place
        ? {
            edit: { is: 'words', from: place, to: place, pieces: this.pieces(final, 0, final.text.length) },
            why: '',
          }
        : { edit: null, why: 'Write it into the cell by hand.' }),
    })
  }

  /** Each with the number of the paragraph that it stood behind. */
  private placedGone() {
    const numbers = new Map<Line, number>()
    for (const { lines, words } of this.matched.pairs)
      for (const line of lines) numbers.set(line, words.at(-1)!.number)
    let number = 0
    const placed: { line: Line; number: number }[] = []
    const gone = new Set(this.matched.gone)
    for (const line of this.lines) {
      number = numbers.get(line) ?? number
      if (gone.has(line) && !this.rowGone(line)) placed.push({ line, number: number + 0.5 })
    }
    return placed
  }

  private rowGone(line: Line): { pos: number; lines: Line[] } | null {
    const row = rowAround(line)
    if (!row) return null
    const gone = new Set(this.matched.gone)
    const lines = this.lines.filter((each) => each.around.some(({ pos }) => pos === row.pos))
    return lines.every((each) => gone.has(each)) ? { pos: row.pos, lines } : null
  }

  /** Rows of which every cell goes as a tracked change, by each of their pairs. */
  private trackedRowsGone(): Map<Pair, RowGoing> {
    const rows = new Map<Pair, RowGoing>()
    for (const pair of this.matched.pairs) {
      const { cell } = pair.words[0]!
      const row = cell && goesWhole(pair.words[0]!) ? rowAround(pair.lines[0]!) : null
      if (!cell || !row || rows.has(pair)) continue
      const words = this.words.filter((each) => each.cell?.row === cell.row)
      const pairs = [...new Set(words.flatMap((each) => this.pairOf.get(each) ?? []))]
      const paired = new Set(pairs.flatMap(({ lines }) => lines))
      const goes = (each: WordLine) => goesWhole(each) || each.stream.text.trim() === ''
      // What the brief put into the row meanwhile would go with it, and nobody would have been asked.
      const isWhole = this.lines.every((line) => rowAround(line)?.pos !== row.pos || paired.has(line))
      if (!words.every(goes) || !isWhole) continue
      for (const each of pairs) rows.set(each, { pos: row.pos, pairs })
    }
    return rows
  }

  private rowGoes({ pos, pairs }: RowGoing) {
    const [word] = pairs.flatMap(({ words }) => words)
    const lines = pairs.flatMap((pair) => pair.lines)
    this.add(word!.number, {
      what: 'removed',
      as: 'row',
      by: word!.cell?.row.deleted ?? [...word!.groups.values()][0] ?? null,
      removed: this.cellsOf(lines),
      pos,
      edit: { is: 'remove-row', pos },
    })
  }

  private cellsOf(lines: readonly Line[]): string {
    return cut(lines.map(({ stream }) => this.shown(stream, 0, stream.text.length)).join(' | '))
  }

  private rowsGone() {
    const done = new Set<number>()
    for (const line of this.matched.gone) {
      const row = this.rowGone(line)
      if (!row || done.has(row.pos)) continue
      done.add(row.pos)
      this.add(0, {
        id: `row ${row.lines[0]!.words}`,
        what: 'removed',
        as: 'row',
        section: this.sectionOf(line),
        removed: this.cellsOf(row.lines),
        pos: row.pos,
        edit: { is: 'remove-row', pos: row.pos },
      })
    }
  }

  private sectionOf(line: Line): string {
    const heading = this.lines.findLast((each) => each.kind.startsWith('heading') && each.pos <= line.pos)
    return heading ? plain(heading.stream.text) : ''
  }

  private gone(line: Line) {
    this.add(0, {
      id: `gone ${line.words}`,
      what: 'removed',
      section: this.sectionOf(line),
      removed: cut(this.shown(line.stream, 0, line.stream.text.length)),
      pos: line.pos,
      edit: { is: 'remove', pos: line.pos },
    })
  }

  /** Words of footnotes, and of the notes that follow from citations. */
  private notes() {
    const numberOf = new Map<number, number>()
    paragraphsOf(this.file.blocks).forEach((paragraph, number) => {
      for (const run of paragraph.runs)
        if (run.is === 'note' && !numberOf.has(run.note)) numberOf.set(run.note, number)
    })
    this.file.notes.forEach((note, n) => {
      const object = noteObject(this.file.notes, n)
      const number = numberOf.get(n) ?? 0
      const footnote = object.startsWith('f:') ? object.slice(2) : null
      const texts = footnote === null ? undefined : this.brief.footnotes.get(footnote)
      const { words, bookmark } = noteWords(note)
      if (!bookmark || bookmark.is !== 'note') return
      if (footnote !== null && texts) this.footnote(number, footnote, texts, words, bookmark.words)
      else if (footnote === null && words.length > 0) {
        const stream = joinedParagraphs(words)
        const after = asIf(stream, () => true)
        // Of a citation's note only what no reference manager writes is compared.
        const text = plain(withoutObjects(after))
        if (printOfWords({ ...emptyStream(), text }) === bookmark.words) return
        this.add(number, {
          id: `note ${n}`,
          what: 'note',
          before: `${this.label(object)} `,
          added: cut(text),
          as: 'citation',
          why: 'The note follows from the citation and its source: change those in the brief.',
        })
      }
    })
  }

  private footnote(
    number: number,
    footnote: string,
    texts: NonNullable<ReturnType<ReadBrief['footnotes']['get']>>,
    words: readonly WordParagraph[],
    sent: string,
  ) {
    const streams = words.map((paragraph) => {
      const groups = new Map<number, ByLine>()
      return { whole: trimStart(streamOfParagraph(paragraph, this.file.notes, groups, true)), groups }
    })
    const before = joinedParagraphs(words)
    const isAsSent = printOfWords(asIf(before, () => false)) === sent
    const from = this.found.length
    texts.forEach((text, paragraph) => {
      const other = streams[paragraph]
      if (!other) return
      const stream = streamOfBlock(text, 0, { inNote: true })
      const taken = takenGroups(stream, other.whole, other.groups)
      const now = asIf(other.whole, (group) => taken.has(group))
      const alignment = align(stream, now)
      if (!isAsSent) for (const hunk of alignment.hunks) this.hunk(number, stream, now, hunk, false)
      for (const [group, by] of other.groups)
        if (!taken.has(group))
          this.tracked(number, { stream, whole: other.whole, now, alignment, group, by, alsoHere: false })
      for (const each of this.found.slice(from))
        if (each.edit?.is === 'words') {
          each.as = 'footnote'
          each.pos = null
          each.edit = { ...each.edit, is: 'note-words', footnote, paragraph }
        }
    })
  }

  private remarks(): Remark[] {
    return this.file.comments.map(({ author, at, text, words, paragraph }, n) => {
      const word = this.words.find(({ number }) => number === paragraph)
      const pair = word && this.pairOf.get(word)
      const line = pair?.lines[0]
      const found = line && words ? line.stream.text.indexOf(words) : -1
      return {
        id: `remark ${n}`,
        by: { author: author || 'Somebody', at },
        text,
        words: cut(words),
        section: paragraph === null ? '' : (this.sections[paragraph] ?? ''),
        pos: line ? (found >= 0 ? line.stream.at[found]! : line.pos + 1) : null,
      }
    })
  }
}

type RowGoing = { pos: number; pairs: Pair[] }

const rowAround = (line: Line) => line.around.find(({ node }) => node.type === 'tableRow')

type TrackedChange = {
  stream: Placed
  whole: WordStream
  now: Stream & { from: number[] }
  alignment: Alignment
  group: number
  by: ByLine
  alsoHere: boolean
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

const plain = (text: string) => text.replaceAll(OBJECT, '').replace(/\s+/g, ' ').trim()
const cut = (text: string) => (text.length > SHOWN ? `${text.slice(0, SHOWN).trimEnd()}…` : text)
const finalText = (paragraph: WordParagraph) =>
  finalRuns(paragraph)
    .map((run) => (run.is === 'text' ? run.text : ''))
    .join('')

const withoutObjects = ({ text }: Stream) => text.replaceAll(OBJECT, '')

const trimStart = (stream: WordStream): WordStream => {
  const from = stream.text.length - stream.text.trimStart().length
  return from === 0
    ? stream
    : {
        text: stream.text.slice(from),
        looks: stream.looks.slice(from),
        group: stream.group.slice(from),
        comes: stream.comes.slice(from),
        objects: new Map([...stream.objects].map(([at, object]) => [at - from, object])),
      }
}

/** One behind the other, with the changes of each and of the ends between them. */
const joinedWords = (words: readonly WordLine[]): { whole: WordStream; groups: Map<number, ByLine> } => {
  const whole: WordStream = { ...emptyStream(), group: [], comes: [] }
  const groups = new Map<number, ByLine>()
  words.forEach(({ stream, groups: own, paragraph }, n) => {
    const first = groups.size
    for (const [number, by] of own) groups.set(first + number, by)
    for (const [at, object] of stream.objects) whole.objects.set(whole.text.length + at, object)
    whole.text += stream.text
    whole.looks.push(...stream.looks)
    whole.group.push(...stream.group.map((group) => (group === 0 ? 0 : first + group)))
    whole.comes.push(...stream.comes)
    if (n === words.length - 1) return
    const by = paragraph.inserted ?? paragraph.deleted
    const last = whole.group.at(-1) ?? 0
    if (by && last !== 0 && groups.get(last)?.author === by.author) whole.group.push(last)
    else if (by) {
      groups.set(groups.size + 1, by)
      whole.group.push(groups.size)
    } else whole.group.push(0)
    whole.text += PARAGRAPH
    whole.looks.push('')
    whole.comes.push(paragraph.inserted !== undefined)
  })
  return { whole, groups }
}

const joinedParagraphs = (paragraphs: readonly WordParagraph[]): WordStream => {
  const whole: WordStream = { ...emptyStream(), group: [], comes: [] }
  paragraphs.forEach((paragraph, n) => {
    const stream = streamOfParagraph(paragraph, [], new Map(), true)
    for (const [at, object] of stream.objects) whole.objects.set(whole.text.length + at, object)
    whole.text += stream.text + (n < paragraphs.length - 1 ? PARAGRAPH : '')
    whole.looks.push(...stream.looks, '')
    whole.group.push(...stream.group, 0)
    whole.comes.push(...stream.comes, false)
  })
  return whole
}

/** Paragraphs whose end is struck as a change belong to one pair with what follows them. */
const withJoins = (pairs: readonly Pair[]): Pair[] => {
  const result: Pair[] = []
  for (const pair of pairs) {
    const before = result.at(-1)
    const last = before?.words.at(-1)
    if (
      before &&
      last?.paragraph.deleted &&
      !goesWhole(last) &&
      !before.moved &&
      !pair.moved &&
      last.cell?.row === pair.words[0]!.cell?.row &&
      pair.lines[0]!.pos > before.lines.at(-1)!.pos
    )
      result[result.length - 1] = {
        lines: [...before.lines, ...pair.lines],
        words: [...before.words, ...pair.words],
        moved: false,
      }
    else result.push(pair)
  }
  return result
}

/** Changes that the brief has already: with them the paragraph is more like the block than without. */
const takenGroups = (
  stream: Placed,
  whole: WordStream,
  groups: ReadonlyMap<number, ByLine>,
): ReadonlySet<number> => {
  const taken = new Set<number>()
  if (groups.size === 0) return taken
  const own = tokensOf(stream)
  const far = () => distance(own, tokensOf(asIf(whole, (group) => taken.has(group))))
  let now = far()
  if (now === 0) return taken
  for (const group of groups.keys()) {
    taken.add(group)
    const next = far()
    if (next < now) now = next
    else taken.delete(group)
  }
  return taken
}

type Hunk = { from: number; to: number; wordFrom: number; wordTo: number }
type Alignment = {
  hunks: Hunk[]
  /** Of each letter of the brief: its place in Word's line, or -1. */
  letters: number[]
  /** Of each letter of Word's line: its place in the brief's, or -1. */
  back: number[]
}

const align = (stream: Stream, now: Stream): Alignment => {
  const a = tokensOf(stream)
  const b = tokensOf(now)
  const letters = Array.from({ length: stream.text.length }, () => -1)
  const back = Array.from({ length: now.text.length }, () => -1)
  const hunks: Hunk[] = []
  const start = (tokens: readonly Token[], n: number, length: number) => tokens[n]?.from ?? length
  let [x, y] = [0, 0]
  const same = (toX: number) => {
    for (; x < toX; x++, y++)
      for (let n = 0; n < a[x]!.to - a[x]!.from; n++) {
        letters[a[x]!.from + n] = b[y]!.from + n
        back[b[y]!.from + n] = a[x]!.from + n
      }
  }
  for (const [from = 0, to = 0, wordFrom = 0, wordTo = 0] of diff(
    a.map(({ key }) => key),
    b.map(({ key }) => key),
  )) {
    same(from)
    const last = hunks.at(-1)
    const hunk = {
      from: start(a, from, stream.text.length),
      to: start(a, to, stream.text.length),
      wordFrom: start(b, wordFrom, now.text.length),
      wordTo: start(b, wordTo, now.text.length),
    }
    // Two words changed in a row are one change, although the space between them stayed.
    if (last && /^[^\S\u2029]*$/.test(stream.text.slice(last.to, hunk.from))) {
      last.to = hunk.to
      last.wordTo = hunk.wordTo
    } else hunks.push(hunk)
    ;[x, y] = [to, wordTo]
  }
  same(a.length)
  return { hunks, letters, back }
}

const lowerBound = (sorted: readonly number[], value: number): number => {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle]! < value) low = middle + 1
    else high = middle
  }
  return low
}

/** So much of the words that a change strikes must be there. */
const ENOUGH = 0.6

/** A stretch of Word's line in the brief's; null when too little of it is left. */
const placeIn = (
  { back, hunks }: Alignment,
  from: number,
  to: number,
  length: number,
): { from: number; to: number; changed: boolean } | null => {
  if (from === to) {
    const left = from > 0 ? back[from - 1]! : -1
    const right = from < back.length ? back[from]! : -1
    const beside = hunks.find((hunk) => hunk.wordFrom <= from && from <= hunk.wordTo)
    const at =
      left >= 0
        ? left + 1
        : right >= 0
          ? right
          : from === 0
            ? 0
            : from === back.length
              ? length
              : (beside?.to ?? length)
    return { from: at, to: at, changed: beside !== undefined }
  }
  const there = back.slice(from, to).filter((at) => at >= 0)
  if (there.length < ENOUGH * (to - from)) return null
  const [first, last] = [there[0]!, there.at(-1)! + 1]
  return { from: first, to: last, changed: there.length < to - from || last - first !== to - from }
}

/** Where the text of a cell without words begins; null where it has some, or there is no such cell. */
const emptyCell = (row: Line['node'], pos: number, column: number): number | null => {
  let at = pos + 1
  for (const [n, cell] of (row.content ?? []).entries()) {
    if (n === column)
      return (cell.content ?? []).length === 1 && (cell.content![0]!.content ?? []).length === 0
        ? at + 2
        : null
    at += sizeOf(cell)
  }
  return null
}
