/** One difference of the file: who made it, where it stands, what goes and what comes. */
import type { Difference } from '../../../shared/word/difference.ts'
import { Button } from '../../ui/button.tsx'
import { dayText } from '../../ui/when.ts'
import { say } from '../../words/en/word.ts'

const NAMES: Record<Difference['what'], string> = {
  words: say.words,
  look: say.look,
  kind: say.kind,
  added: say.added,
  removed: say.removed,
  moved: say.moved,
  title: say.title,
  note: say.note,
  picture: say.picture,
}

export const DifferenceCard = ({
  difference,
  onTake,
  onLeave,
  onShow,
}: {
  difference: Difference
  onTake: () => void
  onLeave: () => void
  onShow: () => void
}) => {
  const { what, by, section, before, removed, added, after, as, alsoHere, pos, edit, why } = difference
  return (
    <li className="word-change">
      <p className="muted small">
        <strong>{NAMES[what]}</strong>
        {section && ` · ${section}`}
        {` · ${by ? [say.by(by.author), by.at ? dayText(by.at) : ''].filter(Boolean).join(', ') : say.untracked}`}
      </p>
      <p className="diff" dir="auto">
        {before}
        {removed && <del>{removed}</del>}
        {added && (what === 'look' ? <mark>{added}</mark> : <ins>{added}</ins>)}
        {after}
      </p>
      {as && <p className="small">{as}</p>}
      {alsoHere && <p className="small warn">{say.alsoHere}</p>}
      {!edit && why && <p className="small">{why}</p>}
      <p className="row">
        {edit && <Button onClick={onTake}>{say.take}</Button>}
        <Button onClick={onLeave}>{say.leave}</Button>
        {pos !== null && (
          <button type="button" className="link-button" onClick={onShow}>
            {say.show}
          </button>
        )}
      </p>
    </li>
  )
}
