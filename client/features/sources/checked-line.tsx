/** When the address of a source was looked at again, what came of it, and when it will be. */
import type { SourceCheck } from '../../../shared/wire/inputs.ts'
import { dayText, whenText } from '../../ui/when.ts'

export const CheckedLine = ({ check }: { check: SourceCheck | undefined }) => {
  if (!check) return null
  const { last, schedule, waiting } = check
  return (
    <>
      {waiting && <p className="muted small">Its address is looked at as soon as its turn comes.</p>}
      {last?.outcome === 'refused' && (
        <p className="small">
          Could not be checked, {whenText(last.at)}. {last.why}
        </p>
      )}
      {last && last.outcome !== 'refused' && (
        <p className="muted small">
          {last.outcome === 'unchanged' ? 'Unchanged, checked' : 'Changed, checked'} {whenText(last.at)}
        </p>
      )}
      {schedule && (
        <p className="muted small">
          Checked {schedule.every} until {dayText(`${schedule.until}T12:00`)}
          {schedule.by && `, set by ${schedule.by}`}
        </p>
      )}
    </>
  )
}
