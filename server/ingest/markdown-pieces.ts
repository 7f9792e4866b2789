/**
 * Cuts a Markdown text into pieces that can be parsed one by one: at blank lines outside of fenced code, each
 * piece with the link definitions that it uses. Pieces that would take long to parse are marked as not to be.
 */

export type Piece = { text: string; parse: boolean }

/** A paragraph of the longest kind has a fifth of it; time grows with the square. */
const LONGEST = 20_000
/** Quotes in quotes and lists in lists; forty brackets or stars that do not close. */
const TOO_DEEP = /^(?:[ \t]*(?:>|[-*+]|\d{1,9}[.)])){20}/m
const MARKS = /[[\]*_`<]/g
/** Even a table of links has fewer. */
const MANY_MARKS = 4000

const FENCE = /^ {0,3}(`{3,}|~{3,})/
const DEFINITION = /^ {0,3}\[([^\]\n]{1,200})\]:[ \t]*\S[^\n]*$/

export const markdownPieces = (text: string): Piece[] => {
  const pieces: string[][] = [[]]
  const definitions = new Map<string, string>()
  let fence: string | null = null
  for (const line of text.split('\n')) {
    const mark = FENCE.exec(line.trimStart().length < line.length - 3 ? line.trimStart() : line)?.[1]
    if (fence === null && line.trim() === '') {
      pieces.push([])
      continue
    }
    const definition = fence === null ? DEFINITION.exec(line) : null
    if (definition && !definition[1]!.startsWith('^')) definitions.set(labelOf(definition[1]!), line)
    if (mark) fence = fence === null ? mark : closes(fence, mark) ? null : fence
    pieces.at(-1)!.push(line)
  }
  return pieces
    .filter((lines) => lines.length > 0)
    .map((lines) => dedented(lines).join('\n'))
    .map((piece) => ({ text: withDefinitions(piece, definitions), parse: isParsable(piece) }))
}

const closes = (fence: string, mark: string) => mark[0] === fence[0] && mark.length >= fence.length

const isParsable = (piece: string) =>
  piece.length <= LONGEST && !TOO_DEEP.test(piece) && (piece.match(MARKS)?.length ?? 0) <= MANY_MARKS

/** What stands indented is, away from its list, the rest of an item; taken as code it would keep its marks. */
const dedented = (lines: string[]): string[] => {
  const indent = Math.min(...lines.map((line) => /^[ \t]*/.exec(line)![0].length))
  return indent ? lines.map((line) => line.slice(indent)) : lines
}

const labelOf = (label: string) => label.trim().replace(/\s+/g, ' ').toLowerCase()

const withDefinitions = (piece: string, definitions: Map<string, string>): string => {
  if (definitions.size === 0) return piece
  const used = new Set<string>()
  for (const [, label] of piece.matchAll(/\[([^[\]]{1,200})\]/g)) {
    const definition = definitions.get(labelOf(label!))
    if (definition && !piece.includes(definition)) used.add(definition)
  }
  return used.size ? `${piece}\n\n${[...used].join('\n')}` : piece
}
