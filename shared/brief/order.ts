/**
 * The order of citations and the numbers that follow from it: numbers are computed, never stored, so two
 * people can never disagree about number 7.
 */
import type { BodyNode } from './body.ts'
import type { CitationRecord } from './citation.ts'
import type { Footnotes } from './footnotes.ts'

/** What a reader finds a note for at the foot of a page. */
export type Noted = { is: 'citation' | 'footnote'; id: string }

export type Order = {
  /** Ids of the citations that stand in the body and have a record, in document order, each once. */
  placed: string[]
  /** Citation id → a number a cite: the place of the cite's source in `sources`, from 1. */
  numbers: Map<string, number[]>
  /** Source ids by first mention. A source named by `citedIn` follows the one it is cited for. */
  sources: string[]
  /** Ids of the footnotes that stand in the body, in document order, each once. */
  footnotes: string[]
  /**
   * Citations and footnotes of the body in one row, each once: notes are numbered by it where a citation is a note.
   * Citations that stand within a footnote are not among them.
   */
  notes: Noted[]
  /** Records that no node names, though nobody took them out. Sorted by id. */
  unplaced: CitationRecord[]
  /** Ids that stand more than once in the body. They count once, at their first place. */
  doubled: string[]
  /** Ids of nodes that have no record. */
  unknown: string[]
}

type Seen = (noted: Noted, inFootnote: boolean) => void

const visit = (node: BodyNode, footnotes: Footnotes, seen: Seen, inFootnote = false): void => {
  const id = node.attrs?.id
  if (node.type === 'citation' && typeof id === 'string') seen({ is: 'citation', id }, inFootnote)
  if (node.type === 'footnote' && typeof id === 'string' && !inFootnote) {
    seen({ is: 'footnote', id }, false)
    for (const child of footnotes.get(id) ?? []) visit(child, footnotes, seen, true)
  }
  for (const child of node.content ?? []) visit(child, footnotes, seen, inFootnote)
}

const NO_FOOTNOTES: Footnotes = new Map()

/** Every citation id in document order, as often as it stands there; those of a footnote stand at its mark. */
export const citationIds = (body: BodyNode, footnotes: Footnotes = NO_FOOTNOTES): string[] => {
  const ids: string[] = []
  visit(body, footnotes, ({ is, id }) => {
    if (is === 'citation') ids.push(id)
  })
  return ids
}

export const orderOf = (
  body: BodyNode,
  citations: ReadonlyMap<string, CitationRecord>,
  footnotes: Footnotes = NO_FOOTNOTES,
): Order => {
  const ids = citationIds(body, footnotes)
  const notes = new Map<string, Noted>()
  visit(body, footnotes, (noted, inFootnote) => {
    const key = `${noted.is} ${noted.id}`
    if (!inFootnote && !notes.has(key)) notes.set(key, noted)
  })
  const once = new Set<string>()
  const doubled = new Set<string>()
  for (const id of ids) {
    if (once.has(id)) doubled.add(id)
    once.add(id)
  }
  const placed = [...once].filter((id) => citations.has(id))
  const places = new Map<string, number>()
  const numberOf = (source: string) => {
    if (!places.has(source)) places.set(source, places.size + 1)
    return places.get(source)!
  }
  const numbers = new Map<string, number[]>()
  for (const id of placed) {
    const cites = citations.get(id)!.cites
    numbers.set(
      id,
      cites.map((cite) => {
        const number = numberOf(cite.source)
        if (cite.citedIn) numberOf(cite.citedIn)
        return number
      }),
    )
  }
  return {
    placed,
    numbers,
    sources: [...places.keys()],
    footnotes: [...notes.values()].flatMap(({ is, id }) => (is === 'footnote' ? [id] : [])),
    notes: [...notes.values()].filter(({ is, id }) => is === 'footnote' || citations.has(id)),
    unplaced: [...citations.values()]
      .filter((c) => !once.has(c.id) && !c.removed)
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
    doubled: [...doubled],
    unknown: [...once].filter((id) => !citations.has(id)),
  }
}
