/** One excerpt: its words, who says them and through whom, one's note, and what can be done with it. */
import { useEffect, useRef, useState } from 'react'
import { useBrief } from '../../brief/brief-context.ts'
import { LiveLink } from '../../brief/live-link.tsx'
import { Translations } from '../../brief/translations.tsx'
import { areaOf } from '../../../shared/brief/area.ts'
import { addExcerpt, type Excerpt, removeExcerpt, wordsOf } from '../../../shared/brief/excerpt.ts'
import { gradeWords } from '../../../shared/check/grades.ts'
import { cellText } from '../../../shared/brief/cell-text.ts'
import { locatorText } from '../../../shared/cite/locator.ts'
import { Button } from '../../ui/button.tsx'
import { toast } from '../../ui/toast.ts'
import { dayText } from '../../ui/when.ts'
import { AreaPicture } from './areas/area-picture.tsx'
import { isPicture } from './areas/picture-address.ts'
import { EditExcerptDialog } from './edit-excerpt-dialog.tsx'
import { attestedLine, saysLine, viaLine } from './excerpt-lines.ts'
import { excerptCounts } from './library.ts'
import { useCiting } from './use-citing.ts'
import { useCitations, useSources } from './use-library.ts'
import { say } from '../../words/en/sources.ts'
import { written } from '../../words/written.ts'

export const ExcerptCard = ({
  excerpt: e,
  here,
  from,
  shownAt = 0,
  onDone,
}: {
  excerpt: Excerpt
  /** The card stands at the passage itself. */
  here?: boolean
  /** Names its source, where excerpts of several stand together. */
  from?: string
  /** Grows each time this card is what was asked for; 0 when it is not. */
  shownAt?: number
  onDone?: () => void
}) => {
  const { doc, canWrite, editor, focus } = useBrief()
  const citing = useCiting()
  const sources = useSources()
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
  // Only what nothing rests on. Who cites it at this very moment is told that the passage is missing; "Put back" mends it.
  const remove = () => {
    const taken = removeExcerpt(doc, e.id)
    if (!taken) return
    toast({
      title: say.excerptDeleted,
      description: say.nothingCitedIt,
      action: { label: say.putBack, run: () => addExcerpt(doc, taken) },
    })
  }
  const words = wordsOf(e)
  const drawn = e.kind === 'attested' && e.attested.capture ? areaOf(e.attested.fragment) : null
  const copy = drawn
    ? sources
        .get(e.source)
        ?.captures.find(({ hash }) => hash === (e.kind === 'attested' && e.attested.capture))
    : undefined
  const lines = [attestedLine(e), cellText(e, written), saysLine(e.says), viaLine(e.via)].filter(
    (line) => line !== null && line !== '',
  )
  return (
    <li ref={card} className="excerpt-card" data-shown={shownAt > 0 || undefined}>
      {from && <p className="small excerpt-from">{from}</p>}
      {e.erased ? (
        <p className="small loud">
          {say.evidenceErasedBy(e.erased.by.name)}
          {e.erased.at && `, ${dayText(e.erased.at)}`}
          {e.erased.why && `: ${e.erased.why}`}
        </p>
      ) : (
        <>
          {drawn && copy && isPicture(copy.mediaType) && (
            <AreaPicture hash={copy.hash} mediaType={copy.mediaType} area={drawn.area} words={words} />
          )}
          {(words || !drawn) && <blockquote>{words || say.noWordsWereTyped}</blockquote>}
        </>
      )}
      {lines.map((line) => (
        <p key={line} className="small">
          {line}
        </p>
      ))}
      {e.note && <p className="small excerpt-note">{say.myNoteNote(e.note)}</p>}
      <Translations excerpt={e} />
      {e.tags.length > 0 && (
        <ul className="row tags" aria-label={say.tags}>
          {e.tags.map((tag) => (
            <li key={tag} className="tag">
              {tag}
            </li>
          ))}
        </ul>
      )}
      <p className="muted small number">
        {[
          e.credibility && gradeWords('excerpt', e.credibility, written),
          e.createdBy && `${e.createdBy.name}${e.createdAt ? `, ${dayText(e.createdAt)}` : ''}`,
          e.locator && locatorText(e.locator.label, e.locator.locator, written),
          say.citedTimes(cited),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <p className="row excerpt-acts">
        {(e.kind === 'anchored' || drawn) && !e.erased && !here && (
          <Button look="quiet" onClick={act(() => focus.openPassage(e.source, e.id))}>
            {drawn ? say.openAtTheArea : say.openAtThePassage}
          </Button>
        )}
        {e.kind === 'anchored' && <LiveLink excerpt={e} url={sources.get(e.source)?.item.URL} />}
        {canWrite && editor && (
          <>
            {words !== '' && (
              <Button look="quiet" onClick={act(() => citing.quote(e.id))}>
                {say.quote}
              </Button>
            )}
            <Button look="quiet" onClick={act(() => citing.cite(e))}>
              {say.cite}
            </Button>
            {words !== '' && (
              <Button look="quiet" onClick={act(() => citing.quoteInline(e.id))}>
                {say.quoteInline}
              </Button>
            )}
          </>
        )}
        {canWrite && (
          <Button look="quiet" onClick={() => setEditing(true)}>
            {say.edit}
          </Button>
        )}
        {canWrite && cited === 0 && (
          <Button look="quiet" onClick={act(remove)}>
            {say.deleteIt}
          </Button>
        )}
      </p>
      {editing && <EditExcerptDialog excerpt={e} onClose={() => setEditing(false)} />}
    </li>
  )
}
