/** What a collection says of a work: its item, the files that belong to it, and what was marked in them. */
import type { CslItem } from '../../shared/cite/csl.ts'

/** Words that somebody marked, as the list has them. */
export type Highlight = { words: string; comment: string; tags: string[] }

/** A file of a work, by its path in the list. */
export type ListedFile = {
  path: string
  title: string
  mediaType: string | null
  /** ISO 8601: when it was saved, where that is known. */
  at: string | null
}

export type ListedEntry = {
  item: CslItem
  /** The key that the list gives it. */
  key: string | null
  /** Plain text. */
  note: string
  files: ListedFile[]
  highlights: Highlight[]
  /** It is a file that belongs to no work: what the file says of itself counts too. */
  bare: boolean
}

export type Listed = {
  entries: ListedEntry[]
  /** `entry`: where it stands, or what it is called. */
  problems: { entry: string; why: string }[]
}
