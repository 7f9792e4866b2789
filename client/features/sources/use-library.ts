/** The evidence of the open brief, redrawn when a record of it changes. */
import { useBrief } from '../../brief/brief-context.ts'
import { useStore } from '../../brief/use-store.ts'

export const useSources = () => useStore(useBrief().evidence).sources
export const useExcerpts = () => useStore(useBrief().evidence).excerpts
export const useCitations = () => useStore(useBrief().evidence).citations
