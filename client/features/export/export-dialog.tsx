/** Exports the brief as Markdown. Made on this device from the open document, so it works offline. */
import { useId, useState } from 'react'
import type * as Y from 'yjs'
import { readAbout } from '../../../shared/brief/about.ts'
import { readBrief } from '../../../shared/brief/read.ts'
import type { MarkdownOptions } from '../../../shared/markdown/options.ts'
import { toMarkdown } from '../../../shared/markdown/write.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Select } from '../../ui/select.tsx'
import { announce } from '../../ui/live-region.tsx'
import { download } from './download.ts'
import { fileName } from './file-name.ts'

type Chosen = Required<MarkdownOptions>

const AUDIENCES: { value: Chosen['audience']; label: string; means: string }[] = [
  {
    value: 'inside',
    label: 'Inside',
    means: 'Everything: excerpts, notes and checks. It can be imported again.',
  },
  {
    value: 'outside',
    label: 'Outside',
    means: 'The cited words only: no notes, no checks, no text around them.',
  },
]
const CITATIONS: { value: Chosen['citations']; label: string }[] = [
  { value: 'footnotes', label: 'Footnotes with the quoted words' },
  { value: 'pandoc', label: 'Pandoc citations in the text' },
  { value: 'plain', label: 'Numbers in the text' },
]
const EVIDENCE: { value: Chosen['evidence']; label: string }[] = [
  { value: 'all', label: 'The passages' },
  { value: 'key', label: 'Sources and places only' },
  { value: 'none', label: 'None: the file restores no evidence' },
]

export const ExportDialog = ({
  doc,
  open,
  onOpenChange,
}: {
  doc: Y.Doc
  open: boolean
  onOpenChange: (open: boolean) => void
}) => {
  const group = useId()
  const [chosen, setChosen] = useState<Chosen>({
    audience: 'inside',
    citations: 'footnotes',
    evidence: 'all',
  })
  const make = () => {
    download(fileName(readAbout(doc).title), 'text/markdown', toMarkdown(readBrief(doc), chosen))
    announce('Markdown file made.')
    onOpenChange(false)
  }
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="Export"
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>Cancel</Button>
          <Button look="primary" onClick={make}>
            Download Markdown
          </Button>
        </>
      }
    >
      <fieldset className="choices">
        <legend className="label">Who is it for?</legend>
        {AUDIENCES.map(({ value, label, means }) => (
          <label key={value} className="choice">
            <input
              type="radio"
              name={group}
              value={value}
              checked={chosen.audience === value}
              onChange={() => setChosen({ ...chosen, audience: value })}
            />
            <span>
              {label}
              <span className="muted small">{means}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <Select
        label="Citations"
        value={chosen.citations}
        onValue={(citations) => setChosen({ ...chosen, citations })}
        options={CITATIONS}
      />
      <Select
        label="Evidence in the file"
        value={chosen.evidence}
        onValue={(evidence) => setChosen({ ...chosen, evidence })}
        options={EVIDENCE}
      />
    </Dialog>
  )
}
