/**
 * One citeproc engine that is kept at the citations it was last given, and brought to the next ones by what changed between them:
 * making an engine and writing a thousand citations takes seconds, writing one takes milliseconds.
 */
import CSL, { type Cluster, type Engine, type Place } from 'citeproc'

type Sys = ConstructorParameters<typeof Engine>[0]

export type WarmEngine = {
  notes: boolean
  /** All citations in document order, and the works that are listed without being cited. Gives the HTML of those that read anew. */
  take(clusters: readonly Cluster[], uncited: readonly string[]): Map<string, string>
  /** The works as they are listed now, in the style's order, and the HTML of each. */
  list(): { id: string; html: string }[]
}

type Known = { cluster: Cluster; cites: string }

/** Throws for a style that citeproc does not take. */
export const warmEngine = (sys: Sys, csl: string, locale: string): WarmEngine => {
  const engine = new CSL.Engine(sys, csl, locale, true)
  engine.opt.development_extensions.wrap_url_and_doi = true
  engine.setOutputFormat('html')
  let known = new Map<string, Known>()
  let places: Place[] = []
  let listedOnly = ''
  let entries = new Map<string, string>()
  let listed = ''
  // An entry that says who wrote the one before it is written with it; so is one that holds several works.
  const isEachAlone = () =>
    typeof engine.bibliography.opt['subsequent-author-substitute'] !== 'string' &&
    engine.registry.reflist.every(({ siblings }) => !siblings)
  const saysNumber = csl.includes('citation-number')

  const settle = (clusters: readonly Cluster[]): Known[] => {
    const next = clusters.map((cluster): Known => {
      const before = known.get(cluster.citationID)
      const cites = JSON.stringify(cluster.citationItems)
      return before?.cites === cites ? before : { cluster: structuredClone(cluster), cites }
    })
    return next
  }

  /** Brings the works to these. Gives those that may read otherwise now. */
  const register = (cited: readonly string[], uncited: readonly string[], isListedAsBefore: boolean) => {
    const wanted = new Set([...cited, ...uncited])
    const { registry } = engine.registry
    const gone = Object.keys(registry).filter((id) => !wanted.has(id))
    let before = new Map<string, string>()
    let tainted: Record<string, boolean> = {}
    if (gone.length > 0) {
      // citeproc leaves others marked as told apart from a work that is gone. They go with it, and come back as new.
      const affected = confusable(gone, registry)
      before = new Map([...affected].map((id) => [id, JSON.stringify(registry[id]!.disambig)]))
      engine.updateUncitedItems([])
      engine.updateItems(Object.keys(registry).filter((id) => !affected.has(id)))
      tainted = { ...engine.tmp.taintedItemIDs }
    }
    if (gone.length > 0 || !isListedAsBefore) engine.updateUncitedItems([...uncited])
    engine.updateItems([...cited])
    Object.assign(tainted, engine.tmp.taintedItemIDs)
    for (const [id, disambig] of before)
      if (wanted.has(id) && JSON.stringify(registry[id]!.disambig) !== disambig) tainted[id] = true
    return tainted
  }

  return {
    notes: engine.opt.xclass === 'note',
    take(clusters, uncited) {
      const texts = new Map<string, string>()
      const next = settle(clusters)
      const changed = new Set(next.filter((each) => known.get(each.cluster.citationID) !== each))
      const nowPlaces = clusters.map((c): Place => [c.citationID, c.properties.noteIndex])
      const isInPlace = JSON.stringify(places) === JSON.stringify(nowPlaces)
      const only = JSON.stringify(uncited)
      if (changed.size === 0 && isInPlace && only === listedOnly) return texts
      const isFirst = known.size === 0
      known = new Map(next.map((each) => [each.cluster.citationID, each]))
      places = nowPlaces
      if (isFirst) {
        // citeproc's own way from the beginning: much faster for notes that name the first note of a work.
        listedOnly = only
        engine.updateUncitedItems([...uncited])
        const made = engine.rebuildProcessorState(
          next.map(({ cluster }) => cluster),
          'html',
          [...uncited],
        )
        for (const [id, , text] of made) texts.set(id, text)
        return texts
      }
      const cited = [...new Set(clusters.flatMap(({ citationItems }) => citationItems.map(({ id }) => id)))]
      const tainted = register(cited, uncited, only === listedOnly)
      listedOnly = only
      const process = (cluster: Cluster, before: Place[], after: Place[]) => {
        // The works are registered above, in the order of their first mention: citeproc's own order would rest on how cites were sorted.
        const [, made] = engine.processCitationCluster(
          cluster,
          before,
          after,
          CSL.ASSUME_ALL_ITEMS_REGISTERED,
        )
        for (const [, text, id] of made) texts.set(id, text)
      }
      // Each by itself, whatever the number of the others: this puts its cites in order, too.
      const isOutOfOrder = ({ cluster: { citationItems } }: Known) =>
        citationItems.length > 1 && citationItems.some(({ id }) => tainted[id])
      for (const each of next) if (changed.has(each) || isOutOfOrder(each)) process(each.cluster, [], [])
      const [pivot = next[0]] = changed
      if (!pivot) return texts
      // Now all in a row: which comes first, which says ibid, which number each has. What reads otherwise by that is written again.
      Object.assign(engine.tmp.taintedItemIDs, tainted)
      engine.registry.citationreg.citationById = Object.fromEntries(
        next.map(({ cluster }) => [cluster.citationID, cluster]),
      )
      const at = next.indexOf(pivot)
      pivot.cluster.properties.noteIndex = places[at]![1]
      process(pivot.cluster, places.slice(0, at), places.slice(at + 1))
      return texts
    },
    list() {
      if (engine.bibliography.tokens.length === 0) return []
      const signs = engine.registry.reflist.map(({ id, seq, disambig }) => ({
        id,
        sign: JSON.stringify([id, saysNumber ? seq : 0, disambig]),
      }))
      const all = signs.map(({ sign }) => sign).join('\n')
      const each = isEachAlone()
      if (all !== listed) {
        const missing = each ? signs.filter(({ sign }) => !entries.has(sign)) : signs
        const made = written(
          engine,
          missing.map(({ id }) => id),
          missing.length === signs.length,
        )
        entries = new Map(
          signs.flatMap(({ id, sign }) => {
            const html = made.get(id) ?? entries.get(sign)
            return html === undefined ? [] : [[sign, html]]
          }),
        )
        listed = all
      }
      return signs.flatMap(({ id, sign }) => {
        const html = entries.get(sign)
        return html ? [{ id, html }] : []
      })
    },
  }
}

