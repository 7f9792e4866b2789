/**
 * Citations and references as a CSL style writes them: one citeproc engine, kept warm (warm-engine.ts). What is given again as it
 * was is not written again. A pure computation: the same citations and works give the same runs everywhere.
 */
import type { Cluster } from 'citeproc'
import { citeprocItem } from './citeproc-item.ts'
import type { CslItem } from './csl.ts'
import { citedInWords, type LocaleName } from './locales.ts'
import type { Run } from './reference.ts'
import { plainRuns, runsOfHtml } from './runs-of-html.ts'
import { shortName } from './short-name.ts'
import { warmEngine } from './warm-engine.ts'

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
  /** The same in two steps, for who waits for the first: the citations that read otherwise than before … */
  write(clusters: readonly ToStyle[], works: Works): Map<string, Run[]>
  /** … and the list of works; an entry that is as it was is the same object. */
  list(): Reference[]
}

const MISSING: CslItem = { type: 'document', title: 'Source missing' }

/** Throws for a style that citeproc does not take: see `styleFault`. */
export const openStyler = ({ csl, locale, locales }: StyleData): Styler => {
  const asked = versions()
  const make = () =>
    warmEngine(
      {
        retrieveLocale: (lang) => locales[lang as LocaleName] ?? locales['en-US'] ?? '',
        retrieveItem: (id) => citeprocItem(id, asked.item(id)),
      },
      csl,
      locale,
    )
  let engine = make()
  const { notes } = engine
  const clusters = new Map<string, Run[]>()
  const references = new Map<string, { html: string; reference: Reference }>()

  const write: Styler['write'] = (given, works) => {
    const citing = given.filter(({ cites }) => cites.length > 0)
    const named = citing.flatMap(({ cites }) =>
      cites.flatMap((c) => [c.source, ...(c.citedIn ? [c.citedIn] : [])]),
    )
    asked.take(works, new Set(named))
    const cited = new Set(citing.flatMap(({ cites }) => cites.map(({ source }) => source)))
    const uncited = new Set(citing.flatMap(({ cites }) => cites.flatMap(({ citedIn }) => citedIn ?? [])))
    const made = citing.map((each) => clusterOf(each, { works, locale, idOf: asked.idOf }))
    const only = [...uncited].filter((id) => !cited.has(id) && works.has(id)).map(asked.idOf)
    let texts: Map<string, string>
    try {
      texts = engine.take(made, only)
    } catch {
      // citeproc trips over some works that go at once: from its beginning it knows none of them.
      engine = make()
      texts = engine.take(made, only)
    }
    const ids = new Set(given.map(({ id }) => id))
    for (const id of clusters.keys()) if (!ids.has(id)) clusters.delete(id)
    const changed = new Map<string, Run[]>()
    for (const { id, cites } of given) {
      const text = texts.get(id)
      if (cites.length > 0 && text === undefined && clusters.has(id)) continue
      const runs = cites.length > 0 && text !== undefined ? runsOfHtml(text) : []
      const written = runs.length > 0 ? runs : [{ text: '?' }]
      if (JSON.stringify(clusters.get(id)) === JSON.stringify(written)) continue
      clusters.set(id, written)
      changed.set(id, written)
    }
    return changed
  }
  const list = (): Reference[] =>
    engine.list().map(({ id, html }) => {
      const known = references.get(id)
      if (known?.html === html) return known.reference
      const reference = referenceOf(asked.sourceOf(id), html)
      references.set(id, { html, reference })
      return reference
    })
  return {
    notes,
    write,
    list,
    style(given, works) {
      write(given, works)
      return {
        notes,
        clusters: new Map(given.map(({ id }) => [id, clusters.get(id)!])),
        bibliography: list(),
      }
    },
  }
}

/** citeproc keeps a work by its id: one that was changed is another work to it. */
const versions = () => {
  const known = new Map<string, { item: CslItem; json: string; id: string }>()
  const byId = new Map<string, { source: string; item: CslItem }>()
  let count = 0
  return {
    take(works: Works, sources: ReadonlySet<string>) {
      for (const source of sources) {
        const item = works.get(source) ?? MISSING
        const before = known.get(source)
        if (before?.item === item) continue
        const json = JSON.stringify(item)
        if (before?.json === json) {
          before.item = item
          continue
        }
        const id = `w${++count}`
        known.set(source, { item, json, id })
        byId.set(id, { source, item })
      }
    },
    idOf: (source: string) => known.get(source)!.id,
    item: (id: string) => byId.get(id)?.item ?? MISSING,
    sourceOf: (id: string) => byId.get(id)?.source ?? '',
  }
}

type InStyle = { works: Works; locale: LocaleName; idOf: (source: string) => string }

const clusterOf = ({ id, note, cites }: ToStyle, { works, locale, idOf }: InStyle): Cluster => ({
  citationID: id,
  citationItems: cites.map((cite) => {
    const seenIn = cite.citedIn ? works.get(cite.citedIn) : undefined
    const suffix = [seenIn ? `${citedInWords(locale)} ${shortName(seenIn)}` : '', cite.suffix?.trim() ?? '']
      .filter((part) => part !== '')
      .join(', ')
    return {
      id: idOf(cite.source),
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

const referenceOf = (source: string, html: string): Reference => {
  const margin = /<div class="csl-left-margin">([\s\S]*?)<\/div>/.exec(html)
  return {
    source,
    label: margin ? plainRuns(runsOfHtml(margin[1]!)) : null,
    runs: runsOfHtml(margin ? html.replace(margin[0], '') : html),
  }
}
