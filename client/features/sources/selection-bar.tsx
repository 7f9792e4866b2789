/** What can be done with a marked passage: quote it, cite it, note something on it, say who says it. */
import { type MouseEvent, useEffect, useRef, useState } from 'react'
import type { Capture } from '../../brief/captures.ts'
import { useBrief } from '../../brief/brief-context.ts'
import type { Source } from '../../../shared/brief/source.ts'
import { Button } from '../../ui/button.tsx'
import { announce } from '../../ui/live-region.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { keepPassage } from './keep-passage.ts'
import { useCiting } from './use-citing.ts'
import { saysOf, viaOf, type WhoDraft, whoDraft, WhoSays } from './who-says.tsx'
import { say } from '../../words/en/sources.ts'

/** The third click of three marks a paragraph: no button may come under the pointer before it. */
const AFTER_CLICKS = 600

export const SelectionBar = ({
  source,
  capture,
  range,
  top,
  onClose,
}: {
  source: Source
  capture: Capture
  range: { start: number; end: number }
  top: number
  onClose: () => void
}) => {
  const { doc, me, editor } = useBrief()
  const citing = useCiting()
  const [who, setWho] = useState<WhoDraft | null>(null)
  const [note, setNote] = useState<string | null>(null)
  const bar = useRef<HTMLDivElement>(null)
  const [noting, asking] = [note !== null, who !== null]
  // A passage at the lower edge leaves no room below it; nor do the forms, when they open.
  useEffect(() => {
    const show = () => {
      bar.current?.scrollIntoView({ block: 'nearest' })
    }
    if (noting || asking) return show()
    const timer = setTimeout(show, AFTER_CLICKS)
    return () => clearTimeout(timer)
  }, [noting, asking])

  const keep = () =>
    keepPassage(doc, {
      capture,
      source: source.id,
      range,
      me,
      says: who && saysOf(who),
      via: who ? viaOf(who) : [],
      note: note?.trim() ?? '',
    })
  const then = (act: (excerpt: ReturnType<typeof keep>) => void) => {
    const excerpt = keep()
    onClose()
    act(excerpt)
  }
  const keepOnly = () => then(() => announce(say.excerptKept))

  return (
    <div
      ref={bar}
      className="selection-bar"
      data-bar
      role="group"
      aria-label={say.markedPassage}
      style={{ top }}
    >
      <div className="selection-acts">
        {editor && (
          <>
            <Button
              onMouseDown={keepSelection}
              look="primary"
              data-first
              onClick={() => then((e) => citing.quote(e.id))}
            >
              {say.quote} <kbd aria-hidden>⏎</kbd>
            </Button>
            <Button onMouseDown={keepSelection} look="quiet" onClick={() => then((e) => citing.cite(e))}>
              {say.cite}
            </Button>
            <Button
              onMouseDown={keepSelection}
              look="quiet"
              onClick={() => then((e) => citing.quoteInline(e.id))}
            >
              {say.quoteInline}
            </Button>
          </>
        )}
        <Button
          onMouseDown={keepSelection}
          look="quiet"
          aria-expanded={noting}
          onClick={() => setNote(noting ? null : '')}
        >
          {say.myNote}
        </Button>
        <Button
          look="quiet"
          aria-expanded={asking}
          onClick={() => setWho(asking ? null : whoDraft(null, []))}
        >
          {say.whoSaysThis}
        </Button>
      </div>
      {note !== null && <NoteField value={note} onValue={setNote} />}
      {who !== null && <WhoSays draft={who} onDraft={setWho} />}
      {(noting || asking) && (
        <p className="row form-end">
          <Button onClick={keepOnly}>{say.keepAsExcerpt}</Button>
        </p>
      )}
    </div>
  )
}

/** A press must not take the selection it is about. */
const keepSelection = (event: MouseEvent) => event.preventDefault()

/** Opens with the caret in it: the person has just asked to write. */
const NoteField = ({ value, onValue }: { value: string; onValue: (value: string) => void }) => {
  const [field, setField] = useState<HTMLElement | null>(null)
  useEffect(() => field?.querySelector('textarea')?.focus(), [field])
  return (
    <div ref={setField}>
      <TextField label={say.myNote} lines={3} value={value} onValue={onValue} />
    </div>
  )
}
