/** The card at a citation: the passage, who says it, through whom, and the source. */
import { useSyncExternalStore } from 'react'
import type { Cite } from '../../../shared/brief/citation.ts'
import { wordsOf } from '../../../shared/brief/excerpt.ts'
import { locatorText } from '../../../shared/cite/locator.ts'
import { shortName } from '../../../shared/cite/short-name.ts'
import { attestedWords, whoSays } from '../../brief/standing-words.ts'
import { CARD } from './citation-hover.ts'
import { numbersKey } from './citation-numbers.ts'
import type { Evidence } from '../../brief/evidence.ts'
import { Floating } from './floating.tsx'
import type { OpenEditor } from './open-editor.ts'

/** More is read in the margin or in the source itself. */
const LONGEST = 420

export const CitationPeek = ({
  page,
  id,
  element,
}: {
  page: OpenEditor
  id: string
  element: HTMLElement
}) => {
  const evidence = useSyncExternalStore(page.evidence.subscribe, page.evidence.get)
  const record = evidence.citations.get(id)
  const numbers = numbersKey.getState(page.editor.state)?.order.numbers.get(id) ?? []
  return (
    <Floating
      at={() => (element.isConnected ? element.getBoundingClientRect() : null)}
      role="tooltip"
      className={`layer-card ${CARD}`}
    >
      {!record && <p>This citation has no evidence in this brief.</p>}
      {record?.cites.length === 0 && <p>No source is cited here any more.</p>}
      {record?.cites.map((cite, i) => (
        <PeekCite key={cite.id} cite={cite} number={numbers[i]} evidence={evidence} />
      ))}
    </Floating>
  )
}

const PeekCite = ({
  cite,
  number,
  evidence,
}: {
  cite: Cite
  number: number | undefined
  evidence: Evidence
}) => {
  const source = evidence.sources.get(cite.source)
  const excerpt = cite.excerpt ? evidence.excerpts.get(cite.excerpt) : undefined
  const words = excerpt ? wordsOf(excerpt) : ''
  const says = excerpt ? whoSays(excerpt) : ''
  const where = locatorText(cite.label, cite.locator)
  return (
    <div className="peek-cite">
      <p className="peek-source">
        <span className="number">{number}</span>{' '}
        {source
          ? [shortName(source.item), where].filter((part) => part !== '').join(', ')
          : 'This source is missing from the brief.'}
      </p>
      {excerpt?.erased && <p className="loud">Evidence erased</p>}
      {words && (
        <blockquote>{words.length > LONGEST ? `${words.slice(0, LONGEST).trimEnd()}…` : words}</blockquote>
      )}
      {says && <p className="muted">— {says}</p>}
      {excerpt?.kind === 'attested' && <p className="muted">{attestedWords(excerpt.attested.by.name)}</p>}
      {source?.item.title && <p className="muted peek-title">{source.item.title}</p>}
    </div>
  )
}
