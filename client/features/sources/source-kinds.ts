/** The kinds of work that the forms offer, in a person's words, by their CSL type. */
import { CSL_TYPES } from '../../../shared/cite/csl.ts'

const NAMES: Record<(typeof CSL_TYPES)[number], string> = {
  'article-newspaper': 'News article',
  'article-magazine': 'Magazine article',
  'article-journal': 'Journal article',
  report: 'Report',
  webpage: 'Web page',
  post: 'Post',
  'post-weblog': 'Blog post',
  broadcast: 'Broadcast',
  motion_picture: 'Video',
  song: 'Audio recording',
  graphic: 'Picture',
  interview: 'Interview',
  speech: 'Speech',
  book: 'Book',
  chapter: 'Chapter',
  legislation: 'Law or decree',
  personal_communication: 'Personal communication',
  document: 'Other document',
}

const kindOptions: { value: string; label: string }[] = CSL_TYPES.map((type) => ({
  value: type,
  label: NAMES[type],
}))

/** The name of any CSL type; one that the forms do not offer is shown as it is. */
export const kindName = (type: string): string =>
  (NAMES as Record<string, string>)[type] ?? type.replace(/[-_]/g, ' ')

/** The options, with the source's own type among them even when the forms do not offer it. */
export const kindOptionsWith = (type: string) =>
  kindOptions.some((o) => o.value === type)
    ? kindOptions
    : [...kindOptions, { value: type, label: kindName(type) }]
