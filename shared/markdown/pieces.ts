/**
 * A Markdown text in pieces that can be parsed by themselves: cut at empty lines before a line that can belong to
 * no list, fence or HTML block above it.
 */

export type Piece = {
  text: string
  /** Where it stands in the whole. */
  start: number
  /** It is one block of fenced code. */
  isCode: boolean
}

/** Blocks are gathered up to this length: a parser of its own for each would cost more than it saves. */
const LENGTH = 2000

/** A line that may go on with a list, or with what stands indented in one. */
const MAY_CONTINUE = /^(?:[ \t]|[-+*](?:\s|$)|\d{1,9}[.)](?:\s|$))/

/** HTML that runs across empty lines until its own end (CommonMark §4.6, kinds 1 to 5). */
const HTML_RUNS: [RegExp, RegExp][] = [
  [/^ {0,3}<(?:script|pre|style|textarea)(?:\s|>|$)/i, /<\/(?:script|pre|style|textarea)>/i],
  [/^ {0,3}<!--/, /-->/],
  [/^ {0,3}<\?/, /\?>/],
  [/^ {0,3}<!\[CDATA\[/, /\]\]>/],
  [/^ {0,3}<![A-Za-z]/, />/],
]

/** The pieces joined are the text. A text with link definitions is one piece: any of its blocks may use them. */
export const splitPieces = (text: string): Piece[] => {
  if (/^ {0,3}\[[^\]^\n][^\]\n]*\]:/m.test(text)) return [{ text, start: 0, isCode: false }]
  const pieces: Piece[] = []
  let start = 0
  let at = 0
  /** What ends the fence or the HTML that is open. */
  let until: RegExp | null = null
  let afterEmpty = false
  let isCode = false
  const cut = (end: number) => {
    if (end > start) pieces.push({ text: text.slice(start, end), start, isCode })
    start = end
    isCode = false
  }
  while (at < text.length) {
    const stop = text.indexOf('\n', at)
    const end = stop < 0 ? text.length : stop + 1
    const line = text.slice(at, stop < 0 ? end : stop)
    if (until) {
      if (until.test(line)) {
        until = null
        // Code stands alone, so that what looks like marks in it is not counted.
        if (isCode) cut(end)
      }
    } else if (line.trim() === '') {
      afterEmpty = true
    } else {
      const fence = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/.exec(line)?.[1]
      if (afterEmpty && !MAY_CONTINUE.test(line) && (fence || at - start > LENGTH)) cut(at)
      if (fence) {
        isCode = at === start
        until = new RegExp(`^ {0,3}${fence[0]}{${fence.length},}[ \\t]*$`)
      } else {
        const run = HTML_RUNS.find(([opens]) => opens.test(line))
        // Its end may stand on the line that opens it.
        if (run && !run[1].test(line.replace(/^ {0,3}<!--/, ''))) until = run[1]
      }
      afterEmpty = false
    }
    at = end
  }
  cut(text.length)
  return pieces
}
