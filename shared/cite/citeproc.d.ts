/**
 * The part of citeproc-js that is used here. Sources: its manual, "Running the CSL processor"; what is marked as its own is not in
 * the manual, and the version is pinned.
 */
declare module 'citeproc' {
  type CitationItem = { id: string } & Record<string, unknown>
  export type Cluster = {
    citationID: string
    citationItems: CitationItem[]
    properties: { noteIndex: number }
  }
  /** A work as its registry has it. */
  export type Token = {
    id: string
    seq: number
    disambig: unknown
    ambig: unknown
    ref: Record<string, unknown>
    siblings?: unknown
  }
  type Sys = {
    retrieveLocale: (lang: string) => string
    retrieveItem: (id: string) => Record<string, unknown> | undefined
  }
  export type Place = [id: string, note: number]
  export class Engine {
    constructor(sys: Sys, style: string, lang: string, forceLang: boolean)
    opt: { xclass: 'note' | 'in-text'; development_extensions: Record<string, boolean> }
    bibliography: { tokens: unknown[]; opt: Record<string, unknown> }
    /** Its own: where it stands. */
    registry: {
      citationreg: { citationById: Record<string, Cluster> }
      registry: Record<string, Token>
      reflist: Token[]
    }
    /** Its own: works whose citations are to be written anew. */
    tmp: { taintedItemIDs: Record<string, boolean> }
    setOutputFormat(mode: 'html'): void
    processCitationCluster(
      cluster: Cluster,
      before: Place[],
      after: Place[],
      flag?: number,
    ): [state: unknown, changed: [place: number, text: string, id: string][]]
    rebuildProcessorState(
      clusters: Cluster[],
      mode: 'html',
      uncited: string[],
    ): [id: string, note: number, text: string][]
    updateItems(ids: string[]): void
    updateUncitedItems(ids: string[]): void
    makeBibliography(section?: {
      include: { field: string; value: string }[]
    }): false | [{ entry_ids: string[][] }, string[]]
  }
  const CSL: { Engine: typeof Engine; ASSUME_ALL_ITEMS_REGISTERED: number }
  export default CSL
}
