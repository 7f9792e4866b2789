/** What all looks at a Word file that came back share: which paragraph is which block, and how words are shown. */
import type { ReadBrief } from '../brief/read.ts'
import { finalRuns } from './blocks.ts'
import { readBookmark } from './bookmark.ts'
import type { Difference } from './difference.ts'
import { type FieldCitation, paragraphsOf, type WordDocument, type WordParagraph } from './document.ts'
import type { Piece } from './edit.ts'
import { withJoins } from './joined-words.ts'
import type { Line, WordLine } from './lines.ts'
import { match, type Pair } from './match.ts'
import { citationObject, OBJECT, PARAGRAPH, type Stream } from './stream.ts'

/** Letters of context on each side. */
const AROUND = 60
/** Of a paragraph that is shown whole. */
const SHOWN = 400

const GONE = 'The words that it changes are no longer in the brief.'

/** One file against one state of the brief: what belongs to what, and the differences that were found so far. */
export class Comparison {
  found: Difference[] = []
  readonly sections: string[] = []
  readonly matched
  readonly pairOf = new Map<WordLine, Pair>()
  readonly fields = new Map<string, FieldCitation>()
  readonly names = new Map<string, string>()

  readonly brief: ReadBrief
  readonly file: WordDocument
  readonly lines: readonly Line[]
  readonly words: readonly WordLine[]

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

  add(number: number, difference: Partial<Difference> & Pick<Difference, 'what'>) {
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

  label = (object: string): string => {
    const id = this.names.get(object)
    const numbers = id === undefined ? undefined : this.brief.order.numbers.get(id)
    if (numbers?.length) return `[${numbers.join(', ')}]`
    return object.startsWith('f:') ? '[footnote]' : '[citation]'
  }

  shown(stream: Stream, from: number, to: number): string {
    let text = ''
    for (let n = from; n < to; n++) {
      const object = stream.objects.get(n)
      text += object ? this.label(object) : stream.text[n] === PARAGRAPH ? ' ¶ ' : stream.text[n]
    }
    return text
  }

  around(stream: Stream, from: number, to: number) {
    const start = Math.max(0, from - AROUND)
    const end = Math.min(stream.text.length, to + AROUND)
    const before = this.shown(stream, start, from)
    const after = this.shown(stream, to, end)
    return {
      before: start > 0 ? `…${before.replace(/^\S*\s/, '')}` : before,
      after: end < stream.text.length ? `${after.replace(/\s\S*$/, '')}…` : after,
    }
  }

  pieces(stream: Stream, from: number, to: number): Piece[] {
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

  pieceOf(object: string): Piece[] {
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

  /** The block behind which a paragraph of the file stands. */
  placeBefore(word: WordLine, but?: Line): Line | null {
    for (let at = this.words.indexOf(word) - 1; at >= 0; at--) {
      const pair = this.pairOf.get(this.words[at]!)
      const line = pair && !pair.moved ? pair.lines.at(-1) : undefined
      if (line && line !== but) return line
    }
    return null
  }

  placeAfter(word: WordLine): Line | null {
    for (let at = this.words.indexOf(word) + 1; at < this.words.length; at++) {
      const pair = this.pairOf.get(this.words[at]!)
      if (pair && !pair.moved) return pair.lines[0]!
    }
    return null
  }

  sectionOf(line: Line): string {
    const heading = this.lines.findLast((each) => each.kind.startsWith('heading') && each.pos <= line.pos)
    return heading ? plain(heading.stream.text) : ''
  }
}

export const plain = (text: string) => text.replaceAll(OBJECT, '').replace(/\s+/g, ' ').trim()

export const cut = (text: string) => (text.length > SHOWN ? `${text.slice(0, SHOWN).trimEnd()}…` : text)

const finalText = (paragraph: WordParagraph) =>
  finalRuns(paragraph)
    .map((run) => (run.is === 'text' ? run.text : ''))
    .join('')
