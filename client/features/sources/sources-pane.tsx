/** The left pane: the list of sources, which turns in place into the reader of one. */
import { useEffect } from 'react'
import { useBrief } from '../../brief/brief-context.ts'
import { useStore } from '../../brief/use-store.ts'
import { AvailableOffline } from './available-offline.tsx'
import { SourceList } from './source-list.tsx'
import { SourceView } from './source-view.tsx'
import { useSources } from './use-library.ts'
import '../../styles/sources.css'

export const SourcesPane = () => {
  const { focus, captures } = useBrief()
  const { source: open, passage } = useStore(focus)
  const sources = useSources()
  const erased = [...sources.values()].flatMap((each) => each.erased?.captures ?? []).join(' ')
  useEffect(() => {
    if (erased) void captures.forget(erased.split(' '))
  }, [captures, erased])
  const source = open === null ? undefined : sources.get(open)
  // A source that a colleague's copy has not brought yet opens as soon as it is there.
  return (
    <>
      {source ? <SourceView key={source.id} source={source} passage={passage} /> : <SourceList />}
      <AvailableOffline shown={!source} />
    </>
  )
}
