/** The paragraphs of a note with words or citations in them, and the mark that says how the note read when the file was made. */
import { type Bookmark, readBookmark } from './bookmark.ts'
import type { WordNote, WordParagraph } from './document.ts'

export const noteWords = ({ blocks }: WordNote): { words: WordParagraph[]; bookmark: Bookmark | null } => {
  const words = blocks.flatMap((block) => (block.is === 'paragraph' && block.runs.length > 0 ? [block] : []))
  const bookmark = words
    .flatMap(({ bookmarks }) => (bookmarks ?? []).map(readBookmark))
    .find((each) => each?.is === 'note')
  return { words, bookmark: bookmark ?? null }
}
