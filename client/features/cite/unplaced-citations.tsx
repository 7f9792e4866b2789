/** Citations that lost their place when edits met: nothing of them is lost, and a person says where they belong. */
import { type CitationRecord, markRemoved } from '../../../shared/brief/citation.ts'
import { shortName } from '../../brief/work-name.ts'
import { Button } from '../../ui/button.tsx'
import { toast } from '../../ui/toast.ts'
import { useDesk } from './desk.ts'
import { say } from '../../words/en/cite.ts'

export const UnplacedCitations = () => {
  const { margin } = useDesk()
  const { unplaced } = margin.order
  if (unplaced.length === 0) return null
  return (
    <section className="evidence-part" aria-labelledby="evidence-unplaced">
      <h3 id="evidence-unplaced" className="evidence-title loud">
        {say.unplacedCitations}
      </h3>
      <p className="muted">{say.whyUnplaced}</p>
      <ul className="evidence-items">
        {unplaced.map((record) => (
          <Unplaced key={record.id} record={record} />
        ))}
      </ul>
    </section>
  )
}

const Unplaced = ({ record }: { record: CitationRecord }) => {
  const { margin, me, canWrite, editor, write } = useDesk()
  const names = record.cites.map((cite) => {
    const source = margin.sources.get(cite.source)
    return source ? shortName(source.item) : say.sourceMissing
  })
  const putBack = () => {
    if (!editor?.placeAgain(record.id)) toast(say.cannotStandHere)
  }
  return (
    <li className="evidence-item" data-unplaced={record.id}>
      <p className="card-names">{names.join('; ') || say.noSource}</p>
      {record.sentence && <p className="covered">{record.sentence}</p>}
      {canWrite && (
        <div className="row">
          <Button onClick={putBack}>{say.putItBack}</Button>
          <Button
            look="quiet"
            onClick={() => write((doc) => markRemoved(doc, record.id, me, new Date().toISOString()))}
          >
            {say.letItGo}
          </Button>
        </div>
      )}
    </li>
  )
}
