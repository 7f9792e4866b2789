/** How far the brief itself may be passed on, and from when. Taken over on leaving a field: a colleague may write the other one. */
import { useState } from 'react'
import type * as Y from 'yjs'
import { changeAbout, readAbout } from '../../../shared/brief/about.ts'
import { MarkField } from '../../ui/mark-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { say } from '../../words/en/export.ts'

export const BriefMarks = ({ doc }: { doc: Y.Doc }) => {
  const [before] = useState(() => readAbout(doc))
  const [handling, setHandling] = useState(before.handling ?? '')
  const [embargo, setEmbargo] = useState(before.embargoUntil ?? '')
  const keep = () => {
    const now = readAbout(doc)
    const mark = handling.trim() || null
    const until = embargo.trim() || null
    if (mark !== before.handling && mark !== now.handling) changeAbout(doc, { handling: mark })
    if (until !== before.embargoUntil && until !== now.embargoUntil) changeAbout(doc, { embargoUntil: until })
  }
  return (
    <div className="brief-marks" onBlur={keep}>
      <MarkField
        label={say.handlingMarkOfTheBrief}
        hint={say.markHint}
        value={handling}
        onValue={setHandling}
      />
      {/* A time of day that a program wrote does not fit a field for days. */}
      <TextField
        label={say.underEmbargoUntil}
        type={/^(\d{4}-\d\d-\d\d)?$/.test(embargo) ? 'date' : 'text'}
        value={embargo}
        onValue={setEmbargo}
      />
    </div>
  )
}
