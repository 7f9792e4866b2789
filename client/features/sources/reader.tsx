/**
 * Reads a saved copy: its paragraphs with their numbers, the excerpts marked in them, and a bar to quote, cite
 * or note what is selected, by pointer or by keyboard.
 */
import { useEffect, useMemo, useRef, useState } from 'react'
import { useBrief } from '../../brief/brief-context.ts'
import type { Capture } from '../../brief/captures.ts'
import type { Focus } from '../../brief/focus.ts'
import { useStore } from '../../brief/use-store.ts'
import type { Excerpt } from '../../../shared/brief/excerpt.ts'
import type { Source } from '../../../shared/brief/source.ts'
import { Popover } from '../../ui/popover.tsx'
import { ExcerptCard } from './excerpt-card.tsx'
import { createMarking } from './marking.ts'
import { passagesIn } from './passages.ts'
import { ReaderText } from './reader-text.tsx'
import { ReaderSearch } from './reader-search.tsx'
import { SelectionBar } from './selection-bar.tsx'
import { titleOf } from './source-line.ts'
import { useMarkPressed } from './use-mark-pressed.ts'
import { usePassageShown } from './use-passage-shown.ts'
import { say } from '../../words/en/sources.ts'

export const Reader = ({
  source,
  capture,
  excerpts,
  passage,
}: {
  source: Source
  capture: Capture
  excerpts: Excerpt[]
  passage: Focus['passage']
}) => {
  const { canWrite, focus } = useBrief()
  const { find } = useStore(focus)
  const frame = useRef<HTMLDivElement>(null)
  const passages = useMemo(() => passagesIn(capture, excerpts), [capture, excerpts])
  const [marking] = useState(() => createMarking(capture))
  const { marked, elsewhere, top } = useStore(marking)
  const [looked, setLooked] = useState<{ at: Element; ids: string[] } | null>(null)

  useEffect(() => (frame.current ? marking.attach(frame.current, canWrite) : undefined), [marking, canWrite])
  useMarkPressed(frame, (at, ids) => setLooked({ at, ids }))
  usePassageShown(frame, passage)

  return (
    <div className="reader-frame" ref={frame}>
      <ReaderSearch key={find ?? ''} frame={frame} text={capture.text} find={find} />
      {/* Until the first excerpt: nothing else on the page says how a citation is made from here. */}
      {canWrite && excerpts.length === 0 && <p className="reader-hint">{say.howToMark}</p>}
      <ReaderText
        label={say.textOf(titleOf(source))}
        lang={source.item.language}
        capture={capture}
        passages={passages}
        marked={elsewhere ? marked : null}
        shown={passage?.excerpt ?? null}
      />
      {marked && (
        <SelectionBar
          key={`${marked.start}-${marked.end}`}
          source={source}
          capture={capture}
          range={marked}
          top={top}
          onClose={marking.clear}
        />
      )}
      <Popover
        label={say.excerpt}
        anchor={looked?.at}
        open={looked !== null}
        onOpenChange={(open) => !open && setLooked(null)}
      >
        <ul className="excerpt-list">
          {excerpts
            .filter((e) => looked?.ids.includes(e.id))
            .map((e) => (
              <ExcerptCard key={e.id} excerpt={e} here onDone={() => setLooked(null)} />
            ))}
        </ul>
      </Popover>
    </div>
  )
}
