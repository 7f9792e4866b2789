/** The page of a published version: the brief as readers see it, what is known of its evidence, and what changed since the version before. */
import { loadStyle } from '../cite/styles.ts'
import { withFootnotes } from '../brief/footnotes.ts'
import type { ReadBrief } from '../brief/read.ts'
import type { WrittenWords } from '../words/english.ts'
import { writtenIn } from '../words/written.ts'
import { changedSentences, type SentenceChange } from './changed-sentences.ts'
import { escapeHtml } from './escape-html.ts'
import type { Frozen } from './frozen.ts'
import { dayOf } from './html-notes.ts'
import { PAGE_STYLE } from './html-style.ts'
import { toHtml } from './html.ts'

export type Version = {
  number: number
  /** ISO 8601, UTC. */
  at: string
  /** Search engines may list it. */
  openly: boolean
}

/** Where the word of a later version goes, which is not known when the page is made. */
const NEWER = '<!-- newer -->'

/** More than this nobody reads through. */
const MOST = 200

const NO_ROBOTS = '<meta name="robots" content="noindex, nofollow">'

/** `before`: the version that readers knew; null for the first. */
export const readerPage = async (
  { brief, facts }: Frozen,
  version: Version,
  before: { version: Version; brief: ReadBrief } | null,
): Promise<string> => {
  const words = writtenIn(brief.about.lang)
  return toHtml(
    brief,
    {
      audience: 'outside',
      facts,
      pictureAt: (hash) => `?${new URLSearchParams({ figure: hash })}`,
      around: {
        head: version.openly ? '' : NO_ROBOTS,
        underTitle: [
          `<p class="by">${words.published(version.number, dayOf(version.at, words))}</p>`,
          NEWER,
          before ? changes(before, brief, words) : '',
        ].join(''),
      },
    },
    await loadStyle(brief.about),
  )
}

/** With a word of the version that took its place; `lang`: of the brief. */
export const withNewer = (
  page: string,
  newer: { version: Version; address: string; lang: string } | undefined,
): string =>
  page.replace(NEWER, () => {
    if (!newer) return ''
    const words = writtenIn(newer.lang)
    return `<p class="newer">${words.laterVersion(dayOf(newer.version.at, words))} <a href="${escapeHtml(newer.address)}">${words.readVersion(newer.version.number)}</a>.</p>`
  })

/** A page that says one thing: that there is nothing, yet or any more. */
export const plainPage = (title: string, sentence: string, lang: string): string =>
  [
    '<!doctype html>',
    `<html lang="${lang}">`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    NO_ROBOTS,
    `<title>${escapeHtml(title)}</title>`,
    `<style>${PAGE_STYLE}</style>`,
    '</head>',
    `<body><main><h1>${escapeHtml(title)}</h1><p>${escapeHtml(sentence)}</p></main></body>`,
    '</html>',
    '',
  ].join('\n')

const changes = (
  before: { version: Version; brief: ReadBrief },
  now: ReadBrief,
  words: WrittenWords,
): string => {
  const body = ({ body: own, footnotes }: ReadBrief) => withFootnotes(own, footnotes)
  const found = changedSentences(body(before.brief), body(now))
  const since = [before.version.number, dayOf(before.version.at, words)] as const
  if (found.length === 0) return `<p class="by">${words.nothingChanged(...since)}</p>`
  const more = found.length > MOST ? `<li>${words.andMore(found.length - MOST)}</li>` : ''
  return `<details class="changes"><summary>${words.changed(...since, found.length)}</summary><ul>${found
    .slice(0, MOST)
    .map((change) => draw(change, words))
    .join('')}${more}</ul></details>`
}

const draw = (change: SentenceChange, words: WrittenWords): string => {
  if (change.is !== 'changed') {
    const [name, tag] = change.is === 'added' ? [words.sentenceAdded, 'ins'] : [words.sentenceRemoved, 'del']
    return `<li><b>${name}</b> <${tag}>${escapeHtml(change.words)}</${tag}></li>`
  }
  const parts = change.parts.map(({ kind, text }) => {
    const shown = escapeHtml(text)
    return kind === 'added' ? `<ins>${shown}</ins>` : kind === 'removed' ? `<del>${shown}</del>` : shown
  })
  return `<li><b>${words.sentenceChanged}</b> ${parts.join('')}</li>`
}
