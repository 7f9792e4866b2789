/**
 * What a web page says of itself, as a CSL item: JSON-LD first, then the meta elements that publishers and libraries
 * use, then its byline. A guess: whatever does not look like what it should be is left out.
 */
import type { CslItem, CslName } from '../../shared/cite/csl.ts'
import { addressOf, dateOf, nameOf, namesOfByline } from './guess-words.ts'
import { linkedWork } from './page-linked.ts'
import { metasOf } from './page-metas.ts'
import { oneLine } from '../../shared/capture/text-blocks.ts'

const TEXT = 500

const TYPES: [schema: RegExp, csl: string][] = [
  [/NewsArticle$/, 'article-newspaper'],
  [/^(?:Medical)?ScholarlyArticle$/, 'article-journal'],
  [/^(?:Report|GovernmentReport|TechArticle)$/, 'report'],
  [/^(?:BlogPosting|LiveBlogPosting)$/, 'post-weblog'],
  [/^SocialMediaPosting$/, 'post'],
  [/^Legislation/, 'legislation'],
  [/^Book$/, 'book'],
  [/Article$/, 'article-magazine'],
]

/** `byline`: as the article finder saw it. */
export const guessFromPage = (document: Document, byline: string | null): Partial<CslItem> => {
  const said = linkedWork(document)
  const { meta, metas } = metasOf(document)
  const journal = meta('citation_journal_title', 'prism.publicationname')
  const institution = meta('citation_technical_report_institution', 'citation_dissertation_institution')
  const linkedType = TYPES.find(([schema]) => said?.types.some((each) => schema.test(each)))?.[1]
  const type = journal
    ? 'article-journal'
    : institution
      ? 'report'
      : (linkedType ?? (meta('citation_isbn') ? 'book' : 'webpage'))
  const title =
    text(said?.headline) ??
    meta('citation_title', 'dc.title', 'dcterms.title', 'og:title', 'parsely-title', 'twitter:title') ??
    titleOf(document)
  const authors = authorsOf(said?.authors ?? [], metas, byline)
  const issued =
    dateOf(said?.published) ??
    dateOf(
      meta(
        'citation_publication_date',
        'citation_date',
        'citation_online_date',
        'article:published_time',
        'og:published_time',
        'dcterms.issued',
        'dcterms.date',
        'dc.date.issued',
        'dc.date',
        'parsely-pub-date',
        'pubdate',
        'date',
      ),
    ) ??
    dateOf(
      document.querySelector('article time[datetime], time[pubdate][datetime]')?.getAttribute('datetime'),
    ) ??
    dateOf(document.querySelector('[itemprop="datePublished"]')?.getAttribute('content')) ??
    dateOf(document.querySelector('time[datetime]')?.getAttribute('datetime'))
  const publisher = text(said?.publisher) ?? meta('citation_publisher', 'dc.publisher', 'dcterms.publisher')
  const site = meta('og:site_name', 'application-name') ?? text(said?.publisher)
  const url =
    addressOf(document.querySelector('link[rel="canonical"]')?.getAttribute('href')) ??
    addressOf(meta('og:url')) ??
    addressOf(said?.url) ??
    addressOf(meta('citation_public_url', 'citation_fulltext_html_url', 'citation_abstract_html_url'))
  const doi = /10\.\d{4,9}\/[^\s"<>]+/.exec(
    [
      ...metas('citation_doi', 'dc.identifier', 'dcterms.identifier', 'prism.doi', 'bepress_citation_doi'),
    ].join(' '),
  )?.[0]
  const language =
    text(said?.language) ??
    text(document.documentElement?.getAttribute('lang')) ??
    meta('citation_language', 'dc.language', 'dcterms.language', 'content-language', 'og:locale')
  const first = meta('citation_firstpage')
  const last = meta('citation_lastpage')
  const fields: Partial<CslItem> = {
    type,
    title,
    author: authors.length > 0 ? authors : undefined,
    issued,
    'container-title': journal ?? institution ?? site,
    publisher: publisher !== (journal ?? site) ? (institution ?? publisher) : undefined,
    URL: url,
    DOI: doi?.replace(/[.,;]+$/, ''),
    language: language ? tag(language) : undefined,
    volume: meta('citation_volume', 'prism.volume'),
    issue: meta('citation_issue', 'prism.number'),
    page: first ? (last && last !== first ? `${first}-${last}` : first) : undefined,
    ISSN: meta('citation_issn', 'prism.issn'),
    ISBN: meta('citation_isbn'),
  }
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
}

/** Publishers name people in several places; the one that names most, each by itself, is best. */
const authorsOf = (
  linked: string[],
  metas: (...names: string[]) => string[],
  byline: string | null,
): CslName[] => {
  const cited = metas('citation_author', 'citation_authors').flatMap((each) => each.split(/\s*;\s*/))
  const named = [cited, linked, metas('dc.creator', 'dcterms.creator', 'dc.creator.personalname')]
    .map((each) => each.flatMap((name) => text(name) ?? []).filter(isName))
    .find((each) => each.length > 0)
  if (named) return [...new Set(named)].slice(0, 50).map(nameOf)
  const lines = metas('author', 'article:author', 'parsely-author', 'sailthru.author').filter(isName)
  const people = [...new Set(lines)].flatMap(namesOfByline)
  return people.length > 0 ? people.slice(0, 50) : namesOfByline(byline)
}

const isName = (name: string) => /\p{L}/u.test(name) && !/^(?:https?:|@|www\.)/i.test(name)

/** "Headline | The Paper": the site's name is no part of the headline, which says itself where it ends. */
const titleOf = (document: Document): string | undefined => {
  const title = text(document.querySelector('title')?.textContent)
  const headlines = [...document.querySelectorAll('h1')]
    .slice(0, 5)
    .flatMap((each) => text(each.textContent) ?? [])
  return headlines.find((headline) => headline.length > 10 && title?.startsWith(headline)) ?? title
}

/** `en_GB` is what some write. */
const tag = (language: string): string | undefined => {
  const [first = ''] = language.split(',')
  const plain = first.trim().replaceAll('_', '-')
  return /^[a-z]{2,3}(?:-[a-z0-9]{1,8})*$/i.test(plain) && plain.length <= 35 ? plain : undefined
}

const text = (value: string | null | undefined): string | undefined =>
  oneLine((value ?? '').slice(0, TEXT * 4)).slice(0, TEXT) || undefined
