/** Quotations that are not the source's words, with the difference. */
import type { Quotation } from '../../../shared/check/quotations.ts'
import { standingWords } from '../../brief/standing-words.ts'
import { Button } from '../../ui/button.tsx'
import { useDesk } from './desk.ts'
import { DiffLine } from './word-changes.tsx'
import { say } from '../../words/en/cite.ts'

export const QuotationFindings = () => {
  const { margin } = useDesk()
  if (margin.differing.length === 0) return null
  return (
    <section className="evidence-part" aria-labelledby="evidence-quotations">
      <h3 id="evidence-quotations" className="evidence-title loud">
        {say.quotationsThatDiffer}
      </h3>
      <ul className="evidence-items">
        {margin.differing.map(({ index, quotation }) => (
          <Finding key={index} index={index} quotation={quotation} />
        ))}
      </ul>
    </section>
  )
}

const Finding = ({ index, quotation }: { index: number; quotation: Quotation }) => {
  const { margin, editor, openPassage } = useDesk()
  const excerpt = quotation.excerpt ? margin.excerpts.get(quotation.excerpt) : undefined
  const { standing } = quotation
  return (
    <li className="evidence-item">
      <p className="loud">{standingWords(standing, excerpt).words}</p>
      {standing.is === 'held' && standing.difference.is === 'differs' ? (
        <DiffLine parts={standing.difference.parts} space=" " />
      ) : (
        <p className="covered">{quotation.words}</p>
      )}
      <div className="row">
        <Button look="quiet" onClick={() => editor?.showQuotation(index)}>
          {say.showInText}
        </Button>
        {excerpt && (
          <Button look="quiet" onClick={() => openPassage(excerpt.id)}>
            {say.openPassage}
          </Button>
        )}
      </div>
    </li>
  )
}
