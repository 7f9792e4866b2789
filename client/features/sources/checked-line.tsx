/** When the address of a source was looked at again, what came of it, and when it will be. */
import type { SourceCheck } from '../../../shared/wire/inputs.ts'
import { dayText, whenText } from '../../ui/when.ts'
import { say } from '../../words/en/sources.ts'

export const CheckedLine = ({ check }: { check: SourceCheck | undefined }) => {
  if (!check) return null
  const { last, schedule, waiting } = check
  return (
    <>
      {waiting && <p className="muted small">{say.willBeLookedAt}</p>}
      {last?.outcome === 'refused' && (
        <p className="small">{say.couldNotBeChecked(whenText(last.at), last.why ?? '')}</p>
      )}
      {last && last.outcome !== 'refused' && (
        <p className="muted small">
          {last.outcome === 'unchanged' ? say.unchangedChecked : say.changedChecked} {whenText(last.at)}
        </p>
      )}
      {schedule && (
        <p className="muted small">
          {(schedule.every === 'daily' ? say.checkedDailyUntil : say.checkedWeeklyUntil)(
            dayText(`${schedule.until}T12:00`),
          )}
          {schedule.by && say.setBy(schedule.by)}
        </p>
      )}
    </>
  )
}
