/** What can be done with a marked passage: quote it, cite it, note something on it, say who says it. */
import { type MouseEvent, useEffect, useRef, useState } from 'react'
import type { Capture } from '../../brief/captures.ts'
import { useBrief } from '../../brief/brief-context.ts'
import type { Source } from '../../../shared/brief/source.ts'
import { Button } from '../../ui/button.tsx'
import { glide } from '../../ui/glide.ts'
import { announce } from '../../ui/live-region.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { keepPassage } from './keep-passage.ts'
import { draftOf, holdDraft, NO_DRAFT, type PassageDraft } from './passage-drafts.ts'
import { useCiting } from './use-citing.ts'
import { saysOf, viaOf, whoDraft, WhoSays } from './who-says.tsx'
import { say } from '../../words/en/sources.ts'

/** The third click of three marks a paragraph: no button may come under the pointer before it. */
const AFTER_CLICKS = 600

const topOf = (element: Element): number => element.getBoundingClientRect().top

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
  const { hash } = capture.info
  const [draft, setDraft] = useState(() => draftOf(doc, hash, range))
  const { who, note } = draft
  // Held as it is typed: Esc, a click beside it and a word more in the passage all take the bar away.
  const change = (part: Partial<PassageDraft>) => {
    const next = { ...draft, ...part }
    setDraft(next)
    holdDraft(doc, hash, range, next)
  }
  /** How often a form was asked for; one that is back with a draft leaves the caret and the view where they are. */
  const [opened, setOpened] = useState(0)
  const bar = useRef<HTMLDivElement>(null)
  const [noting, asking] = [note !== null, who !== null]
  // A passage at the lower edge leaves no room below it; nor do the forms, when they open.
  useEffect(() => {
    const show = () => {
      const shown = bar.current
      const frame = shown?.parentElement
      if (!shown || !frame) return
      const [barWas, textWas] = [topOf(shown), topOf(frame)]
      shown.scrollIntoView({ block: 'nearest' })
      // On a phone the bar stands at the lower edge, and its forms would cover the passage.
      const covered = topOf(frame) + top - topOf(shown)
      if (covered > 0) frame.closest('.pane-scroll')?.scrollBy(0, covered)
      glide([shown], barWas - topOf(shown))
      // What stands still above the text does not go along.
      glide(frame.querySelectorAll(':scope > :not(.reader-search, [data-bar])'), textWas - topOf(frame))
    }
    if (opened > 0) return show()
    const timer = setTimeout(show, AFTER_CLICKS)
    return () => clearTimeout(timer)
  }, [opened, top])
  const toggle = (part: Partial<PassageDraft>) => {
    setOpened(opened + 1)
    change(part)
  }

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
    holdDraft(doc, hash, range, NO_DRAFT)
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
          onClick={() => toggle({ note: noting ? null : '' })}
        >
          {say.myNote}
        </Button>
        <Button
          look="quiet"
          aria-expanded={asking}
          onClick={() => toggle({ who: asking ? null : whoDraft(null, []) })}
        >
          {say.whoSaysThis}
        </Button>
      </div>
      {note !== null && (
        <NoteField begin={opened > 0} value={note} onValue={(next) => change({ note: next })} />
      )}
      {who !== null && <WhoSays draft={who} onDraft={(next) => change({ who: next })} />}
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

/** `begin`: with the caret in it, for who has just asked to write. */
const NoteField = ({
  begin,
  value,
  onValue,
}: {
  begin: boolean
  value: string
  onValue: (value: string) => void
}) => {
  const [field, setField] = useState<HTMLElement | null>(null)
  useEffect(() => {
    if (begin) field?.querySelector('textarea')?.focus()
  }, [field, begin])
  return (
    <div ref={setField}>
      <TextField label={say.myNote} lines={3} value={value} onValue={onValue} />
    </div>
  )
}
