/** Words that a person heard or read where no machine here can look: an attested excerpt. */
import { type FormEvent, useId, useState } from 'react'
import { useBrief } from '../../brief/brief-context.ts'
import { addExcerpt } from '../../../shared/brief/excerpt.ts'
import type { Source } from '../../../shared/brief/source.ts'
import { type Area, areaFragment } from '../../../shared/brief/area.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { LocatorFields, type LocatorDraft, locatorOf } from './locator-fields.tsx'
import { ReadByAll } from './read-by-all.tsx'
import { timeFragment } from './time-fragment.ts'
import { saysOf, viaOf, whoDraft, WhoSays } from './who-says.tsx'
import { say } from '../../words/en/sources.ts'

const TIMED = new Set(['motion_picture', 'broadcast', 'interview', 'speech', 'song'])

/** An area that was drawn on a saved copy; `label` is what is printed on its page. */
export type DrawnOn = { hash: string; page: number | null; label: string | null; area: Area }

export const AttestedDialog = ({
  source,
  drawn,
  onClose,
}: {
  source: Source
  drawn?: DrawnOn
  onClose: () => void
}) => {
  const { doc, me } = useBrief()
  const form = useId()
  const [words, setWords] = useState('')
  const [place, setPlace] = useState<LocatorDraft>({
    label: TIMED.has(source.item.type) ? 'timestamp' : 'page',
    value: drawn?.label ?? '',
  })
  const [heldBy, setHeldBy] = useState('')
  const [who, setWho] = useState(whoDraft(null, []))
  const [note, setNote] = useState('')
  // An area may speak for itself: a chart has no words to type.
  const complete = words.trim() !== '' || (drawn !== undefined && note.trim() !== '')
  const save = (event: FormEvent) => {
    event.preventDefault()
    if (!complete) return
    const at = new Date().toISOString()
    const by = { id: me.id, name: me.name }
    addExcerpt(doc, {
      kind: 'attested',
      source: source.id,
      attested: {
        words: words.trim(),
        by,
        at,
        fragment: drawn
          ? areaFragment(drawn.area, drawn.page)
          : place.label === 'timestamp'
            ? timeFragment(place.value)
            : null,
        ...(drawn && { capture: drawn.hash }),
        heldBy: heldBy.trim() || null,
      },
      locator: locatorOf(place),
      says: saysOf(who),
      via: viaOf(who),
      note: note.trim(),
      createdBy: by,
      createdAt: at,
    })
    onClose()
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={drawn ? say.whatTheAreaShows : say.addWordsByHand}
      description={say.shownAsTranscript(me.name)}
      footer={
        <>
          <Button onClick={onClose}>{say.cancel}</Button>
          <Button look="primary" type="submit" form={form} disabled={!complete}>
            {say.addExcerpt}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={save} className="add-form">
        <ReadByAll />
        <TextField
          label={drawn ? say.wordsInIt : say.wordsAsSaidOrWritten}
          hint={drawn ? say.wordsInItHint : undefined}
          lines={4}
          value={words}
          onValue={setWords}
        />
        <LocatorFields draft={place} onDraft={setPlace} />
        <TextField label={say.heldBy} hint={say.heldByHint} value={heldBy} onValue={setHeldBy} />
        <WhoSays draft={who} onDraft={setWho} />
        <TextField label={say.myNote} lines={2} value={note} onValue={setNote} />
      </form>
    </Dialog>
  )
}
