/** A paragraph of a saved copy, cut into stretches that know their offsets; see text-offsets.ts. */
import { memo } from 'react'
import type { TextBlock } from '../../../shared/wire/inputs.ts'
import { type Passage, segments } from './segments.ts'

export type ReaderBlockProps = {
  index: number
  block: TextBlock
  number: number | null
  text: string
  passages: Passage[] | undefined
  /** What is being marked while the page's own selection is elsewhere. */
  marked: { start: number; end: number } | null
  /** The excerpt that was asked for. */
  shown: string | null
}

/** The id under which the passage being marked is drawn among the excerpts. */
const MARKED = '\u0000marked'

type Stretch = Omit<ReaderBlockProps, 'block'> & { start: number; end: number }

const Stretches = ({ start: from, end: until, text, passages, marked, shown }: Stretch) => {
  const all = marked ? [...(passages ?? []), { id: MARKED, ...marked }] : (passages ?? [])
  return segments(from, until, all).map(({ start, end, ids }) => {
    const words = text.slice(start, end)
    const excerpts = ids.filter((id) => id !== MARKED)
    const look = [
      ids.includes(MARKED) && 'marked',
      excerpts.length > 1 && 'several',
      shown !== null && excerpts.includes(shown) && 'shown',
    ]
      .filter(Boolean)
      .join(' ')
    return ids.length === 0 ? (
      <span key={start} data-offset={start}>
        {words}
      </span>
    ) : (
      <mark key={start} data-offset={start} data-excerpts={excerpts.join(' ')} className={look || undefined}>
        {words}
      </mark>
    )
  })
}

/** A row of a table: its cells stand below those of the rows above; what is written between them is not seen. */
const Cells = ({ block, ...props }: ReaderBlockProps) =>
  cellsAndGaps(block).map(({ start, end, cell }) => (
    <span
      key={start}
      className={cell ? 'reader-cell' : 'reader-gap'}
      data-head={cell?.head || undefined}
      style={cell && { flexGrow: cell.columns ?? 1 }}
    >
      <Stretches {...props} start={start} end={end} />
    </span>
  ))

type Part = { start: number; end: number; cell?: NonNullable<TextBlock['cells']>[number] }

/** The whole row, in order: each cell, and what stands before, between and behind them. */
const cellsAndGaps = ({ start, end, cells = [] }: TextBlock): Part[] => {
  const edges = [start, ...cells.map((cell) => cell.end)]
  const parts = cells.flatMap((cell, i): Part[] => [
    { start: edges[i]!, end: cell.start },
    { start: cell.start, end: cell.end, cell },
  ])
  return [...parts, { start: edges.at(-1)!, end }].filter((part) => part.end > part.start || part.cell)
}

const draw = (props: ReaderBlockProps) => {
  const { block, index, number } = props
  const common = {
    'data-block': index,
    'data-number': number ?? undefined,
    // Tab comes to one paragraph; marking.ts moves it.
    tabIndex: index === 0 ? 0 : -1,
    'data-kind': block.kind,
    'data-cells': block.cells ? '' : undefined,
    className: 'reader-block',
  }
  const words = block.cells ? (
    <Cells {...props} />
  ) : (
    <Stretches {...props} start={block.start} end={block.end} />
  )
  if (block.kind !== 'heading') return <p {...common}>{words}</p>
  // The reader stands below the pane's h2 and the source's h3.
  return (
    <div {...common} role="heading" aria-level={Math.min(6, (block.level ?? 1) + 3)}>
      {words}
    </div>
  )
}

const touches = (block: TextBlock, range: { start: number; end: number } | null) =>
  range !== null && range.start < block.end && range.end > block.start

const samePassages = (a: Passage[] = [], b: Passage[] = []) =>
  a.length === b.length &&
  a.every((p, i) => p.id === b[i]!.id && p.start === b[i]!.start && p.end === b[i]!.end)

/** Drawn again only when something in it changes: a text may have thousands of blocks. */
export const ReaderBlock = memo(draw, (before, after) => {
  const holds = (id: string | null) => id !== null && (after.passages ?? []).some((p) => p.id === id)
  return (
    before.block === after.block &&
    before.text === after.text &&
    samePassages(before.passages, after.passages) &&
    (before.marked === after.marked ||
      (!touches(after.block, before.marked) && !touches(after.block, after.marked))) &&
    (before.shown === after.shown || (!holds(before.shown) && !holds(after.shown)))
  )
})
