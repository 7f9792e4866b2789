/** Asks whether a source is the same work as one that was here before it. */
import { useBrief } from '../../brief/brief-context.ts'
import { changeSource, type Source } from '../../../shared/brief/source.ts'
import { titleOf } from './source-line.ts'
import { useMerging } from './use-merging.ts'
import { useTwin } from './use-twins.ts'

export const TwinQuestion = ({ source }: { source: Source }) => {
  const { doc } = useBrief()
  const twin = useTwin(source.id)
  const { merge } = useMerging()
  if (!twin) return null
  return (
    <p className="missing-question small" role="group" aria-label="The same work?">
      This looks like “{titleOf(twin)}”, which is already here.{' '}
      <button type="button" onClick={() => merge(source, twin)}>
        {source.captures.length > 0 ? 'Add to it as a new copy' : 'Merge with it'}
      </button>
      {' · '}
      <button
        type="button"
        onClick={() => changeSource(doc, source.id, { apart: [...source.apart, twin.id] })}
      >
        Keep apart
      </button>
    </p>
  )
}
