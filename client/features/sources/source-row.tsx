/** One source in the list: what it is, what is held of it, what was taken from it. */
import { useBrief } from '../../brief/brief-context.ts'
import { useStore } from '../../brief/use-store.ts'
import { waitingOf } from '../../brief/waiting-room.ts'
import type { SourceCheck } from '../../../shared/wire/inputs.ts'
import { CheckedLine } from './checked-line.tsx'
import type { Entry } from './library.ts'
import { MissingQuestion } from './missing-question.tsx'
import { SourceMenu } from './source-menu.tsx'
import { TwinQuestion } from './twin-question.tsx'
import { heldLine, sourceLine, titleOf } from './source-line.ts'
import { WithdrawnLine } from './withdrawn-line.tsx'
import { say } from '../../words/en/sources.ts'

export const SourceRow = ({
  entry: { source, excerpts, cited },
  check,
}: {
  entry: Entry
  check: SourceCheck | undefined
}) => {
  const { focus, canWrite, me } = useBrief()
  const waits = useStore(waitingOf(me.id)).some((each) => 'source' in each && each.source === source.id)
  const taken = [
    heldLine(source),
    ...(waits ? [say.willBeSentWhenOnline] : []),
    ...(excerpts.length > 0 ? [say.excerptsCount(excerpts.length)] : []),
    ...(cited > 0 ? [say.citedTimes(cited)] : []),
  ]
  return (
    <li className="source-row">
      <div className="source-row-head">
        <button type="button" className="source-open" onClick={() => focus.openSource(source.id)}>
          {titleOf(source)}
        </button>
        {canWrite && <SourceMenu source={source} check={check} />}
      </div>
      <p className="muted small">{sourceLine(source)}</p>
      {source.origin && <p className="muted small">{say.firstReportedByWhom(source.origin)}</p>}
      <p className="muted small number">{taken.join(' · ')}</p>
      <CheckedLine check={check} />
      <WithdrawnLine source={source} />
      {canWrite && <TwinQuestion source={source} />}
      {canWrite && <MissingQuestion source={source} />}
    </li>
  )
}