/** Works that share a name or a short form with one of these, or with one that does. */
const confusable = (ids: readonly string[], registry: Engine['registry']['registry']): Set<string> => {
  const sharing = new Map<string, string[]>()
  const marksOf = (id: string) => {
    const { ambig, ref } = registry[id]!
    const names = Object.values(ref).flatMap((value) => (Array.isArray(value) ? value : []))
    return [
      `short ${String(ambig)}`,
      ...names.map(
        (name: { family?: unknown; literal?: unknown }) => `name ${String(name?.family ?? name?.literal)}`,
      ),
    ]
  }
  for (const id of Object.keys(registry))
    for (const mark of marksOf(id)) sharing.set(mark, [...(sharing.get(mark) ?? []), id])
  const found = new Set(ids)
  // A set is walked on to what is added meanwhile.
  for (const id of found) {
    for (const mark of marksOf(id)) {
      for (const other of sharing.get(mark) ?? []) found.add(other)
      sharing.delete(mark)
    }
  }
  return found
}

/** Those entries, by the id of the work; '' for a work that the style writes nothing of. */
const written = (engine: Engine, ids: readonly string[], isAll: boolean): Map<string, string> => {
  if (ids.length === 0) return new Map()
  const include = ids.map((value) => ({ field: 'id', value }))
  const made = isAll ? engine.makeBibliography() : engine.makeBibliography({ include })
  if (!made) return new Map()
  const [{ entry_ids: names }, html] = made
  if (names.length === html.length)
    return new Map(names.map((name, at) => [String(name[0] ?? ''), html[at]!]))
  // One that came out empty is left out without a word: asked one by one, it shows which.
  return new Map(
    ids.map((id) => {
      const one = engine.makeBibliography({ include: [{ field: 'id', value: id }] })
      return [id, (one && one[1][0]) || '']
    }),
  )
}
