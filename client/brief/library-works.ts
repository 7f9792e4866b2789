/**
 * Works of other briefs that can be cited here: asked of the library while a person types, and taken over with their
 * saved copies and excerpts when one is chosen.
 */
import { useQuery } from '@tanstack/react-query'
import type { Source } from '../../shared/brief/source.ts'
import { libraryWork } from '../../shared/brief/library-work.ts'
import { shortName } from './work-name.ts'
import type { LibraryWork } from '../../shared/wire/inputs.ts'
import { api, NotReached } from '../api.ts'
import { useSettled } from '../ui/use-settled.ts'
import type { EvidenceStore } from './evidence.ts'
import { type Named, rankEntries } from './evidence-entries.ts'
import { say } from '../words/en/brief.ts'

export type LibraryEntry = Named & { work: string }

export type LibraryAnswer = {
  entries: readonly LibraryEntry[]
  /** `unreached`: there is no connection; only what this brief has can be offered. */
  is: 'looking' | 'here' | 'unreached' | 'failed'
}

/** What the brief itself has comes first; more than this of the rest is found by typing on. */
const SHOWN = 8

/** Works that the brief has already are not among them. */
export const useLibraryWorks = (
  briefId: string,
  sources: ReadonlyMap<string, Source>,
  typed: string,
): LibraryAnswer => {
  const query = useSettled(typed.trim())
  const asked = useQuery({
    queryKey: ['library', 'to cite', query],
    queryFn: ({ signal }) => api.library(query, null, signal),
    // Known works are shown at once and asked for again: who is offline by now reads so.
    staleTime: 0,
    // Who is on a train reads so at once, and not after two more tries.
    retry: false,
  })
  if (query !== typed.trim() || asked.isPending) return { entries: [], is: 'looking' }
  if (asked.error) return { entries: [], is: asked.error instanceof NotReached ? 'unreached' : 'failed' }
  return { entries: libraryEntries(asked.data.works, briefId, sources, query), is: 'here' }
}

/** What a person is told beneath the list where the library's part of it is missing. */
export const libraryNote = ({ is }: LibraryAnswer): string | null => {
  if (is === 'unreached') return say.libraryUnreached
  return is === 'failed' ? say.libraryFailed : null
}

export const libraryEntries = (
  works: readonly LibraryWork[],
  briefId: string,
  sources: ReadonlyMap<string, Source>,
  query: string,
): LibraryEntry[] => {
  const here = new Set([...sources.values()].filter((s) => !s.removed).map((s) => libraryWork(s, briefId)))
  const entries = works
    .filter(({ work }) => !here.has(work))
    .map(({ work, item, excerpts }): LibraryEntry => ({
      id: `library-${encodeURIComponent(work)}`,
      work,
      item,
      key: '',
      name: shortName(item),
      words: item.title ?? '',
      detail: [say.fromTheLibrary, ...(excerpts > 0 ? [say.excerpts(excerpts)] : [])].join(' · '),
    }))
  return rankEntries(entries, query).slice(0, SHOWN)
}

/** Milliseconds. The server has written it by then; on a slow line the citation waits for its source, not the person. */
const PATIENCE = 5000

/**
 * Takes the work over from the brief that has most excerpts of it, and all of these. Gives the id of its source in this
 * brief once that is here; `added`: the brief did not have it. Throws what `api` throws.
 */
export const takeFromLibrary = async (
  briefId: string,
  work: string,
  evidence: EvidenceStore,
): Promise<{ source: string; added: boolean }> => {
  const { uses } = await api.work(work)
  const others = uses.filter((use) => use.brief !== briefId)
  const [most] = others.toSorted((a, b) => b.excerpts.length - a.excerpts.length)
  // It came into this brief in the meantime, and stands in no other one.
  if (!most) return { source: uses[0]!.source.id, added: false }
  const excerpts = most.excerpts.filter((each) => !each.erased).map((each) => each.id)
  const { source, added } = await api.takeOver(briefId, most.brief, most.source.id, excerpts)
  await sourceIsHere(evidence, source.id)
  return { source: source.id, added }
}

const sourceIsHere = (evidence: EvidenceStore, source: string): Promise<void> =>
  new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer)
      stop()
      resolve()
    }
    const look = () => {
      if (evidence.get().sources.has(source)) done()
    }
    const timer = setTimeout(done, PATIENCE)
    const stop = evidence.subscribe(look)
    look()
  })
