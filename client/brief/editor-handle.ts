/** What the panes around the page may ask of the editor, without knowing how it is made. */
import type { Store } from './store.ts'
import type { NewCite } from '../../shared/brief/citation.ts'

/** `pos` is a place in the editor's document. */
export type PageFigures = { words: number; headings: { pos: number; level: number; words: string }[] }

export type EditorHandle = {
  /** Words without notes and sources, and the headings. */
  readonly figures: Store<PageFigures>
  /** Scrolls to what stands there and puts the caret into it. */
  showPlace(pos: number): void
  /** Cites at the caret, or adds to the citation that stands there. False where no citation can stand. */
  cite(cites: NewCite[]): boolean
  /** Puts the excerpt's words in as a quotation block, cited. */
  quote(excerptId: string): boolean
  /** Puts the excerpt's words into the sentence at the caret, in quotation marks, cited. */
  quoteInline(excerptId: string): boolean
  focus(): void
  /** Scrolls to the citation and marks it as the active one. */
  showCitation(id: string): void
  /** Scrolls to the nth quotation of the body, counted as shared/check/quotes.ts counts them, and selects it. */
  showQuotation(index: number): void
  /** Puts a citation that lost its place back: at its sentence, found again, or else at the caret. */
  placeAgain(id: string): boolean
}
