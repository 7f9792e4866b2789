/** That the work was withdrawn, who said so and why; it stands with the source for as long as it holds. */
import type { Source } from '../../../shared/brief/source.ts'
import { NOTICE_WORDS } from '../../brief/notice-words.ts'
import { dayText } from '../../ui/when.ts'
import { say } from '../../words/en/sources.ts'

export const WithdrawnLine = ({ source: { withdrawn } }: { source: Source }) =>
  withdrawn && (
    <p className="small">
      <span className="loud">{NOTICE_WORDS[withdrawn.kind]}</span> · {withdrawn.by.name},{' '}
      {dayText(withdrawn.at)}
      {withdrawn.reason && `: ${withdrawn.reason}`}
      {withdrawn.settled && say.goesOnCitingIt(withdrawn.settled.by.name)}
    </p>
  )
