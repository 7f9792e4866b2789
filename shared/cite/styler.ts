/**
 * Citations and references as a CSL style writes them: one citeproc engine, kept warm. What is given again as it was is not
 * written again. A pure computation: the same citations and works give the same runs everywhere.
 */
import CSL, { type Cluster, type Engine } from 'citeproc'
import { citeprocItem } from './citeproc-item.ts'
import type { CslItem } from './csl.ts'
import { citedInWords, type LocaleName } from './locales.ts'
import type { Run } from './reference.ts'
import { runsOfHtml } from './runs-of-html.ts'
import { shortName } from './short-name.ts'

/** A style and the locales that it may ask for, as XML. From `loadStyle`. */
export type StyleData = { csl: string; locale: LocaleName; locales: Partial<Record<LocaleName, string>> }

export type StyledCite = {
  source: string
  locator: string | null
  label: string | null
  prefix: string | null
  suffix: string | null
  suppressAuthor: boolean
  citedIn: string | null
}
/** `note` is the number of the note that it is or stands in, from 1; 0 in a style that writes into the text. */
export type ToStyle = { id: string; note: number; cites: readonly StyledCite[] }

/** `label` is what stands before the entry in styles that number: "[1]", "1."; null elsewhere. */
export type Reference = { source: string; label: string | null; runs: Run[] }
export type Styled = {
  /** Whether a citation is a note: then the text has a raised number, and the runs are the note's. */
  notes: boolean
  /** Citation id → its text; at least one run each. */
  clusters: Map<string, Run[]>
  bibliography: Reference[]
}

export type Works = ReadonlyMap<string, CslItem>
export type Styler = {
  notes: boolean
  /** Citations in document order, each once. A work that is not among `works` is written as missing. */
  style(clusters: readonly ToStyle[], works: Works): Styled
}

const MISSING: CslItem = { type: 'document', title: 'Source missing' }

/** Throws for a style that citeproc does not take: see `styleFault`. */
export const openStyler = ({ csl, locale, locales }: StyleData): Styler => {
  let works: Works = new Map()
  const make = (): Engine => {
    const engine = new CSL.Engine(
      {
        retrieveLocale: (lang) => locales[lang as LocaleName] ?? locales['en-US'] ?? '',
        retrieveItem: (id) => citeprocItem(id, works.get(id) ?? MISSING),
      },
      csl,
      locale,
      true,
    )
    engine.opt.development_extensions.wrap_url_and_doi = true
    return engine
  }
  let engine = make()
  let isFresh = true
  let before: Cluster[] = []
  let html = new Map<string, string>()
  const runs = new Map<string, { html: string; runs: Run[] }>()

  const all = (clusters: Cluster[]) => {
    if (!isFresh) engine = make()
    html = new Map(engine.rebuildProcessorState(clusters, 'html').map(([id, , text]) => [id, text]))
  }
  /** One citation that came or changed is written into what stands; more, or one that went, is written anew. */
  const one = (clusters: Cluster[]): boolean => {
    const old = new Map(before.map((cluster) => [cluster.citationID, JSON.stringify(cluster)]))
    const changed = clusters.filter((c) => old.get(c.citationID) !== JSON.stringify(c))
    if (changed.length === 0) return clusters.length === before.length && sameOrder(before, clusters)
    const [only] = changed
    const rest = (list: Cluster[]) => list.filter((c) => c.citationID !== only!.citationID)
    if (changed.length > 1 || !sameOrder(rest(before), rest(clusters))) return false
    const at = clusters.indexOf(only!)
    const places = clusters.map((c): [string, number] => [c.citationID, c.properties.noteIndex])
    const [, texts] = engine.processCitationCluster(only!, places.slice(0, at), places.slice(at + 1))
    for (const [, text, id] of texts) html.set(id, text)
    return true
  }
  const runsFor = (id: string, text: string): Run[] => {
    const known = runs.get(id)
    if (known?.html === text) return known.runs
    const made = runsOfHtml(text)
    const written = made.length > 0 ? made : [{ text: '?' }]
    runs.set(id, { html: text, runs: written })
    return written
  }
  const notes = engine.opt.xclass === 'note'

  return {
    notes,
    style(asked, given) {
      const clusters = asked.filter(({ cites }) => cites.length > 0).map((c) => clusterOf(c, given, locale))
      const isSame = !isFresh && given === works
      works = given
      if (!isSame || !one(structuredClone(clusters))) all(structuredClone(clusters))
      isFresh = false
      before = clusters
      const cited = new Set(asked.flatMap(({ cites }) => cites.map(({ source }) => source)))
      engine.updateUncitedItems(
        [...new Set(asked.flatMap(({ cites }) => cites.flatMap((c) => c.citedIn ?? [])))].filter(
          (id) => !cited.has(id) && works.has(id),
        ),
      )
      return {
        notes,
        clusters: new Map(
          asked.map(({ id }) => {
            const text = html.get(id)
            return [id, text === undefined ? [{ text: '?' }] : runsFor(`c ${id}`, text)]
          }),
        ),
        bibliography: bibliographyOf(engine, runsFor),
      }
    },
  }
}

const sameOrder = (a: readonly Cluster[], b: readonly Cluster[]): boolean =>
  a.length === b.length && a.every((cluster, at) => cluster.citationID === b[at]!.citationID)

const clusterOf = ({ id, note, cites }: ToStyle, works: Works, locale: LocaleName): Cluster => ({
  citationID: id,
  citationItems: cites.map((cite) => {
    const seenIn = cite.citedIn ? works.get(cite.citedIn) : undefined
    const suffix = [seenIn ? `${citedInWords(locale)} ${shortName(seenIn)}` : '', cite.suffix?.trim() ?? '']
      .filter((part) => part !== '')
      .join(', ')
    return {
      id: cite.source,
      ...(cite.locator?.trim() && { locator: cite.locator.trim(), label: cite.label ?? 'page' }),
      ...(cite.prefix?.trim() && { prefix: `${asWords(cite.prefix.trim())} ` }),
      ...(suffix && { suffix: `${/^[\p{P}]/u.test(suffix) ? '' : ', '}${asWords(suffix)}` }),
      ...(cite.suppressAuthor && { 'suppress-author': true }),
    }
  }),
  properties: { noteIndex: note },
})

/** citeproc takes tags in words as marks of its own; those of a person are words. */
const asWords = (text: string): string => text.replace(/</g, '‹').replace(/>/g, '›')

const bibliographyOf = (engine: Engine, runsFor: (id: string, html: string) => Run[]): Reference[] => {
  const made = engine.makeBibliography()
  if (!made) return []
  const [{ entry_ids: ids }, entries] = made
  return entries.map((entry, at) => {
    const source = String(ids[at]?.[0] ?? '')
    const margin = /<div class="csl-left-margin">([\s\S]*?)<\/div>/.exec(entry)
    return {
      source,
      label: margin
        ? runsOfHtml(margin[1]!)
            .map(({ text }) => text)
            .join('')
        : null,
      runs: runsFor(`b ${source}`, margin ? entry.replace(margin[0], '') : entry),
    }
  })
}
