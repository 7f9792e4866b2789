/** What taking a difference does to the brief: places are those of the editor's document, and hold for the state that they were computed from. */
import type { FieldCitation, WordBlock, WordNote, WordRow, WordTable } from './document.ts'

/** Something in a line of text. */
export type Piece =
  | { is: 'text'; text: string; look: string }
  | { is: 'break' }
  /** One paragraph ends here, and the next one begins. */
  | { is: 'paragraph' }
  /** One that the brief has. */
  | { is: 'citation'; id: string }
  | { is: 'footnote'; id: string }
  /** One that came in Word. */
  | { is: 'new-citation'; field: FieldCitation }
  | { is: 'new-footnote'; note: WordNote }

export type Edit =
  | { is: 'words'; from: number; to: number; pieces: Piece[] }
  /** Words of a footnote's paragraph: places count from the beginning of its text. */
  | { is: 'note-words'; footnote: string; paragraph: number; from: number; to: number; pieces: Piece[] }
  | { is: 'look'; from: number; to: number; was: string; look: string }
  /** `level`: null makes it a paragraph. */
  | { is: 'kind'; pos: number; level: number | null }
  /** Behind the block at `after`, or at the beginning. `within`: the same list, quotation or cell goes on behind it. */
  | { is: 'insert'; after: number | null; next: number | null; blocks: WordBlock[] }
  /** Behind the row that the cell at `beside` stands in, or before it. */
  | { is: 'row'; beside: number; isBefore: boolean; row: WordRow; table: WordTable }
  | { is: 'remove'; pos: number }
  | { is: 'remove-row'; pos: number }
  | { is: 'move'; pos: number; after: number | null }
  | { is: 'title'; title: string }
