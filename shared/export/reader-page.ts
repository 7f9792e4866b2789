/** The page of a published version: the brief as readers see it, what is known of its evidence, and what changed since the version before. */
import { loadStyle } from '../cite/styles.ts'
import { withFootnotes } from '../brief/footnotes.ts'
import type { ReadBrief } from '../brief/read.ts'
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
): Promise<string> =>
  toHtml(
    brief,
    {
      audience: 'outside',
      facts,
      pictureAt: (hash) => `?${new URLSearchParams({ figure: hash })}`,
      around: {
        head: version.openly ? '' : NO_ROBOTS,
        underTitle: [
          `<p class="by">Version ${version.number} · published ${dayOf(version.at)}</p>`,
          NEWER,
          before ? changes(before, brief) : '',
        ].join(''),
      },
    },
    await loadStyle(brief.about),
  )

/** With a word of the version that took its place. */
export const withNewer = (page: string, newer: { version: Version; address: string } | undefined): string =>
  page.replace(NEWER, () =>
    newer
      ? `<p class="newer">A later version was published on ${dayOf(newer.version.at)}: <a href="${escapeHtml(newer.address)}">read version ${newer.version.number}</a>.</p>`
      : '',
  )

/** A page that says one thing: that there is nothing, yet or any more. */
export const plainPage = (title: string, sentence: string): string =>
  [
    '<!doctype html>',
    '<html lang="en">',
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

const changes = (before: { version: Version; brief: ReadBrief }, now: ReadBrief): string => {
  const body = ({ body: own, footnotes }: ReadBrief) => withFootnotes(own, footnotes)
  const found = changedSentences(body(before.brief), body(now))
  const since = `version ${before.version.number} of ${dayOf(before.version.at)}`
  if (found.length === 0) return `<p class="by">No sentence changed since ${since}.</p>`
  const more = found.length > MOST ? `<li>And ${found.length - MOST} more.</li>` : ''
  return `<details class="changes"><summary>What changed since ${since}: ${counted(found.length)}</summary><ul>${found
    .slice(0, MOST)
    .map(draw)
    .join('')}${more}</ul></details>`
}

const counted = (n: number) => (n === 1 ? '1 sentence' : `${n} sentences`)

const draw = (change: SentenceChange): string => {
  if (change.is !== 'changed') {
    const [name, tag] = change.is === 'added' ? ['Added', 'ins'] : ['Removed', 'del']
    return `<li><b>${name}</b> <${tag}>${escapeHtml(change.words)}</${tag}></li>`
  }
  const parts = change.parts.map(({ kind, text }) => {
    const shown = escapeHtml(text)
    return kind === 'added' ? `<ins>${shown}</ins>` : kind === 'removed' ? `<del>${shown}</del>` : shown
  })
  return `<li><b>Changed</b> ${parts.join('')}</li>`
}
