/**
 * What a web page says of itself, as a CSL item: JSON-LD first, then the meta elements that publishers use. A
 * guess: whatever does not look like what it should be is left out.
 */
import { z } from 'zod'
import type { CslItem, CslName } from '../../shared/cite/csl.ts'
import { oneLine } from './text-blocks.ts'

const TEXT = 500

const called = z.union([
  z.string().transform((value) => [value]),
  z.object({ name: z.union([z.string(), z.array(z.string())]) }).transform(({ name }) => [name].flat()),
])

/** schema.org CreativeWork, as far as it is of use: https://schema.org/CreativeWork */
const work = z.object({
  '@type': z.union([z.string().transform((type) => [type]), z.array(z.string())]).catch([]),
  headline: z.string().optional().catch(undefined),
  author: z
    .union([called, z.array(called.catch([])).transform((each) => each.flat())])
    .optional()
    .catch(undefined),
  datePublished: z.string().optional().catch(undefined),
  publisher: called.optional().catch(undefined),
  inLanguage: z.string().optional().catch(undefined),
})
type Work = z.infer<typeof work>

const TYPES: [schema: RegExp, csl: string][] = [
  [/NewsArticle$/, 'article-newspaper'],
  [/^ScholarlyArticle$/, 'article-journal'],
  [/^(?:Report|GovernmentReport)$/, 'report'],
  [/^(?:BlogPosting|LiveBlogPosting)$/, 'post-weblog'],
  [/^SocialMediaPosting$/, 'post'],
  [/Article$/, 'article-magazine'],
]

export const guessFromPage = (document: Document): Partial<CslItem> => {
  const said = linkedWork(document)
  const type = TYPES.find(([schema]) => said?.['@type'].some((each) => schema.test(each)))?.[1] ?? 'webpage'
  const title =
    text(said?.headline) ??
    meta(document, 'og:title', 'citation_title', 'dc.title') ??
    elementText(document, 'title')
  const authors = (
    said?.author ?? metas(document, 'author', 'citation_author', 'dc.creator', 'article:author')
  )
    .map(text)
    .filter((each) => each !== undefined && !/^https?:/i.test(each))
  const issued =
    date(said?.datePublished) ??
    date(
      meta(
        document,
        'article:published_time',
        'citation_publication_date',
        'citation_date',
        'dc.date',
        'date',
      ),
    ) ??
    date(document.querySelector('article time[datetime]')?.getAttribute('datetime'))
  const site = text(said?.publisher?.[0]) ?? meta(document, 'og:site_name', 'citation_journal_title')
  const url =
    address(document.querySelector('link[rel="canonical"]')?.getAttribute('href')) ??
    address(meta(document, 'og:url'))
  const doi = /10\.\d{4,9}\/\S+/.exec(meta(document, 'citation_doi', 'dc.identifier') ?? '')?.[0]
  const language = text(said?.inLanguage) ?? text(document.documentElement?.getAttribute('lang'))
  return {
    type,
    ...(title && { title }),
    ...(authors.length && { author: [...new Set(authors)].slice(0, 50).map((each) => person(each!)) }),
    ...(issued && { issued }),
    ...(site && { 'container-title': site }),
    ...(url && { URL: url }),
    ...(doi && { DOI: doi }),
    ...(language && language.length <= 35 && { language }),
  }
}

/** The first JSON-LD object of the page that looks like a written work. */
const linkedWork = (document: Document): Work | null => {
  const scripts = [...document.querySelectorAll('script[type="application/ld+json"]')].slice(0, 20)
  const found = scripts.flatMap((script) => candidates(json(script.textContent ?? '')))
  const works = found.flatMap((each) => work.safeParse(each).data ?? [])
  return (
    works.find(
      (each) => each.headline && TYPES.some(([schema]) => each['@type'].some((t) => schema.test(t))),
    ) ?? null
  )
}

/** Publishers wrap it in CDATA, with or without a comment before, for the sake of readers long gone. */
const json = (script: string): unknown => {
  const bare = script
    .replace(/^\s*(?:\/\/|\/\*)?\s*<!\[CDATA\[(?:\s*\*\/)?/, '')
    .replace(/(?:\/\/|\/\*)?\s*\]\]>\s*(?:\*\/)?\s*$/, '')
  try {
    return JSON.parse(bare)
  } catch {
    return null
  }
}

const candidates = (value: unknown): unknown[] => {
  if (Array.isArray(value)) return value.slice(0, 50).flatMap((each) => candidatesOfObject(each))
  return candidatesOfObject(value)
}

const candidatesOfObject = (value: unknown): unknown[] => {
  if (typeof value !== 'object' || value === null) return []
  const graph = '@graph' in value && Array.isArray(value['@graph']) ? value['@graph'].slice(0, 50) : []
  return [value, ...graph]
}

const text = (value: string | null | undefined): string | undefined =>
  oneLine((value ?? '').slice(0, TEXT * 4)).slice(0, TEXT) || undefined

const elementText = (document: Document, selector: string) =>
  text(document.querySelector(selector)?.textContent)

const metas = (document: Document, ...names: string[]): string[] => {
  const all = [...document.querySelectorAll('meta[content]')].slice(0, 500)
  for (const wanted of names) {
    const found = all
      .filter(
        (each) => (each.getAttribute('name') ?? each.getAttribute('property'))?.toLowerCase() === wanted,
      )
      .flatMap((each) => text(each.getAttribute('content')) ?? [])
    if (found.length) return found
  }
  return []
}

const meta = (document: Document, ...names: string[]): string | undefined => metas(document, ...names)[0]

/** The day as the publisher wrote it: time and zone could move it to another one. */
const date = (value: string | null | undefined): CslItem['issued'] | undefined => {
  const match = /^\s*(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?(?!\d)/.exec(value ?? '')
  if (!match) return undefined
  const [year, month, day] = [match[1], match[2], match[3]].map(Number) as [number, number, number]
  if (year < 1000 || year > 2999) return undefined
  if (!(month >= 1 && month <= 12)) return { 'date-parts': [[year]] }
  return { 'date-parts': [day >= 1 && day <= 31 ? [year, month, day] : [year, month]] }
}

const address = (value: string | null | undefined): string | undefined => {
  if (!value || value.length > 2000 || !URL.canParse(value)) return undefined
  return /^https?:$/.test(new URL(value).protocol) ? value : undefined
}

const ORGANISATION =
  /\b(?:staff|team|editors?|editorial|desk|agency|news|press|reporters?|correspondents?|office|ministry|institute|university|committee|council|reuters|associated|afp|bbc|group|department|bureau)\b/i

/** "Ada Lovelace" has a family name, "Reuters" and "The news desk" have not. */
const person = (whole: string): CslName => {
  const plain = whole.replace(/^by\s+/i, '')
  const comma = /^([^,]+),\s*([^,]+)$/.exec(plain)
  if (comma) return { family: comma[1]!.trim(), given: comma[2]!.trim() }
  const words = plain.split(' ')
  if (words.length < 2 || words.length > 4 || ORGANISATION.test(plain)) return { literal: plain }
  return { family: words.at(-1)!, given: words.slice(0, -1).join(' ') }
}
