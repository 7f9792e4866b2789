/** A passage or a source as it is offered: its short name, where it stands, its words. */
import type { Excerpt } from '../../../shared/brief/excerpt.ts'
import type { Named } from '../../brief/evidence-entries.ts'

const LONGEST = 180

export const EvidenceOption = ({ entry }: { entry: Named & { excerpt?: Excerpt | null } }) => (
  <>
    <span className="option-name">
      {entry.name}
      {entry.detail && <span className="muted"> · {entry.detail}</span>}
    </span>
    <span className={entry.excerpt ? 'option-words passage' : 'option-words'}>
      {entry.words.length > LONGEST ? `${entry.words.slice(0, LONGEST).trimEnd()}…` : entry.words}
    </span>
  </>
)
