/** Brings the saved copy of a source from the device or the server, and reads it. */
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { sentenceOf } from '../../api.ts'
import { captures } from '../../brief/captures.ts'
import type { Focus } from '../../brief/focus.ts'
import type { Excerpt } from '../../../shared/brief/excerpt.ts'
import type { Source } from '../../../shared/brief/source.ts'
import { Button } from '../../ui/button.tsx'
import { Select } from '../../ui/select.tsx'
import { dayText } from '../../ui/when.ts'
import { Reader } from './reader.tsx'

export const SavedCopy = ({
  source,
  excerpts,
  passage,
}: {
  source: Source
  excerpts: Excerpt[]
  passage: Focus['passage']
}) => {
  const asked = excerpts.find((e) => e.id === passage?.excerpt)
  const [chosen, setChosen] = useState<{ hash: string; turn: number } | null>(null)
  // A passage is shown in the copy it was marked in; otherwise the newest copy is read.
  const wanted =
    chosen && chosen.turn >= (passage?.turn ?? 0)
      ? chosen.hash
      : asked?.kind === 'anchored'
        ? asked.capture
        : null
  const hash = source.captures.find((c) => c.hash === wanted)?.hash ?? source.captures.at(-1)?.hash ?? ''
  const copy = useQuery({
    queryKey: ['capture', hash],
    queryFn: () => captures.get(hash),
    enabled: hash !== '',
    staleTime: Infinity,
    retry: 1,
  })
  return (
    <>
      {source.captures.length > 1 && (
        <Select
          label="Saved copy"
          value={hash}
          onValue={(next) => setChosen({ hash: next, turn: passage?.turn ?? 0 })}
          options={source.captures.map((c) => ({
            value: c.hash,
            label: `Saved copy, ${dayText(c.takenAt)}`,
          }))}
        />
      )}
      {copy.isPending && <p className="pane-note">Opening the saved copy…</p>}
      {copy.error && (
        <div className="pane-note" role="alert">
          <p>{sentenceOf(copy.error)}</p>
          <p>Its excerpts and what cites them are here all the same.</p>
          <Button onClick={() => void copy.refetch()}>Try again</Button>
        </div>
      )}
      {copy.data && (
        <Reader key={hash} source={source} capture={copy.data} excerpts={excerpts} passage={passage} />
      )}
    </>
  )
}
