/** A whole Word file as the contents of a new brief, and what of it was not understood. */
import { about, TITLE_LIMIT } from '../brief/about.ts'
import { wordsOfBlock } from '../brief/covers.ts'
import type { BodyNode } from '../brief/body.ts'
import type { BriefContents } from '../brief/read.ts'
import { fitsSchema, normalBody, normalFootnote } from '../markdown/normal.ts'
import { blocksOf, finalRuns, isDrawn, type Making, type Picture } from './blocks.ts'
import { readBookmark } from './bookmark.ts'
import {
  paragraphsOf,
  type WordBlock,
  type WordComment,
  type WordDocument,
  type WordParagraph,
} from './document.ts'
import { collectWorks } from './works.ts'

type Given = {
  /** By its place in the file. */
  pictures: readonly (Picture | null)[]
  /** Where the file names no title. */
  fallback?: string | undefined
}

/** Remarks that the report repeats. */
const REMARKS = 50

export const contentsOfWord = (
  file: WordDocument,
  { pictures, fallback }: Given,
): { contents: BriefContents; report: string[] } => {
  const paragraphs = paragraphsOf(file.blocks)
  const isOurs = paragraphs.some(({ bookmarks }) =>
    (bookmarks ?? []).some((name) => readBookmark(name)?.is === 'head'),
  )
  const works = collectWorks()
  let missing = 0
  const making: Making = {
    notes: file.notes,
    works,
    footnotes: new Map(),
    isOurs,
    picture(place) {
      const picture = pictures[place] ?? null
      if (!picture) missing++
      return picture
    },
  }
  const first = paragraphs.find((each) => wordsOf(each) !== '')
  const titled = first?.role === 'title' ? first : undefined
  const rest = file.blocks.filter((block) => block !== titled)
  const body = fitting(normalBody({ type: 'doc', content: blocksOf(rest, making) }))
  const title = (
    (titled && wordsOf(titled)) ||
    file.title ||
    headingIn(body) ||
    fallback ||
    'Imported brief'
  ).slice(0, TITLE_LIMIT)
  const contents: BriefContents = {
    about: about.parse({
      title,
      ...(isOurs && file.authors.length > 0 && { authors: file.authors }),
      ...(file.language &&
        /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(file.language) && { lang: file.language }),
    }),
    body,
    footnotes: new Map([...making.footnotes].map(([id, text]) => [id, normalFootnote(text)])),
    sources: works.sources,
    excerpts: new Map(),
    citations: works.citations,
    checks: new Map(),
  }
  return { contents, report: reportOf(file, { missing, unread: works.unread }) }
}

const wordsOf = (paragraph: WordParagraph): string =>
  finalRuns(paragraph)
    .map((run) => (run.is === 'text' ? run.text : ''))
    .join('')
    .replace(/\s+/g, ' ')
    .trim()

const headingIn = (body: BodyNode): string => {
  const heading = body.content?.find(({ type }) => type === 'heading')
  return heading ? wordsOfBlock(heading) : ''
}

/** What the schema does not take stays as the words that it holds. */
const fitting = (body: BodyNode): BodyNode => {
  const content = (body.content ?? []).flatMap((block): BodyNode[] => {
    if (fitsSchema({ type: 'doc', content: [block] })) return [block]
    return wordsOfBlock(block)
      .split('\n')
      .filter(Boolean)
      .map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] }))
  })
  return { type: 'doc', content: content.length > 0 ? content : [{ type: 'paragraph' }] }
}

const counted = (n: number, one: string, several: string) =>
  n === 1 ? `One ${one}` : `${n.toLocaleString('en')} ${several}`

const reportOf = (file: WordDocument, { missing, unread }: { missing: number; unread: number }): string[] => {
  const changes = changesIn(file.blocks)
  const report: string[] = []
  if (changes > 0)
    report.push(
      `${counted(changes, 'tracked change was', 'tracked changes were')} taken as accepted: words that were struck are not there.`,
    )
  if (missing > 0)
    report.push(
      `${counted(missing, 'picture', 'pictures')} could not be read and ${missing === 1 ? 'is' : 'are'} not shown; PNG, JPEG, GIF and WebP are.`,
    )
  if (unread > 0)
    report.push(
      `${counted(unread, 'cited work', 'cited works')} could not be read and ${unread === 1 ? 'was' : 'were'} left out.`,
    )
  if (file.left.length > 0)
    report.push(`Not understood: ${file.left.map(({ what, times }) => `${what} (${times})`).join('; ')}.`)
  for (const each of file.comments.slice(0, REMARKS)) report.push(remark(each))
  if (file.comments.length > REMARKS)
    report.push(
      `${counted(file.comments.length - REMARKS, 'more comment was', 'more comments were')} left out.`,
    )
  return report
}

const remark = ({ author, words, text }: WordComment): string =>
  `Comment by ${author || 'somebody'}${words ? ` on “${words.slice(0, 120)}”` : ''}: ${text}`

/** Changes that touch are one. */
const changesIn = (blocks: readonly WordBlock[]): number =>
  paragraphsOf(blocks).reduce((sum, paragraph) => {
    if (isDrawn(paragraph)) return sum
    let before = false
    let own = 0
    for (const { inserted, deleted } of paragraph.runs) {
      const tracked = inserted !== undefined || deleted !== undefined
      if (tracked && !before) own++
      before = tracked
    }
    return sum + own
  }, 0)
