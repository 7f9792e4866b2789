/** Brings the saved copy of a source from the device or the server, and reads it. */
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { sentenceOf } from '../../api.ts'
import { useBrief } from '../../brief/brief-context.ts'
import type { Focus } from '../../brief/focus.ts'
import { useStore } from '../../brief/use-store.ts'
import type { Excerpt } from '../../../shared/brief/excerpt.ts'
import type { Source } from '../../../shared/brief/source.ts'
import { Button } from '../../ui/button.tsx'
import { Select } from '../../ui/select.tsx'
import { whenText } from '../../ui/when.ts'
import { isPicture } from './areas/picture-address.ts'
import { PictureReader } from './areas/picture-reader.tsx'
import { Reader } from './reader.tsx'
import { say } from '../../words/en/sources.ts'

// Drawing pages is much code, and most sources have none.
const PdfReader = lazy(async () => ({ default: (await import('./pages/pdf-reader.tsx')).PdfReader }))

export const SavedCopy = ({
  source,
  excerpts,
  passage,
}: {
  source: Source
  excerpts: Excerpt[]
  passage: Focus['passage']
}) => {
  const { captures, focus } = useBrief()
  const { find } = useStore(focus)
  const asked = excerpts.find((e) => e.id === passage?.excerpt)
  const [chosen, setChosen] = useState<{ hash: string; turn: number } | null>(null)
  // A passage is shown in the copy it was marked in; otherwise the newest copy is read.
  const wanted =
    chosen && chosen.turn >= (passage?.turn ?? 0)
      ? chosen.hash
      : asked?.kind === 'anchored'
        ? asked.capture
        : (asked?.attested.capture ?? null)
  const hash = source.captures.find((c) => c.hash === wanted)?.hash ?? source.captures.at(-1)?.hash ?? ''
  const copy = useQuery({
    queryKey: ['capture', hash],
    queryFn: () => captures.get(hash),
    enabled: hash !== '',
    staleTime: Infinity,
    retry: 1,
  })
  const drawable = copy.data?.info.mediaType === 'application/pdf' && (copy.data.info.pages?.length ?? 0) > 0
  const picture = copy.data !== undefined && isPicture(copy.data.info.mediaType)
  // Words that were searched for are found in the text.
  const [as, setAs] = useState<'pages' | 'text' | null>(null)
  const asPages = drawable && (as ?? (find && copy.data?.text ? 'text' : 'pages')) === 'pages'

  return (
    <>
      {source.captures.length > 1 && (
        <Select
          label={say.savedCopy}
          value={hash}
          onValue={(next) => setChosen({ hash: next, turn: passage?.turn ?? 0 })}
          options={source.captures.map((c) => ({
            value: c.hash,
            label: say.savedCopyWhen(whenText(c.takenAt)),
          }))}
        />
      )}
      {copy.isPending && <p className="pane-note">{say.openingTheSavedCopy}</p>}
      {copy.error && (
        <div className="pane-note" role="alert">
          <p>{sentenceOf(copy.error)}</p>
          <p>{say.excerptsAreHere}</p>
          <Button onClick={() => void copy.refetch()}>{say.tryAgain}</Button>
        </div>
      )}
      {drawable && (
        <div className="row pages-or-text" role="group" aria-label={say.shownAs}>
          <Button look={asPages ? 'plain' : 'quiet'} aria-pressed={asPages} onClick={() => setAs('pages')}>
            {say.pages}
          </Button>
          <Button look={asPages ? 'quiet' : 'plain'} aria-pressed={!asPages} onClick={() => setAs('text')}>
            {say.text}
          </Button>
        </div>
      )}
      {copy.data && asPages && (
        <Suspense fallback={<p className="pane-note">{say.openingThePages}</p>}>
          <PdfReader
            key={hash}
            source={source}
            capture={copy.data}
            excerpts={excerpts}
            passage={passage}
            onText={() => setAs('text')}
          />
        </Suspense>
      )}
      {copy.data && picture && (
        <PictureReader
          key={hash}
          source={source}
          capture={copy.data.info}
          excerpts={excerpts}
          passage={passage}
        />
      )}
      {copy.data && !asPages && !picture && (
        <Reader key={hash} source={source} capture={copy.data} excerpts={excerpts} passage={passage} />
      )}
    </>
  )
}
