/** The part of citeproc-js that is used here. Source: its manual, "Running the CSL processor". */
declare module 'citeproc' {
  type CitationItem = { id: string } & Record<string, unknown>
  export type Cluster = {
    citationID: string
    citationItems: CitationItem[]
    properties: { noteIndex: number }
  }
  type Sys = {
    retrieveLocale: (lang: string) => string
    retrieveItem: (id: string) => Record<string, unknown> | undefined
  }
  export class Engine {
    constructor(sys: Sys, style: string, lang: string, forceLang: boolean)
    opt: { xclass: 'note' | 'in-text'; development_extensions: Record<string, boolean> }
    bibliography: { tokens: unknown[] }
    rebuildProcessorState(clusters: Cluster[], mode: 'html'): [id: string, note: number, text: string][]
    processCitationCluster(
      cluster: Cluster,
      before: [id: string, note: number][],
      after: [id: string, note: number][],
    ): [state: unknown, changed: [place: number, text: string, id: string][]]
    updateUncitedItems(ids: string[]): void
    makeBibliography(): false | [{ entry_ids: string[][] }, string[]]
  }
  const CSL: { Engine: typeof Engine }
  export default CSL
}
