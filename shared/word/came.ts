/** Paragraphs, tables, rows and words in cells that came in Word. */
import { type Comparison, cut } from './comparison.ts'
import { paragraphsOf } from './document.ts'
import { asIf, type Line, sizeOf, type WordLine } from './lines.ts'
import { cameWhole } from './match.ts'

export const cameIn = (
  c: Comparison,
  came: readonly WordLine[],
  at: (number: number, work: () => void) => void,
) => {
  const done = new Set<object>()
  for (const word of came) {
    const { cell } = word
    if (word.hasPicture)
      at(word.number, () =>
        c.add(word.number, {
          what: 'picture',
          why: 'Put the picture into the brief by hand.',
          ...c.around(word.stream, word.stream.text.length, word.stream.text.length),
        }),
      )
    // It came and went in Word.
    if (asIf(word.stream, () => true).text.trim() === '') continue
    if (!cell) {
      at(word.number, () => cameLine(c, word))
      continue
    }
    const others = c.words.filter((each) => each.cell?.tableNumber === cell.tableNumber)
    const row = others.filter((each) => each.cell?.rowNumber === cell.rowNumber)
    if (others.every((each) => !c.pairOf.has(each))) {
      if (!done.has(cell.table)) at(word.number, () => cameTable(c, word, others))
      done.add(cell.table)
    } else if (row.every((each) => !c.pairOf.has(each))) {
      if (!done.has(cell.row)) at(word.number, () => cameRow(c, word, row, others))
      done.add(cell.row)
    } else at(word.number, () => cameInCell(c, word, row))
  }
}

const textOf = (c: Comparison, words: readonly WordLine[]): string => {
  return cut(
    words
      .map(({ stream }) => {
        const final = asIf(stream, () => true)
        return c.shown(final, 0, final.text.length)
      })
      .join(' | '),
  )
}

const cameLine = (c: Comparison, word: WordLine) => {
  c.add(word.number, {
    what: 'added',
    by: cameWhole(word) ? ([...word.groups.values()][0] ?? null) : null,
    added: textOf(c, [word]),
    pos: c.placeBefore(word)?.pos ?? 0,
    edit: {
      is: 'insert',
      after: c.placeBefore(word)?.pos ?? null,
      next: c.placeAfter(word)?.pos ?? null,
      blocks: [word.paragraph],
    },
  })
}

const cameTable = (c: Comparison, word: WordLine, all: readonly WordLine[]) => {
  const before = c.placeBefore(word)
  c.add(word.number, {
    what: 'added',
    as: 'table',
    added: textOf(c, all),
    pos: before?.pos ?? 0,
    edit: { is: 'insert', after: before?.pos ?? null, next: null, blocks: [word.cell!.table] },
  })
}

/** Behind the row above it, or before the first of its table. */
const cameRow = (c: Comparison, word: WordLine, row: readonly WordLine[], table: readonly WordLine[]) => {
  const { table: whole, row: cells, rowNumber } = word.cell!
  const linesWhere = (isThere: (other: number) => boolean) =>
    table
      .filter((each) => isThere(each.cell!.rowNumber))
      .flatMap((each) => c.pairOf.get(each)?.lines ?? [])
      .filter(({ kind }) => kind === 'cell')
  const above = linesWhere((other) => other < rowNumber).at(-1)
  const beside = above ?? linesWhere((other) => other > rowNumber)[0]
  c.add(word.number, {
    what: 'added',
    as: 'row',
    by: cells.inserted ?? (cameWhole(word) ? ([...word.groups.values()][0] ?? null) : null),
    added: textOf(c, row),
    pos: beside?.pos ?? null,
    ...(beside
      ? { edit: { is: 'row', beside: beside.pos, isBefore: !above, row: cells, table: whole }, why: '' }
      : { edit: null, why: 'Add the row in the brief by hand.' }),
  })
}

/** Words in a cell that has none in the brief, or one more paragraph in one that has. */
const cameInCell = (c: Comparison, word: WordLine, row: readonly WordLine[]) => {
  const beside = row.flatMap((each) => c.pairOf.get(each)?.lines ?? [])[0]
  const inRow = beside?.around.find(({ node }) => node.type === 'tableRow')
  const column = word.cell!.row.cells.findIndex((cell) => paragraphsOf(cell.blocks).includes(word.paragraph))
  const place = inRow && emptyCell(inRow.node, inRow.pos, column)
  const final = asIf(word.stream, () => true)
  c.add(word.number, {
    what: 'added',
    by: cameWhole(word) ? ([...word.groups.values()][0] ?? null) : null,
    added: textOf(c, [word]),
    pos: place ?? beside?.pos ?? null,
    ...(place
      ? {
          edit: { is: 'words', from: place, to: place, pieces: c.pieces(final, 0, final.text.length) },
          why: '',
        }
      : { edit: null, why: 'Write it into the cell by hand.' }),
  })
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
