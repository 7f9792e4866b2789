/** What the panes around the page may ask of the editor, without knowing how it is made. */
import type { NewCite } from '../../shared/brief/citation.ts'

export type EditorHandle = {
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
