/** One passage whose source says something else now: what rests on it, the words then and now, and what to do. */
import type { Change } from '../../../shared/check/changes.ts'
import { detachExcerpt, keepOlder } from '../../../shared/brief/take-over.ts'
import { shortName } from '../../brief/work-name.ts'
import { passageWords } from '../../brief/standing-words.ts'
import { Button } from '../../ui/button.tsx'
import { whenText } from '../../ui/when.ts'
import { ChoosePlace } from './choose-place.tsx'
import { useDesk } from './desk.ts'
import { ThenAndNow } from './then-and-now.tsx'
import { useTakeOver } from './use-take-over.ts'
import { say } from '../../words/en/cite.ts'

export const ChangeCard = ({ change, citations }: { change: Change; citations: readonly string[] }) => {
  const { canWrite, me, write, openPassage, margin } = useDesk()
  const { excerpt, source, newest, found, now } = change
  const takeOver = useTakeOver()
  const deed = () => ({ by: me, at: new Date().toISOString() })
  const old = source.captures.find(({ hash }) => hash === excerpt.capture)
  const standing = passageWords(found)
  return (
    <li className="evidence-item change" data-change={excerpt.id} data-state={found.state}>
      <p className={standing.tone === 'loud' ? 'loud' : 'muted'}>{standing.words}</p>
      <p className="muted small">
        {shortName(source.item)} ·{' '}
        {savedWhen(whenText(newest.seenAt ?? newest.takenAt), old && whenText(old.takenAt))}
      </p>
      <ThenAndNow then={excerpt.selector[1].exact} now={now} around={found.state === 'context-changed'} />
      {found.state === 'ambiguous' && (
        <ChoosePlace
          change={change}
          places={found.places}
          onChoose={canWrite ? (place) => void takeOver(change, place) : null}
        />
      )}
      <Resting citations={citations} />
      <div className="row change-acts">
        {canWrite && (found.state === 'changed' || found.state === 'context-changed') && (
          <Button
            look={found.state === 'changed' ? 'primary' : 'plain'}
            onClick={() => void takeOver(change, found)}
          >
            {found.state === 'changed' ? say.takeTheNewWords : say.takeTheNewCopy}
          </Button>
        )}
        {canWrite && (
          <Button onClick={() => write((doc) => keepOlder(doc, excerpt.id, newest.hash, deed()))}>
            {say.keepTheOldCopy}
          </Button>
        )}
        {canWrite && found.state !== 'context-changed' && (
          <Button look="quiet" onClick={() => write((doc) => detachExcerpt(doc, excerpt.id, deed()))}>
            {margin.citations.size > 0 && citations.length > 0 ? say.detachFromTheSentence : say.letItGo}
          </Button>
        )}
        <Button look="quiet" onClick={() => openPassage(excerpt.id)}>
          {say.openPassage}
        </Button>
      </div>
    </li>
  )
}

const savedWhen = (now: string, before: string | undefined): string =>
  before ? say.savedAgain(before, now) : say.saved(now)

/** The sentences that rest on the passage; each leads to its place in the text. */
const Resting = ({ citations }: { citations: readonly string[] }) => {
  const { margin, editor } = useDesk()
  const placed = margin.order.placed.filter((id) => citations.includes(id))
  if (placed.length === 0) return <p className="muted small">{say.noSentenceRestsOnIt}</p>
  return (
    <>
      <p className="muted small">{say.sentencesRestOnIt(placed.length)}</p>
      <ul className="resting">
        {placed.map((id) => (
          <li key={id}>
            <button type="button" className="resting-sentence" onClick={() => editor?.showCitation(id)}>
              {margin.covered(id, margin.citations.get(id)?.covers ?? 'sentence') || say.noWordsBefore}
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}
