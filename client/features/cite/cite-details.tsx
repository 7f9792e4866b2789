/** One source within a citation: the passage with what stands around it, who says it, and how it is cited. */
import { ArrowDown, ArrowUp } from 'lucide-react'
import { type MouseEvent, useState } from 'react'
import { type CitationRecord, type Cite, moveCite, removeCite } from '../../../shared/brief/citation.ts'
import { changeSource } from '../../../shared/brief/source.ts'
import { changeExcerpt, type Excerpt } from '../../../shared/brief/excerpt.ts'
import { cellText } from '../../../shared/brief/cell-text.ts'
import { plainReference } from '../../../shared/cite/reference.ts'
import { LiveLink } from '../../brief/live-link.tsx'
import { Translations } from '../../brief/translations.tsx'
import { attestedWords, whoSays } from '../../brief/standing-words.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { announce } from '../../ui/live-region.tsx'
import { Button } from '../../ui/button.tsx'
import { dayText } from '../../ui/when.ts'
import { BEARINGS, USES } from './cite-words.ts'
import { CiteForm } from './cite-form.tsx'
import { CommittedField } from './committed-field.tsx'
import { useDesk } from './desk.ts'
import { PassageState } from './passage-state.tsx'
import { say } from '../../words/en/cite.ts'
import { written } from '../../words/written.ts'

export const CiteDetails = ({ citation, cite }: { citation: CitationRecord; cite: Cite }) => {
  const { margin, canWrite, write } = useDesk()
  const [editing, setEditing] = useState(false)
  const move = (by: -1 | 1) => (event: MouseEvent<HTMLButtonElement>) => {
    const button = event.currentTarget
    write((doc) => moveCite(doc, citation.id, cite.id, by))
    announce(by < 0 ? say.movedUp : say.movedDown)
    // What moves in the list loses the focus on its way.
    requestAnimationFrame(() => button.focus())
  }
  const remove = (event: MouseEvent<HTMLButtonElement>) => {
    const head = event.currentTarget.closest('[data-citation-card]')?.querySelector<HTMLElement>('.card-head')
    write((doc) => removeCite(doc, citation.id, cite.id))
    announce(say.removed)
    // The button goes with what it stood for.
    requestAnimationFrame(() => head?.focus())
  }
  const source = margin.sources.get(cite.source)
  const seenIn = cite.citedIn ? margin.sources.get(cite.citedIn) : undefined
  const excerpt = cite.excerpt ? margin.excerpts.get(cite.excerpt) : undefined
  return (
    <section className="cite" aria-label={source?.item.title ?? say.sourceMissing}>
      <p className="cite-reference">
        {source ? plainReference(source.item, written) : say.thisSourceIsMissing}
        {seenIn && <span className="muted"> {say.asCitedIn(plainReference(seenIn.item, written))}</span>}
      </p>
      {source?.removed && (
        <p className="loud">
          {say.takenOutBy(source.removed.by.name, dayText(source.removed.at))}{' '}
          {canWrite && !source.merged && (
            <Button
              look="quiet"
              onClick={() => write((doc) => changeSource(doc, source.id, { removed: null }))}
            >
              {say.putBack}
            </Button>
          )}
        </p>
      )}
      {excerpt ? (
        <Passage excerpt={excerpt} url={source?.item.URL} />
      ) : (
        <p className="muted">{cite.excerpt ? say.passageMissing : say.wholeSourceCited}</p>
      )}
      {(cite.use ?? cite.bearing) && (
        <p className={cite.bearing === 'contradicts' ? 'small loud' : 'muted small'}>
          {[cite.use && USES[cite.use], cite.bearing && BEARINGS[cite.bearing]].filter(Boolean).join(' · ')}
        </p>
      )}
      {canWrite && (
        <div className="row">
          <Button look="quiet" aria-expanded={editing} onClick={() => setEditing(!editing)}>
            {editing ? say.done : say.edit}
          </Button>
          <Button look="quiet" onClick={remove}>
            {say.remove}
          </Button>
          {citation.cites.length > 1 && (
            <>
              <IconButton label={say.citeEarlier} icon={<ArrowUp />} onClick={move(-1)} />
              <IconButton label={say.citeLater} icon={<ArrowDown />} onClick={move(1)} />
            </>
          )}
        </div>
      )}
      {editing && <CiteForm citation={citation.id} cite={cite} />}
    </section>
  )
}

/** What stands around a passage is cut by letters: shown are whole words, and no more than its paragraph. */
const wordsBefore = (prefix: string) => {
  const line = prefix.slice(prefix.lastIndexOf('\n') + 1)
  return line === prefix ? line.replace(/^\S*\s/, '… ') : line
}
const wordsAfter = (suffix: string) => {
  const line = suffix.split('\n', 1)[0] ?? ''
  return line === suffix ? line.replace(/\s\S*$/, ' …') : line
}

const Passage = ({ excerpt, url }: { excerpt: Excerpt; url: string | undefined }) => {
  const { canWrite, openPassage, write } = useDesk()
  const says = whoSays(excerpt)
  const cell = cellText(excerpt, written)
  if (excerpt.erased)
    return (
      <p className="loud">
        {say.evidenceErasedBy(excerpt.erased.by.name, dayText(excerpt.erased.at), excerpt.erased.why)}
      </p>
    )
  return (
    <>
      <blockquote className="passage">
        {excerpt.kind === 'anchored' ? (
          <>
            <span className="around">{wordsBefore(excerpt.selector[1].prefix)}</span>
            <mark>{excerpt.selector[1].exact}</mark>
            <span className="around">{wordsAfter(excerpt.selector[1].suffix)}</span>
          </>
        ) : (
          excerpt.attested.words
        )}
      </blockquote>
      {cell && <p className="small">{cell}</p>}
      {says && <p className="muted">— {says}</p>}
      <Translations excerpt={excerpt} />
      {excerpt.kind === 'anchored' ? (
        <PassageState excerpt={excerpt} />
      ) : (
        <p className="muted small">
          {attestedWords(excerpt.attested.by.name)}
          {excerpt.attested.heldBy && say.heldBy(excerpt.attested.heldBy)}
        </p>
      )}
      {canWrite ? (
        <CommittedField
          label={say.myNote}
          lines={1}
          value={excerpt.note}
          onCommit={(note) => write((doc) => changeExcerpt(doc, excerpt.id, { note }))}
        />
      ) : (
        excerpt.note && <p className="small">{say.myNoteNote(excerpt.note)}</p>
      )}
      <div className="row">
        <Button look="quiet" onClick={() => openPassage(excerpt.id)}>
          {say.openPassage}
        </Button>
        {excerpt.kind === 'anchored' && <LiveLink excerpt={excerpt} url={url} />}
      </div>
    </>
  )
}
