/** One excerpt: its words, who says them and through whom, one's note, and what can be done with it. */
import { useEffect, useRef, useState } from 'react'
import { useBrief } from '../../brief/brief-context.ts'
import { type Excerpt, wordsOf } from '../../../shared/brief/excerpt.ts'
import { locatorText } from '../../../shared/cite/locator.ts'
import { Button } from '../../ui/button.tsx'
import { EditExcerptDialog } from './edit-excerpt-dialog.tsx'
import { attestedLine, saysLine, viaLine } from './excerpt-lines.ts'
import { excerptCounts } from './library.ts'
import { useCiting } from './use-citing.ts'
import { useCitations } from './use-library.ts'

export const ExcerptCard = ({
  excerpt: e,
  here,
  shownAt = 0,
  onDone,
}: {
  excerpt: Excerpt
  /** The card stands at the passage itself. */
  here?: boolean
  /** Grows each time this card is what was asked for; 0 when it is not. */
  shownAt?: number
  onDone?: () => void
}) => {
  const { canWrite, editor, focus } = useBrief()
  const citing = useCiting()
  const cited = excerptCounts(useCitations()).get(e.id) ?? 0
  const [editing, setEditing] = useState(false)
  const card = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (shownAt > 0) card.current?.scrollIntoView({ block: 'nearest' })
  }, [shownAt])

  const act = (run: () => void) => () => {
    onDone?.()
    run()
  }
  const words = wordsOf(e)
  const lines = [attestedLine(e), saysLine(e.says), viaLine(e.via)].filter((line) => line !== null)
  return (
    <li ref={card} className="excerpt-card" data-shown={shownAt > 0 || undefined}>
      <blockquote>{words || 'No words were typed.'}</blockquote>
      {lines.map((line) => (
        <p key={line} className="small">
          {line}
        </p>
      ))}
      {e.note && <p className="small excerpt-note">My note: {e.note}</p>}
      <p className="muted small number">
        {[
          e.locator && locatorText(e.locator.label, e.locator.locator),
          cited === 0 ? 'not cited yet' : `cited ${cited === 1 ? 'once' : `${cited} times`}`,
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <p className="row excerpt-acts">
        {e.kind === 'anchored' && !here && (
          <Button look="quiet" onClick={act(() => focus.openPassage(e.source, e.id))}>
            Open at the passage
          </Button>
        )}
        {canWrite && editor && (
          <>
            {words !== '' && (
              <Button look="quiet" onClick={act(() => citing.quote(e.id))}>
                Quote
              </Button>
            )}
            <Button look="quiet" onClick={act(() => citing.cite(e))}>
              Cite
            </Button>
            {words !== '' && (
              <Button look="quiet" onClick={act(() => citing.quoteInline(e.id))}>
                Quote inline
              </Button>
            )}
          </>
        )}
        {canWrite && (
          <Button look="quiet" onClick={() => setEditing(true)}>
            Edit
          </Button>
        )}
      </p>
      {editing && <EditExcerptDialog excerpt={e} onClose={() => setEditing(false)} />}
    </li>
  )
}
