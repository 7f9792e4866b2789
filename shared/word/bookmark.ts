/**
 * What an exported Word file carries to be known again when it comes back: a hidden bookmark a paragraph, whose name says which paragraph of
 * the file it was and how it read then. Word and LibreOffice keep names of bookmarks (at most forty letters, digits and underscores)
 * when they save a file; nothing of the brief but what the file shows anyway can be read from one.
 */
import { fingerprint } from '../text/fingerprint.ts'

export type Bookmark =
  /** A paragraph that stands in the brief: how it read, and how it looked. */
  | { is: 'block'; number: number; words: string; look: string }
  /** One that follows from the brief (title, list of sources): `words` only. */
  | { is: 'drawn'; number: number; words: string }
  /** The words of a note. `id` of a footnote of the writer's own. */
  | { is: 'note'; number: number; words: string; id: string | null }
  /** At the head of the file: how many paragraphs of the brief it had. */
  | { is: 'head'; blocks: number }

const SHORT = 12

/** 48 bits: enough for the paragraphs of one file. */
export const print = (words: string): string => fingerprint(words).slice(0, SHORT)

export const isOurBookmark = (name: string): boolean => /^_Vouch[BDNH]_/.test(name)

/** Ids of other programs may be longer than a name may be; such a note is known by its words. */
const isShort = (id: string | null): id is string => id !== null && /^[A-Za-z0-9_]{1,12}$/.test(id)

export const bookmarkName = (bookmark: Bookmark): string => {
  switch (bookmark.is) {
    case 'block':
      return `_VouchB_${bookmark.number}_${bookmark.words}_${bookmark.look.slice(0, 6)}`
    case 'drawn':
      return `_VouchD_${bookmark.number}_${bookmark.words}`
    case 'note':
      return `_VouchN_${bookmark.number}_${bookmark.words}${isShort(bookmark.id) ? `_${bookmark.id}` : ''}`
    case 'head':
      return `_VouchH_${bookmark.blocks}`
  }
}

/** LibreOffice names those in notes anew when it reads a file. */
const COPY = /_Copy_\d+$/

/** Null for a name that is none of ours, or was changed. */
export const readBookmark = (written: string): Bookmark | null => {
  const name = written.replace(COPY, '')
  const block = /^_VouchB_(\d{1,6})_([0-9a-f]{12})_([0-9a-f]{6})$/.exec(name)
  if (block) return { is: 'block', number: Number(block[1]), words: block[2]!, look: block[3]! }
  const drawn = /^_VouchD_(\d{1,6})_([0-9a-f]{12})$/.exec(name)
  if (drawn) return { is: 'drawn', number: Number(drawn[1]), words: drawn[2]! }
  const note = /^_VouchN_(\d{1,6})_([0-9a-f]{12})(?:_([A-Za-z0-9_]{1,12}))?$/.exec(name)
  if (note) return { is: 'note', number: Number(note[1]), words: note[2]!, id: note[3] ?? null }
  const head = /^_VouchH_(\d{1,6})$/.exec(name)
  return head ? { is: 'head', blocks: Number(head[1]) } : null
}
