/** The card at a citation: the passage, who says it, through whom, and the source. */
import { NodeSelection } from '@tiptap/pm/state'
import { useEditorState } from '@tiptap/react'
import { useEffect, useState } from 'react'
import type { Cite } from '../../../shared/brief/citation.ts'
import { wordsOf } from '../../../shared/brief/excerpt.ts'
import { bearingText } from '../../../shared/brief/bearing-text.ts'
import { cellText } from '../../../shared/brief/cell-text.ts'
import { locatorText } from '../../../shared/cite/locator.ts'
import { shortName } from '../../brief/work-name.ts'
import { attestedWords, whoSays } from '../../brief/standing-words.ts'
import { Translations } from '../../brief/translations.tsx'
import { announce } from '../../ui/live-region.tsx'
import { CARD } from './citation-hover.ts'
import { numbersKey } from './citation-numbers.ts'
import type { Evidence } from '../../brief/evidence.ts'
import { useStore } from '../../brief/use-store.ts'
import { plainRuns } from '../../../shared/cite/runs-of-html.ts'
import { Floating } from './floating.tsx'
import { onScrolled } from './on-scrolled.ts'
import type { OpenEditor } from './open-editor.ts'
import { say } from '../../words/en/editor.ts'
import { written } from '../../words/written.ts'

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
  const evidence = useStore(page.evidence)
  const record = evidence.citations.get(id)
  const styled = useStore(page.style)
  const numbers = numbersKey.getState(page.editor.state)?.order.numbers.get(id) ?? []
  return (
    <Floating
      at={() => (element.isConnected ? element.getBoundingClientRect() : null)}
      role="tooltip"
      className={`layer-card ${CARD}`}
    >
      {styled?.notes && <p className="peek-note">{plainRuns(styled.clusters.get(id) ?? [])}</p>}
      {!record && <p>{say.noEvidenceHere}</p>}
      {record?.cites.length === 0 && <p>{say.noSourceCited}</p>}
      {record?.cites.map((cite, i) => (
        <PeekCite key={cite.id} cite={cite} number={numbers[i]} evidence={evidence} />
      ))}
    </Floating>
  )
}

/** The same for a citation that the arrow keys came to: its card is drawn until one goes on, its name is read out. */
export const SelectedCitation = ({ page }: { page: OpenEditor }) => {
  const { view } = page.editor
  const selected = useEditorState({
    editor: page.editor,
    selector: ({ editor: { state } }) => {
      const { selection } = state
      if (!(selection instanceof NodeSelection) || selection.node.type.name !== 'citation') return null
      const id = String(selection.node.attrs.id)
      // Its card in the margin is open already: a second one would cover the text for nothing.
      return { id, pos: selection.from, inMargin: numbersKey.getState(state)?.active === id }
    },
  })
  const element = selected && view.nodeDOM(selected.pos)
  const name = element instanceof HTMLElement ? element.getAttribute('aria-label') : null
  useEffect(() => {
    if (name) announce(name)
  }, [name])
  if (!selected || selected.inMargin || !(element instanceof HTMLElement)) return null
  return <UntilClosed key={selected.id} page={page} id={selected.id} element={element} />
}

/** Esc and scrolling close it, until one comes to another citation. */
const UntilClosed = (props: { page: OpenEditor; id: string; element: HTMLElement }) => {
  const [open, setOpen] = useState(true)
  useEffect(() => {
    const close = () => setOpen(false)
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') close()
    }
    document.addEventListener('keydown', onKey)
    const stopScrolled = onScrolled(`.${CARD}`, close)
    return () => {
      document.removeEventListener('keydown', onKey)
      stopScrolled()
    }
  }, [])
  return open && <CitationPeek {...props} />
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
  const cell = excerpt ? cellText(excerpt, written) : ''
  const bearing = bearingText(cite, written)
  const where = locatorText(cite.label, cite.locator, written)
  return (
    <div className="peek-cite">
      <p className="peek-source">
        <span className="number">{number}</span>{' '}
        {source
          ? [shortName(source.item), where].filter((part) => part !== '').join(', ')
          : say.sourceIsMissing}
      </p>
      {bearing && <p className={cite.bearing === 'contradicts' ? 'loud' : 'muted'}>{bearing}</p>}
      {excerpt?.erased && <p className="loud">{say.evidenceErased}</p>}
      {words && (
        <blockquote>{words.length > LONGEST ? `${words.slice(0, LONGEST).trimEnd()}…` : words}</blockquote>
      )}
      {cell && <p className="small">{cell}</p>}
      {says && <p className="muted">— {says}</p>}
      {excerpt && !excerpt.erased && <Translations excerpt={excerpt} />}
      {excerpt?.kind === 'attested' && <p className="muted">{attestedWords(excerpt.attested.by.name)}</p>}
      {source?.item.title && <p className="muted peek-title">{source.item.title}</p>}
    </div>
  )
}
