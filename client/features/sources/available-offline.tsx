/** How many sources can be read here without a connection, and the choice to keep marked ones too. */
import { useEffect, useState } from 'react'
import { useBrief } from '../../brief/brief-context.ts'
import { allowMarked, availableOf, keptSources, mayKeepMarked } from '../../brief/kept-sources.ts'
import { useStore } from '../../brief/use-store.ts'
import { useSources } from './use-library.ts'
import { say } from '../../words/en/sources.ts'

/** Opening the brief itself comes first. */
const QUIET_BEFORE_KEEPING = 1500

/** It keeps the copies also while it is not `shown`. */
export const AvailableOffline = ({ shown }: { shown: boolean }) => {
  const { id, me, captures } = useBrief()
  const held = useStore(captures.held)
  const [allowed, setAllowed] = useState(() => mayKeepMarked(me.id, id))
  const { keep, letGo, withText, marked } = keptSources(useSources().values(), allowed)
  const [keeping, leaving] = [keep.join(' '), letGo.join(' ')]
  useEffect(() => {
    const soon = setTimeout(() => {
      // What a brief rests on is at hand on a train, read before or not.
      void captures.keep(keeping.split(' ').filter(Boolean))
      void captures.letGo(leaving.split(' ').filter(Boolean))
    }, QUIET_BEFORE_KEEPING)
    return () => clearTimeout(soon)
  }, [captures, keeping, leaving])
  if (!shown || withText.length === 0) return null
  const choose = (next: boolean) => {
    allowMarked(me.id, id, next)
    setAllowed(next)
  }
  return (
    <div className="available-offline small muted">
      <p className="number">
        {say.availableOffline(availableOf(withText, held), withText.length)}
        {marked > 0 && !allowed && say.markedNotKept(marked)}
      </p>
      {marked > 0 && (
        <label>
          <input type="checkbox" checked={allowed} onChange={(event) => choose(event.target.checked)} />{' '}
          {say.keepMarkedSources(marked)}
        </label>
      )}
    </div>
  )
}
