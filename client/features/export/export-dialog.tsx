/**
 * Exports the brief as a file. Made on this device from the open document, so it works offline; what only the server has, it
 * is asked for. Who gives it to people outside against a mark or an embargo says why.
 */
import { useId, useState } from 'react'
import type * as Y from 'yjs'
import { readAbout } from '../../../shared/brief/about.ts'
import {
  type AnyFormatName,
  EVERY_FORMAT,
  EVERY_FORMAT_NAME,
  isServerFormat,
} from '../../../shared/export/formats.ts'
import type { MarkdownOptions } from '../../../shared/markdown/options.ts'
import { inShort } from '../../../shared/export/obstacles.ts'
import { Refusal } from '../../../shared/wire/refusal.ts'
import { api, NotReached, sentenceOf } from '../../api.ts'
import { TextField } from '../../ui/text-field.tsx'
import { BriefMarks } from './brief-marks.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Select } from '../../ui/select.tsx'
import { announce } from '../../ui/live-region.tsx'
import { takeFocus } from '../../ui/take-focus.ts'
import { toast } from '../../ui/toast.ts'
import { download } from './download.ts'
import { HouseTemplate } from './house-template.tsx'
import { LanguageChoice } from './language-choice.tsx'
import { StyleChoice } from './style-choice.tsx'
import { fileName } from './file-name.ts'
import { MissingPictures } from './missing-pictures.tsx'
import { writeFile } from './write-file.ts'
import { formatName } from '../../brief/format-name.ts'
import { say } from '../../words/en/export.ts'
import { written as pageWords } from '../../words/written.ts'

type Chosen = Required<MarkdownOptions>

const AUDIENCES: { value: Chosen['audience']; label: string; means: string }[] = [
  {
    value: 'inside',
    label: say.inside,
    means: say.insideMeans,
  },
  {
    value: 'outside',
    label: say.outside,
    means: say.outsideMeans,
  },
]
const CITATIONS: { value: Chosen['citations']; label: string }[] = [
  { value: 'footnotes', label: say.footnotesWithTheQuotedWords },
  { value: 'pandoc', label: say.pandocCitationsInTheText },
  { value: 'plain', label: say.numbersInTheText },
]
const EVIDENCE: { value: Chosen['evidence']; label: string }[] = [
  { value: 'all', label: say.thePassages },
  { value: 'key', label: say.sourcesAndPlacesOnly },
  { value: 'none', label: say.noEvidence },
]

/** What is read or written on comes first, what other programs take last. */
const OFTEN: readonly AnyFormatName[] = ['md', 'docx', 'pdf', 'html', 'zip']
const FILES = [...OFTEN, ...EVERY_FORMAT_NAME.filter((name) => !OFTEN.includes(name))].map((value) => ({
  value,
  label: formatName[value],
}))
/** On the button, where the name is long. */
const SHORT: Partial<Record<AnyFormatName, string>> = {
  'csl.json': 'CSL-JSON',
  bib: 'BibTeX',
  ris: 'RIS',
  zip: say.archive,
}

type State = { is: 'ready' } | { is: 'writing' } | { is: 'failed'; because: string }

const FAILED = say.fileFailed

