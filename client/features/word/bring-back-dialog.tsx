/**
 * A Word file that went out and came back: what it says otherwise is listed, and taken or left one by one, each a step of undo of one's
 * own. The brief may go on changing meanwhile; the list follows it.
 */
import { useRef, useState } from 'react'
import { Refusal } from '../../../shared/wire/refusal.ts'
import type { Difference } from '../../../shared/word/difference.ts'
import { type WordDocument, wordDocument } from '../../../shared/word/document.ts'
import { api, NotReached, sentenceOf } from '../../api.ts'
import { useBrief } from '../../brief/brief-context.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { announce } from '../../ui/live-region.tsx'
import { dayText } from '../../ui/when.ts'
import { say } from '../../words/en/word.ts'
import { DifferenceCard } from './difference-card.tsx'
import { compareNow, useBroughtBack } from './use-brought-back.ts'
import '../../styles/word.css'

type State = { is: 'ready' } | { is: 'reading' } | { is: 'failed'; because: string }

export const BringBackDialog = ({
  open,
  onOpenChange,
}: {
  open: boolean
  onOpenChange: (open: boolean) => void
}) => {
  const { id, doc, editor } = useBrief()
  const [file, setFile] = useState<WordDocument | null>(null)
  const [state, setState] = useState<State>({ is: 'ready' })
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const chooser = useRef<HTMLInputElement>(null)
  const back = useBroughtBack(doc, file, open)
  const differences = back?.differences.filter((each) => !left.has(each.id)) ?? []
  const remarks = back?.remarks.filter((each) => !left.has(each.id)) ?? []
  const takeable = differences.filter(({ edit }) => edit !== null)

  const read = async (chosen: File) => {
    setState({ is: 'reading' })
    try {
      setFile(wordDocument.parse(await api.readWord(id, chosen)))
      setLeft(new Set())
      setState({ is: 'ready' })
    } catch (error) {
      const known = error instanceof Refusal || error instanceof NotReached
      setState({ is: 'failed', because: known ? sentenceOf(error) : say.failed })
    }
  }
  const leave = (one: string) => setLeft(new Set([...left, one]))
  const show = (pos: number | null) => {
    if (pos === null) return
    onOpenChange(false)
    requestAnimationFrame(() => editor?.showPlace(pos))
  }
  /** Places hold for the brief as it was compared: it is compared once more. */
  const takeOne = async (difference: Difference): Promise<boolean> => {
    if (!file || !editor) return false
    const now = compareNow(doc, file).differences.find((each) => each.id === difference.id)
    return now?.edit ? editor.takeFromWord(now.edit, file) : false
  }
  const take = async (wanted: readonly Difference[]) => {
    let taken = 0
    setState({ is: 'ready' })
    // From the end, so that the places of those before it stay.
    for (const each of wanted.toReversed()) if (await takeOne(each)) taken++
    if (taken < wanted.length) setState({ is: 'failed', because: say.notTaken })
    announce(say.took(taken))
  }

  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={say.bringBack}
      wide
      footer={
        <>
          {file && (
            <Button disabled={state.is === 'reading'} onClick={() => chooser.current?.click()}>
              {say.anotherFile}
            </Button>
          )}
          {takeable.length > 0 && (
            <Button onClick={() => void take(takeable)}>{say.takeAll(takeable.length)}</Button>
          )}
          <Button look="primary" onClick={() => onOpenChange(false)}>
            {say.close}
          </Button>
        </>
      }
    >
      <input
        ref={chooser}
        type="file"
        hidden
        accept=".docx,application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        aria-label={say.chooseTheFile}
        onChange={({ target }) => {
          const chosen = target.files?.[0]
          target.value = ''
          if (chosen) void read(chosen)
        }}
      />
      {state.is === 'failed' && <p role="alert">{state.because}</p>}
      {!file && (
        <>
          <p className="muted">{say.whatItIs}</p>
          <p>
            <Button look="primary" disabled={state.is === 'reading'} onClick={() => chooser.current?.click()}>
              {state.is === 'reading' ? say.reading : say.chooseTheFile}
            </Button>
          </p>
        </>
      )}
      {back && !back.isFrom && <p role="alert">{say.notFromHere}</p>}
      {back?.isFrom && back.differences.length + back.remarks.length === 0 && <p>{say.nothingOtherwise}</p>}
      {back?.isFrom &&
        back.differences.length + back.remarks.length > 0 &&
        differences.length + remarks.length === 0 && <p>{say.allDone}</p>}
      {differences.length > 0 && (
        <section aria-label={say.changes(differences.length)}>
          <h3 className="word-head">{say.changes(differences.length)}</h3>
          <ul className="word-changes">
            {differences.map((each) => (
              <DifferenceCard
                key={each.id}
                difference={each}
                onTake={() => void take([each])}
                onLeave={() => leave(each.id)}
                onShow={() => show(each.pos)}
              />
            ))}
          </ul>
        </section>
      )}
      {remarks.length > 0 && (
        <section aria-label={say.remarks(remarks.length)}>
          <h3 className="word-head">{say.remarks(remarks.length)}</h3>
          <ul className="word-changes">
            {remarks.map((each) => (
              <li key={each.id} className="word-change">
                <p className="muted small">
                  <strong>{say.by(each.by.author)}</strong>
                  {each.by.at && `, ${dayText(each.by.at)}`}
                  {each.section && ` · ${each.section}`}
                </p>
                {each.words && <p className="small muted">{say.aboutWords(each.words)}</p>}
                <p className="word-remark" dir="auto">
                  {each.text}
                </p>
                <p className="row">
                  <Button onClick={() => leave(each.id)}>{say.seen}</Button>
                  {each.pos !== null && (
                    <button type="button" className="link-button" onClick={() => show(each.pos)}>
                      {say.show}
                    </button>
                  )}
                </p>
              </li>
            ))}
          </ul>
        </section>
      )}
      {left.size > 0 && (
        <p className="muted small">
          {say.leftCount(left.size)}{' '}
          <button type="button" className="link-button" onClick={() => setLeft(new Set())}>
            {say.lookAgain}
          </button>
        </p>
      )}
    </Dialog>
  )
}
