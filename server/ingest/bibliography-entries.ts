/**
 * Cuts a bibliography into its entries, so that one that is broken is told by its line and the others come in. What
 * an entry says is not looked at here.
 */
import type { BibliographyFormat } from '../../shared/cite/bibliography-format.ts'

export type Entry = {
  /** Where it begins, from 1. */
  line: number
  text: string
}

export const splitEntries = (text: string, format: BibliographyFormat): Entry[] => {
  const whole = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  const starts = STARTS[format](whole)
  const lineAt = linesOf(whole)
  return starts.map((start, i) => ({
    line: lineAt(start),
    text: whole.slice(start, starts[i + 1] ?? whole.length),
  }))
}

/** An entry of BibTeX begins with an `@` at the start of a line, whatever the one before left open. */
const bibtexStarts = (text: string) =>
  [...text.matchAll(/^[ \t]*@[ \t]*[a-z]+\s*[{(]/gim)].map((found) => found.index)

const risStarts = (text: string) => [...text.matchAll(/^TY {1,2}- ?/gm)].map((found) => found.index)

/** Objects of the outermost list, or of the list that is called "items" in an object around it. */
const cslStarts = (text: string): number[] => {
  const list = /^\s*\{\s*"items"\s*:\s*\[/.exec(text)?.[0].length ?? /^\s*\[/.exec(text)?.[0].length ?? 0
  const starts: number[] = []
  let depth = 0
  let quoted = false
  for (let at = list; at < text.length; at++) {
    const letter = text[at]
    if (quoted) {
      if (letter === '\\') at++
      else if (letter === '"') quoted = false
    } else if (letter === '"') quoted = true
    else if (letter === '{') {
      if (depth++ === 0) starts.push(at)
    } else if (letter === '}') depth--
  }
  return starts
}

const STARTS: Record<BibliographyFormat, (text: string) => number[]> = {
  bibtex: bibtexStarts,
  ris: risStarts,
  csl: cslStarts,
}

/** Positions must be asked for in order. */
const linesOf = (text: string) => {
  let line = 1
  let seen = 0
  return (position: number) => {
    for (; seen < position; seen++) if (text[seen] === '\n') line++
    return line
  }
}
