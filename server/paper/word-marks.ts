/** The hidden bookmarks by which an exported Word file is matched with its brief when it comes back (shared/word/bookmark.ts). */
import type { BodyNode } from '../../shared/brief/body.ts'
import { bookmarkName, print } from '../../shared/word/bookmark.ts'
import { linesOf } from '../../shared/word/lines.ts'
import { behindStops, joined, printOfLook, printOfWords, streamOfBlock } from '../../shared/word/stream.ts'

/** Ids of bookmarks are numbers; the headings' own begin at 1. */
const FIRST = 100_000

/** `inLine`: citations stand in the line, before the stop of their sentence. */
export const marking = (body: BodyNode, inLine = false) => {
  const lines = linesOf(body)
  const numbers = new Map(lines.map(({ node }, at) => [node, at]))
  let marks = 0
  const around = (name: string, runs: string): string => {
    const id = FIRST + marks++
    return `<w:bookmarkStart w:id="${id}" w:name="${name}"/>${runs}<w:bookmarkEnd w:id="${id}"/>`
  }
  return {
    known(node: BodyNode, runs: string): string {
      const number = numbers.get(node)
      if (number === undefined) return runs
      const line = lines[number]!
      const stream = inLine
        ? behindStops(line.stream, (at) => line.stream.objects.get(at)!.startsWith('c:'))
        : line.stream
      const words = printOfWords(stream)
      const { kind } = line
      return around(bookmarkName({ is: 'block', number, words, look: printOfLook(kind, stream) }), runs)
    },
    drawn: (runs: string, words: string): string =>
      around(bookmarkName({ is: 'drawn', number: marks, words: print(words) }), runs),
    /** `words`: those that no reference manager writes anew. */
    citationNote: (runs: string, words: string): string =>
      around(bookmarkName({ is: 'note', number: marks, words: print(words), id: null }), runs),
    /** `drawn`: its paragraphs as they stand in the file; the mark goes around the words of the first one. */
    footnote(id: string, paragraphs: readonly BodyNode[], drawn: string): string {
      const text = joined(paragraphs.map((each) => streamOfBlock(each, 0, { inNote: true })))
      const name = bookmarkName({ is: 'note', number: marks, words: printOfWords(text), id })
      return drawn.replace(
        /^<w:p>(<w:pPr>.*?<\/w:pPr>)?([^]*?)<\/w:p>/,
        (_, properties: string = '', runs: string) =>
          runs ? `<w:p>${properties}${around(name, runs)}</w:p>` : `<w:p>${properties}</w:p>`,
      )
    },
    /** At the head of the file: how many blocks it has. */
    head: (runs: string): string => around(bookmarkName({ is: 'head', blocks: lines.length }), runs),
  }
}
