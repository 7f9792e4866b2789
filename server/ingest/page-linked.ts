/** The work that a page describes in JSON-LD (https://schema.org/CreativeWork): the first that has a headline. */
import { z } from 'zod'
import { oneLine } from '../../shared/capture/text-blocks.ts'

export type LinkedWork = {
  types: string[]
  headline: string | undefined
  authors: string[]
  published: string | undefined
  publisher: string | undefined
  language: string | undefined
  url: string | undefined
}

const maybe = <T>(shape: z.ZodType<T>) => shape.optional().catch(undefined)

/** A name, a thing that has one, or several of them. */
const named: z.ZodType<string[]> = z.union([
  z.string().transform((name) => [name]),
  z.object({ name: z.union([z.string(), z.array(z.string())]) }).transform(({ name }) => [name].flat()),
])
const names = z.union([named, z.array(named.catch([])).transform((each) => each.flat())])

const work = z.object({
  '@type': z.union([z.string().transform((type) => [type]), z.array(z.string())]).catch([]),
  headline: maybe(z.string()),
  name: maybe(z.string()),
  author: maybe(names),
  creator: maybe(names),
  datePublished: maybe(z.string()),
  dateCreated: maybe(z.string()),
  publisher: maybe(names),
  inLanguage: maybe(
    z.union([z.string(), z.object({ alternateName: z.string() }).transform((each) => each.alternateName)]),
  ),
  url: maybe(z.string()),
})

const WRITTEN = /(?:Article|Posting|Report|Review|Legislation|Book|Thesis|Chapter|WebPage)$/
/** Describes the page around the work: it counts when there is nothing else. */
const AROUND = /^(?:WebPage|AboutPage|ItemPage)$/

export const linkedWork = (document: Document): LinkedWork | null => {
  const scripts = [...document.querySelectorAll('script[type="application/ld+json"]')].slice(0, 20)
  const works = scripts
    .flatMap((script) => things(json(script.textContent ?? '')))
    .flatMap((each) => work.safeParse(each).data ?? [])
    .filter((each) => each['@type'].some((type) => WRITTEN.test(type)))
  const found =
    works.find((each) => each.headline && !each['@type'].some((type) => AROUND.test(type))) ??
    works.find((each) => each.headline)
  if (!found) return null
  return {
    types: found['@type'],
    headline: titleOf(document, found),
    authors: found.author ?? found.creator ?? [],
    published: found.datePublished ?? found.dateCreated,
    publisher: found.publisher?.[0],
    language: found.inLanguage,
    url: found.url,
  }
}

/** Some put a description where the headline should be, and the title into the name: what the page itself shows as its title tells. */
const titleOf = (document: Document, { headline, name }: z.infer<typeof work>): string | undefined => {
  if (!headline || !name || headline === name) return headline
  const shown = [...document.querySelectorAll('title, h1')]
    .slice(0, 5)
    .map((each) => oneLine(each.textContent ?? '').toLowerCase())
  const shows = (words: string) => shown.some((each) => each.startsWith(oneLine(words).toLowerCase()))
  return shows(name) && !shows(headline) ? name : headline
}

/** Publishers wrap it in CDATA, with or without a comment before, for the sake of readers long gone. */
const json = (script: string): unknown => {
  const bare = script
    .replace(/^\s*(?:\/\/|\/\*|<!--)?\s*<!\[CDATA\[(?:\s*\*\/)?/, '')
    .replace(/(?:\/\/|\/\*)?\s*\]\]>\s*(?:\*\/|-->)?\s*$/, '')
  try {
    return JSON.parse(bare)
  } catch {
    return null
  }
}

/** Objects at the top, in lists, in graphs, and what a page says it is about. */
const things = (value: unknown, depth = 0): unknown[] => {
  if (depth > 4 || typeof value !== 'object' || value === null) return []
  if (Array.isArray(value)) return value.slice(0, 50).flatMap((each) => things(each, depth + 1))
  const inner = ['@graph', 'mainEntity'].flatMap((key) =>
    things((value as Record<string, unknown>)[key], depth + 1),
  )
  return [value, ...inner]
}
