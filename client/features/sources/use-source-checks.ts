/** What came of looking at addresses again, and what is planned: asked for anew when the server says that it changed. */
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { SourceCheck } from '../../../shared/wire/inputs.ts'
import { api } from '../../api.ts'
import { useBrief } from '../../brief/brief-context.ts'
import { useStore } from '../../brief/use-store.ts'

/** Source id → its last check and its schedule. Empty without a network. */
export const useSourceChecks = (): ReadonlyMap<string, SourceCheck> => {
  const { id, news } = useBrief()
  const turn = useStore(news)
  const { data } = useQuery({
    queryKey: ['source-checks', id, turn],
    queryFn: () => api.sourceChecks(id),
    placeholderData: (before) => before,
    retry: false,
  })
  return useMemo(() => new Map(data?.map((check) => [check.source, check])), [data])
}
