/** "I checked this": a person read the sentence against the passages. It holds for these words only. */
import type { CitationRecord } from '../../../shared/brief/citation.ts'
import { type Check, setCheck } from '../../../shared/brief/check.ts'
import { checkStanding } from '../../../shared/check/standing.ts'
import { fingerprint } from '../../../shared/text/fingerprint.ts'
import { Button } from '../../ui/button.tsx'
import { dayText } from '../../ui/when.ts'
import { useDesk } from './desk.ts'
import { WordChanges } from './word-changes.tsx'
import { say } from '../../words/en/cite.ts'

const excerptsOf = (record: CitationRecord) =>
  [...new Set(record.cites.flatMap((cite) => (cite.excerpt ? [cite.excerpt] : [])))].sort()

const sameExcerpts = (check: Check, record: CitationRecord) =>
  [...check.excerpts].sort().join(' ') === excerptsOf(record).join(' ')

export const CheckLine = ({ record, words }: { record: CitationRecord; words: string }) => {
  const { margin, me, canWrite, write } = useDesk()
  const check = margin.checks.get(record.id)
  const put = (value: Check | null) => write((doc) => setCheck(doc, record.id, value))
  const checkNow = () =>
    put({
      by: me,
      at: new Date().toISOString(),
      hash: fingerprint(words),
      words,
      excerpts: excerptsOf(record),
    })
  const changed = check !== undefined && checkStanding(check, words) === 'changed'
  const otherEvidence = check !== undefined && !changed && !sameExcerpts(check, record)
  const stands = check !== undefined && !changed && !otherEvidence
  return (
    <div className="check-line">
      {check && stands && <p className="checked">{say.checkedOnDay(check.by.name, dayText(check.at))}</p>}
      {check && changed && (
        <>
          <p className="loud">{say.sentenceChangedSince(check.by.name)}</p>
          {check.words && <WordChanges before={check.words} after={words} />}
        </>
      )}
      {check && otherEvidence && <p className="loud">{say.passagesChangedSince(check.by.name)}</p>}
      {canWrite && (
        <div className="row">
          {!stands && words !== '' && <Button onClick={checkNow}>{say.iCheckedThis}</Button>}
          {check && (
            <Button look="quiet" onClick={() => put(null)}>
              {say.takeTheCheckBack}
            </Button>
          )}
        </div>
      )}
    </div>
  )
}
