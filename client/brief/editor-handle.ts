/** What the panes around the page may ask of the editor, without knowing how it is made. */
import type { Store } from './store.ts'
import type { WordDocument } from '../../shared/word/document.ts'
import type { Edit } from '../../shared/word/edit.ts'
import type { NewCite } from '../../shared/brief/citation.ts'

/** `pos` is a place in the editor's document. */
export type PageFigures = { words: number; headings: { pos: number; level: number; words: string }[] }

/** Something a person can do, by its name. */
export type PageCommand = {
  id: string
  name: string
  hint?: string
  /** Other words a person may type for it. */
  also?: string
  /** As `keyText` takes them. */
  keys?: string
  run(): void
}

export type EditorHandle = {
  /** What can be done on the page now, in groups. */
  commands(): { name: string; commands: PageCommand[] }[]
  /** Takes a difference of a Word file over. False where the brief has no place for it any more. */
  takeFromWord(edit: Edit, file: WordDocument): Promise<boolean>
  /** Opens the bar for finding. */
  find(): void
  /** Words without notes and sources, and the headings. */
  readonly figures: Store<PageFigures>
  /** Scrolls to what stands there and puts the caret into it. */
  showPlace(pos: number): void
  /** Cites at the caret, or adds to the citation that stands there. False where no citation can stand. */
  cite(cites: NewCite[]): boolean
  /** What was done last cites a source that came for it: undo takes both back. */
  cameToBeCited(source: string): void
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
