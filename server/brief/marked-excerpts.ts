/** What was marked in the files of a work, as excerpts: words with the comment as note and the colour as tag. */
import type * as Y from 'yjs'
import { describe } from '../../shared/anchor/describe.ts'
import { resolve } from '../../shared/anchor/resolve.ts'
import type { Selectors } from '../../shared/anchor/selectors.ts'
import { type Person, roots } from '../../shared/brief/document.ts'
import { addExcerpt, readExcerpts } from '../../shared/brief/excerpt.ts'
import { passageLocator } from '../../shared/brief/paragraph.ts'
import { readSource } from '../../shared/brief/source.ts'
import { cellAt } from '../../shared/text/table-cell.ts'
import type { Highlight } from '../ingest/collection-entry.ts'
import type { Ingested } from '../ingest/ingest.ts'
import { placeOfWords } from '../ingest/pdf-marks.ts'
import type { Kept } from './hold-captures.ts'

export type Marked = {
  hash: string
  start: number
  end: number
  /** In the text as it was read now. */
  selector: Selectors
  comment: string
  tags: string[]
}

/** Of a work; more are no reader's. */
const MOST = 2000

/**
 * The marks in the files and those that the list has, each once. `left`: what could not be found, a sentence for all of a
 * kind.
 */
export const markedIn = (
  copies: readonly Ingested[],
  listed: readonly Highlight[],
): { marked: Marked[]; left: string[] } => {
  const marked: Marked[] = []
  let wordless = 0
  let lost = 0
  const add = ({ hash, text }: Ingested['capture'], place: Place, said: Pick<Marked, 'comment' | 'tags'>) => {
    const same = marked.find((each) => each.hash === hash && isSame(each, place))
    if (!same) marked.push({ hash, ...place, selector: describe(text, place.start, place.end), ...said })
    else if (!same.comment) same.comment = said.comment
  }
  for (const { capture, marks } of copies)
    for (const { words, place, ...said } of marks) {
      if (place) add(capture, place, said)
      else if (words === '') wordless++
      else lost++
    }
  for (const { words, ...said } of listed) {
    const found = firstPlace(copies, words)
    if (found) add(found.capture, found.place, said)
    else lost++
  }
  const left = [
    ...(lost > 0 ? [leftOut(lost, 'the words are not in the text that was read')] : []),
    ...(wordless > 0 ? [leftOut(wordless, 'no words are marked')] : []),
    ...(marked.length > MOST ? [leftOut(marked.length - MOST, `${MOST} are the most for one work`)] : []),
  ]
  return { marked: marked.slice(0, MOST), left }
}

const leftOut = (count: number, why: string) =>
  `${count === 1 ? '1 mark was' : `${count} marks were`} left out: ${why}.`

type Place = { start: number; end: number }

/** Two lists of one person's marks have the same words, give or take a sign at the edges. */
const isSame = (one: Place, other: Place) =>
  Math.abs(one.start - other.start) + Math.abs(one.end - other.end) <= 4

const firstPlace = (copies: readonly Ingested[], words: string) => {
  for (const { capture } of copies) {
    const place = placeOfWords(capture.text, words)
    if (place) return { capture, place }
  }
  return null
}

/** How many were added: what is marked already in this copy is not marked twice. */
export const addMarked = (
  doc: Y.Doc,
  given: { source: string; by: Person; marked: readonly Marked[]; kept: readonly Kept[]; isNew: boolean },
): number => {
  const { source, marked, kept, isNew } = given
  const by = { id: given.by.id, name: given.by.name }
  const at = new Date().toISOString()
  const newest = readSource(source, roots(doc).sources.get(source))?.captures.at(-1)?.hash
  const there = new Set(
    isNew
      ? []
      : [...readExcerpts(doc).values()].flatMap((e) =>
          e.kind === 'anchored' ? [nameOf(e.capture, e.selector)] : [],
        ),
  )
  let added = 0
  for (const { hash, selector: read, comment, tags } of marked) {
    const copy = kept.find(({ ref }) => ref.hash === hash)
    const selector = copy && standing(copy.text, read)
    if (!copy || !selector || there.has(nameOf(hash, selector))) continue
    const [{ start, end }] = selector
    const cell = cellAt(copy.text, copy.info.blocks, { start, end })
    addExcerpt(doc, {
      kind: 'anchored',
      source,
      capture: hash,
      selector,
      cell: cell && { row: cell.row, column: cell.column, unit: cell.unit, caption: cell.caption },
      locator: passageLocator(copy.info, start, end),
      note: comment,
      tags,
      // Two files of a work are two forms of it: what was marked in one is not held against the other.
      kept: newest && newest !== hash ? { capture: newest, by, at } : null,
      createdBy: by,
      createdAt: at,
    })
    added++
  }
  return added
}

const nameOf = (hash: string, [{ start, end }]: Selectors) => `${hash} ${start} ${end}`

/** In the copy as it is kept: where the same bytes came before, another version of the program may have read them. */
const standing = (text: string, selector: Selectors): Selectors | null => {
  const found = resolve(text, selector)
  const stands = found.state === 'exact' || found.state === 'moved' || found.state === 'reflowed'
  return stands ? describe(text, found.start, found.end) : null
}
