/** The kinds of work that the forms offer, in a person's words, by their CSL type. */
import { CSL_TYPES } from '../../../shared/cite/csl.ts'
import { say } from '../../words/en/sources.ts'

const NAMES: Record<(typeof CSL_TYPES)[number], string> = {
  'article-newspaper': say.newsArticle,
  'article-magazine': say.magazineArticle,
  'article-journal': say.journalArticle,
  report: say.report,
  webpage: say.webPage,
  post: say.post,
  'post-weblog': say.blogPost,
  broadcast: say.broadcast,
  motion_picture: say.video,
  song: say.audioRecording,
  graphic: say.picture,
  interview: say.interview,
  speech: say.speech,
  book: say.book,
  chapter: say.chapter,
  legislation: say.lawOrDecree,
  personal_communication: say.personalCommunication,
  document: say.otherDocument,
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
