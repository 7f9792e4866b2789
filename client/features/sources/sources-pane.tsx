/** The left pane: the list of sources, which turns in place into the reader of one. */
import { useEffect } from 'react'
import { useBrief } from '../../brief/brief-context.ts'
import { captures } from '../../brief/captures.ts'
import { useStore } from '../../brief/use-store.ts'
import { SourceList } from './source-list.tsx'
import { SourceView } from './source-view.tsx'
import { useSources } from './use-library.ts'
import '../../styles/sources.css'

/** Opening the brief itself comes first. */
const QUIET_BEFORE_KEEPING = 1500

export const SourcesPane = () => {
  const { focus } = useBrief()
  const { source: open, passage } = useStore(focus)
  const sources = useSources()
  // What a brief rests on is at hand on a train, read before or not.
  const held = [...sources.values()]
    .flatMap((each) => (each.removed ? [] : each.captures.map((c) => c.hash)))
    .join(' ')
  useEffect(() => {
    const soon = setTimeout(() => void captures.keep(held.split(' ').filter(Boolean)), QUIET_BEFORE_KEEPING)
    return () => clearTimeout(soon)
  }, [held])
  const erased = [...sources.values()].flatMap((each) => each.erased?.captures ?? []).join(' ')
  useEffect(() => {
    if (erased) void captures.forget(erased.split(' '))
  }, [erased])
  const source = open === null ? undefined : sources.get(open)
  // A source that a colleague's copy has not brought yet opens as soon as it is there.
  return source ? <SourceView key={source.id} source={source} passage={passage} /> : <SourceList />
}
