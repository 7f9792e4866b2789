/** Exports the brief as a file. Made on this device from the open document, so it works offline. */
import { useId, useState } from 'react'
import type * as Y from 'yjs'
import { readAbout } from '../../../shared/brief/about.ts'
import { FORMAT_NAMES, type Format, FORMATS, type FormatName } from '../../../shared/export/formats.ts'
import type { MarkdownOptions } from '../../../shared/markdown/options.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Select } from '../../ui/select.tsx'
import { announce } from '../../ui/live-region.tsx'
import { download } from './download.ts'
import { fileName } from './file-name.ts'
import { writeFile } from './write-file.ts'

type Chosen = Required<MarkdownOptions>

const AUDIENCES: { value: Chosen['audience']; label: string; means: string }[] = [
  {
    value: 'inside',
    label: 'Inside',
    means: 'Everything: excerpts, notes and checks.',
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

const FILES = FORMAT_NAMES.map((value) => ({ value, label: FORMATS[value].name }))
/** On the button, where the name is long. */
const SHORT: Partial<Record<FormatName, string>> = { 'csl.json': 'CSL-JSON', bib: 'BibTeX', ris: 'RIS' }

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
  const [format, setFormat] = useState<FormatName>('md')
  const [chosen, setChosen] = useState<Partial<Chosen>>({})
  const [state, setState] = useState<'ready' | 'writing' | 'failed'>('ready')
  const { name, mediaType, audience: usual, takes }: Format = FORMATS[format]
  const audience = chosen.audience ?? usual
  const make = async () => {
    setState('writing')
    try {
      const text = await writeFile(doc, format, { ...chosen, audience })
      download(fileName(readAbout(doc).title, format), mediaType, text)
    } catch {
      setState('failed')
      return
    }
    setState('ready')
    announce(`${name}: file made.`)
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
          <Button look="primary" disabled={state === 'writing'} onClick={() => void make()}>
            {state === 'writing' ? 'Writing…' : `Download ${SHORT[format] ?? name}`}
          </Button>
        </>
      }
    >
      {takes.includes('audience') && (
        <fieldset className="choices">
          <legend className="label">Who is it for?</legend>
          {AUDIENCES.map(({ value, label, means }) => (
            <label key={value} className="choice">
              <input
                type="radio"
                name={group}
                value={value}
                checked={audience === value}
                onChange={() => setChosen({ ...chosen, audience: value })}
              />
              <span>
                {label}
                <span className="muted small">{means}</span>
              </span>
            </label>
          ))}
        </fieldset>
      )}
      <Select label="File" value={format} onValue={setFormat} options={FILES} />
      {!takes.includes('audience') && (
        <p className="muted small">The works that the brief cites, without what you noted on them.</p>
      )}
      {takes.includes('citations') && (
        <Select
          label="Citations"
          value={chosen.citations ?? 'footnotes'}
          onValue={(citations) => setChosen({ ...chosen, citations })}
          options={CITATIONS}
        />
      )}
      {takes.includes('evidence') && (
        <Select
          label="Evidence in the file"
          value={chosen.evidence ?? 'all'}
          onValue={(evidence) => setChosen({ ...chosen, evidence })}
          options={EVIDENCE}
        />
      )}
      {state === 'failed' && (
        <p role="alert">
          The file could not be made here. Your brief is as it was; reload the page and try again.
        </p>
      )}
    </Dialog>
  )
}
