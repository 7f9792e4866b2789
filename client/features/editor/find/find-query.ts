/** What is looked for on the page, and where it was found. prosemirror-search looks; the page's text is one document for it. */
import type { EditorState, Transaction } from '@tiptap/pm/state'
import { getMatchHighlights, SearchQuery, setSearchState } from 'prosemirror-search'
import { say } from '../../../words/en/editor.ts'

export type Finding = {
  words: string
  replacement: string
  caseSensitive: boolean
  wholeWord: boolean
  regexp: boolean
  /** Only here; positions in the document at the time of asking. */
  within: { from: number; to: number } | null
}

export const NOTHING_TYPED: Finding = {
  words: '',
  replacement: '',
  caseSensitive: false,
  wholeWord: false,
  regexp: false,
  within: null,
}

const queryOf = ({ words, replacement, caseSensitive, wholeWord, regexp }: Finding): SearchQuery =>
  new SearchQuery({
    search: words,
    replace: replacement,
    caseSensitive,
    wholeWord,
    regexp,
    literal: !regexp,
    // A pattern that takes nothing would be found between all letters.
    filter: (_, { from, to }) => to > from,
  })

/** Null: it can be looked for. Otherwise a sentence for a person. */
export const fault = (finding: Finding): string | null =>
  finding.words !== '' && !queryOf(finding).valid ? say.patternNotComplete : null

/** The transaction that looks for it from now on. */
export const lookFor = (tr: Transaction, finding: Finding): Transaction =>
  setSearchState(tr, queryOf(finding), finding.within)

export type Match = { from: number; to: number }

/** In the order of the text. */
export const matchesIn = (state: EditorState): Match[] =>
  getMatchHighlights(state)
    .find()
    .map(({ from, to }) => ({ from, to }))
    .toSorted((a, b) => a.from - b.from)

/** Which of them is selected, counted from 0; -1: none. */
export const selectedMatch = ({ selection }: EditorState, matches: readonly Match[]): number =>
  matches.findIndex(({ from, to }) => from === selection.from && to === selection.to)
