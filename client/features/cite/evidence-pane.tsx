/** The margin: what each citation rests on, in the order of the text, and what needs a person. */
import { memo, useDeferredValue, useMemo } from 'react'
import type { Person } from '../../../shared/brief/document.ts'
import type { EditorHandle } from '../../brief/editor-handle.ts'
import type { Changes } from '../../brief/changes.ts'
import type { OpenBrief } from '../../brief/open-brief.ts'
import type { Store } from '../../brief/store.ts'
import { useStore } from '../../brief/use-store.ts'
import { ChangedSources } from './changed-sources.tsx'
import { CitationCard } from './citation-card.tsx'
import type { CardLine } from './card-lines.ts'
import { type Desk, DeskContext } from './desk.ts'
import { marginOf } from './margin.ts'
import { Notices } from './notices.tsx'
import { QuotationFindings } from './quotation-findings.tsx'
import { UnplacedCitations } from './unplaced-citations.tsx'
import { say } from '../../words/en/cite.ts'

export type EvidencePaneProps = {
  open: OpenBrief
  changes: Store<Changes>
  me: Person
  canWrite: boolean
  active: string | null
  onActive: (id: string | null) => void
  onOpenPassage: (excerptId: string) => void
  editor: EditorHandle | null
}

export const EvidencePane = ({
  open,
  changes,
  me,
  canWrite,
  active,
  onActive,
  onOpenPassage,
  editor,
}: EvidencePaneProps) => {
  const store = useMemo(() => marginOf(open.doc), [open.doc])
  const margin = useStore(store)
  // The cards may follow a moment later: nobody waits for them with a key.
  const lines = useDeferredValue(margin.lines)
  const desk: Desk = {
    margin,
    changes: useStore(changes),
    me: { id: me.id, name: me.name },
    canWrite,
    editor,
    write: (change) => open.doc.transact(() => change(open.doc), open.undoOrigin),
    openPassage: onOpenPassage,
  }
  return (
    <DeskContext.Provider value={desk}>
      <div className="evidence">
        <Notices open={open} />
        <ChangedSources />
        <UnplacedCitations />
        <QuotationFindings />
        <Citations lines={lines} active={active} onActive={onActive} />
      </div>
    </DeskContext.Provider>
  )
}

const CitationList = ({
  lines,
  active,
  onActive,
}: {
  lines: readonly CardLine[]
  active: string | null
  onActive: (id: string | null) => void
}) => (
  <section className="evidence-part" aria-labelledby="evidence-citations">
    <h3 id="evidence-citations" className="evidence-title">
      {say.citations}
    </h3>
    {lines.length === 0 && <p className="muted">{say.nothingCitedYet}</p>}
    <ol className="citation-cards">
      {lines.map((line) => (
        <CitationCard key={line.id} line={line} active={line.id === active} onActive={onActive} />
      ))}
    </ol>
  </section>
)
const Citations = memo(CitationList)
