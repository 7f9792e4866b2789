/** What a Word file that came back says otherwise than its brief, as it is shown and taken. */
import type { ByLine } from './document.ts'
import type { Edit } from './edit.ts'

export type Difference = {
  /** The same as long as the file and the place are. */
  id: string
  what: 'words' | 'look' | 'kind' | 'added' | 'removed' | 'moved' | 'title' | 'note' | 'picture'
  /** Who made the tracked change; null: it was made without a track. */
  by: ByLine | null
  /** The heading that it stands under; '' above the first one. */
  section: string
  /** Words around the place, and what goes and comes there. A citation reads as its number in brackets. */
  before: string
  removed: string
  added: string
  after: string
  /** How it looks or what it is now and in Word; '' for other kinds. */
  as: string
  /** The brief changed at this place, too, since the file went out. */
  alsoHere: boolean
  /** Where it stands in the editor's document; null: nowhere any more. */
  pos: number | null
  /** Null: it has to be done by hand, and `why` says so. */
  edit: Edit | null
  why: string
}

export type Remark = {
  id: string
  by: ByLine
  text: string
  /** The words that it is about. */
  words: string
  section: string
  pos: number | null
}

export type BroughtBack = {
  /** The file went out from this brief. */
  isFrom: boolean
  differences: Difference[]
  remarks: Remark[]
}