export const ExportDialog = ({
  briefId,
  canWrite,
  doc,
  open,
  onOpenChange,
  onBringBack,
}: {
  briefId: string
  canWrite: boolean
  doc: Y.Doc
  open: boolean
  onOpenChange: (open: boolean) => void
  /** For a Word file that went out and came back. */
  onBringBack: () => void
}) => {
  const group = useId()
  const [format, setFormat] = useState<AnyFormatName>('md')
  const [chosen, setChosen] = useState<Partial<Chosen>>({})
  const [state, setState] = useState<State>({ is: 'ready' })
  /** What speaks against it, for which a reason is asked; null: nothing, as far as was looked. */
  const [against, setAgainst] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const [template, setTemplate] = useState<File | null>(null)
  const { mediaType, audience: usual, takes } = EVERY_FORMAT[format]
  const name = formatName[format]
  const audience = chosen.audience ?? usual
  /** Of another file nothing is known yet. */
  const asNew = () => {
    setAgainst(null)
    setState({ is: 'ready' })
  }
  /** Null: a reason is asked for first. */
  const written = async (why: string): Promise<string | Blob | null> => {
    if (isServerFormat(format)) {
      const asked = {
        audience,
        ...(takes.includes('evidence') && chosen.evidence && { evidence: chosen.evidence }),
        ...(why && { reason: why }),
      }
      return format === 'docx' && template
        ? api.exportedInHouse(briefId, template, asked)
        : api.exported(briefId, format, asked)
    }
    const { text, against: sentences, without } = await writeFile(doc, format, { ...chosen, audience })
    if (without > 0 && (sentences.length === 0 || why))
      toast({
        title: say.picturesNotInTheFile(without),
        description: say.pictureInWords,
        stays: true,
      })
    if (sentences.length === 0) return text
    if (!why) {
      setAgainst(inShort(sentences, pageWords))
      return null
    }
    await api.sayWhy(briefId, format, why)
    return text
  }
  const make = async () => {
    setState({ is: 'writing' })
    try {
      const content = await written(reason.trim())
      if (content === null) return setState({ is: 'ready' })
      download(fileName(readAbout(doc).title, format), mediaType, content)
    } catch (error) {
      if (error instanceof Refusal && error.code === 'reason-needed') {
        setAgainst(sentenceOf(error))
        return setState({ is: 'ready' })
      }
      const known = error instanceof Refusal || error instanceof NotReached
      return setState({ is: 'failed', because: known ? sentenceOf(error) : FAILED })
    }
    asNew()
    setReason('')
    announce(say.fileMade(name))
    onOpenChange(false)
  }
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={say.exportIt}
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>{say.cancel}</Button>
          <Button
            look="primary"
            disabled={state.is === 'writing' || (against !== null && !reason.trim())}
            onClick={() => void make()}
          >
            {state.is === 'writing' ? say.writing : say.download(SHORT[format] ?? name)}
          </Button>
        </>
      }
    >
      {takes.includes('audience') && (
        <fieldset className="choices">
          <legend className="label">{say.whoIsItFor}</legend>
          {/* Always there, so that who hears the page hears the choice change with the kind of file. */}
          <p role="status" className="muted small">
            {!chosen.audience && usual === 'outside' && say.usuallyGoesOutside}
          </p>
          {AUDIENCES.map(({ value, label, means }) => (
            <label key={value} className="choice">
              <input
                type="radio"
                name={group}
                value={value}
                checked={audience === value}
                onChange={() => {
                  setChosen({ ...chosen, audience: value })
                  asNew()
                }}
              />
              <span>
                {label}
                <span className="muted small">{means}</span>
              </span>
            </label>
          ))}
        </fieldset>
      )}
      <Select
        label={say.file}
        value={format}
        onValue={(next) => {
          setFormat(next)
          asNew()
        }}
        options={FILES}
      />
      {format === 'docx' && <HouseTemplate file={template} onFile={setTemplate} />}
      {format === 'docx' && canWrite && (
        <p className="muted small">
          {say.cameBack}{' '}
          <button type="button" className="link-button" onClick={onBringBack}>
            {say.bringItBack}
          </button>
        </p>
      )}
      {!takes.includes('audience') && <p className="muted small">{say.onlyTheWorks}</p>}
      {takes.includes('citations') && (
        <Select
          label={say.citations}
          value={chosen.citations ?? 'footnotes'}
          onValue={(citations) => setChosen({ ...chosen, citations })}
          options={CITATIONS}
        />
      )}
      {takes.includes('evidence') && (
        <Select
          label={say.evidenceInTheFile}
          value={chosen.evidence ?? 'all'}
          onValue={(evidence) => setChosen({ ...chosen, evidence })}
          options={EVIDENCE}
        />
      )}
      {open && takes.includes('audience') && <MissingPictures doc={doc} />}
      {against !== null && (
        <div className="reason">
          <p role="alert">{against}</p>
          <TextField
            label={say.whyOutside}
            hint={say.reasonIsRecorded}
            maxLength={500}
            // It was asked for just now: whoever pressed the button writes on.
            ref={takeFocus}
            value={reason}
            onValue={setReason}
          />
        </div>
      )}
      {canWrite && open && <StyleChoice doc={doc} />}
      {canWrite && open && <LanguageChoice doc={doc} />}
      {canWrite && open && <BriefMarks doc={doc} />}
      {state.is === 'failed' && <p role="alert">{state.because}</p>}
    </Dialog>
  )
}
