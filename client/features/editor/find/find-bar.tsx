/**
 * Finding and replacing on the page: a bar above the text. Enter goes on, Shift and Enter back, Esc returns to the text. Each place is replaced by
 * itself, so that colleagues' carets stay where they are; all of them are one step of undoing.
 */
import { ArrowDown, ArrowUp, CaseSensitive, Regex, TextSelect, WholeWord, X } from 'lucide-react'
import { findNext, findPrev, replaceAll, replaceNext } from 'prosemirror-search'
import { type KeyboardEvent, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import type * as Y from 'yjs'
import { Button } from '../../../ui/button.tsx'
import { IconButton } from '../../../ui/icon-button.tsx'
import { announce } from '../../../ui/live-region.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { numbersKey } from '../citation-numbers.ts'
import type { OpenEditor } from '../open-editor.ts'
import { fault, type Finding, lookFor, matchesIn, NOTHING_TYPED, selectedMatch } from './find-query.ts'
import { countInFootnotes, replaceInFootnotes } from './in-footnotes.ts'
import { say } from '../../../words/en/editor.ts'

/** A longer selection is where somebody wants to look, not what for. */
const LONGEST = 100

const fromSelection = ({ editor }: OpenEditor): Finding => {
  const { selection, doc } = editor.state
  const { from, to, empty, $from, $to } = selection
  if (empty) return NOTHING_TYPED
  const words = $from.sameParent($to) ? doc.textBetween(from, to) : ''
  return words !== '' && words.length <= LONGEST
    ? { ...NOTHING_TYPED, words }
    : { ...NOTHING_TYPED, within: { from, to } }
}

/** Enter, and not the one that ends the composition of a character. */
const entered = (event: KeyboardEvent): boolean => {
  if (event.key !== 'Enter' || event.nativeEvent.isComposing) return false
  event.preventDefault()
  return true
}

export const FindBar = ({
  page,
  doc,
  origin,
  canWrite,
  onClose,
}: {
  page: OpenEditor
  doc: Y.Doc
  origin: unknown
  canWrite: boolean
  onClose: () => void
}) => {
  const { editor } = page
  const [finding, setFinding] = useState(() => fromSelection(page))
  const [selected] = useState(() => {
    const { from, to, empty } = editor.state.selection
    return empty ? null : { from, to }
  })
  const first = useRef<HTMLDivElement>(null)
  const state = useSyncExternalStore(
    (tell) => {
      editor.on('transaction', tell)
      return () => void editor.off('transaction', tell)
    },
    () => editor.state,
  )

  useEffect(() => {
    editor.view.dispatch(lookFor(editor.state.tr, finding))
  }, [editor, finding])
  useEffect(() => {
    const input = first.current?.querySelector('input')
    input?.focus()
    input?.select()
    return () => {
      if (!editor.isDestroyed) editor.view.dispatch(lookFor(editor.state.tr, NOTHING_TYPED))
    }
  }, [editor])

  const matches = matchesIn(state)
  const at = selectedMatch(state, matches)
  const placed = numbersKey.getState(state)?.order.footnotes ?? []
  const below = finding.within ? 0 : countInFootnotes(doc, placed, finding)
  const wrong = fault(finding)
  const change = (part: Partial<Finding>) => setFinding({ ...finding, ...part })

  /** A button that has nothing left to do lets go of the focus. */
  const toField = () => first.current?.querySelector('input')?.focus()

  const show = () => {
    const { node } = editor.view.domAtPos(editor.state.selection.from)
    const element = node instanceof Element ? node : node.parentElement
    element?.scrollIntoView({ block: 'nearest' })
  }
  const go = (command: typeof findNext) => {
    command(editor.state, editor.view.dispatch)
    show()
    const now = matchesIn(editor.state)
    if (now.length > 0) announce(say.placeOf(selectedMatch(editor.state, now) + 1, now.length))
    else toField()
  }
  const replaceEvery = () => {
    const inText = matches.length
    replaceAll(editor.state, editor.view.dispatch)
    const inNotes = finding.within ? 0 : replaceInFootnotes(doc, placed, finding, origin)
    announce(say.placesReplaced(inText + inNotes))
    toField()
  }
  const close = () => {
    onClose()
    editor.view.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') {
      event.preventDefault()
      close()
    }
  }
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys bubble up from the controls in it
    <div className="find-bar" role="search" aria-label={say.findInTheBrief} onKeyDown={onKeyDown}>
      <div className="find-row" ref={first}>
        <TextField
          label={say.find}
          hideLabel
          placeholder={say.find}
          value={finding.words}
          onValue={(words) => change({ words })}
          onKeyDown={(event) => {
            if (entered(event)) go(event.shiftKey ? findPrev : findNext)
          }}
          autoComplete="off"
        />
        <span className="find-count" aria-live="off">
          {finding.words === '' || wrong
            ? ''
            : `${at >= 0 ? say.placeOf(at + 1, matches.length) : say.places(matches.length)}${below > 0 ? say.inFootnotes(below) : ''}`}
        </span>
        <IconButton
          label={say.previousPlace}
          keys="Shift+Enter"
          icon={<ArrowUp />}
          onClick={() => go(findPrev)}
          disabled={matches.length === 0}
        />
        <IconButton
          label={say.nextPlace}
          keys="Enter"
          icon={<ArrowDown />}
          onClick={() => go(findNext)}
          disabled={matches.length === 0}
        />
        <IconButton
          label={say.matchCase}
          icon={<CaseSensitive />}
          pressed={finding.caseSensitive}
          onClick={() => change({ caseSensitive: !finding.caseSensitive })}
        />
        <IconButton
          label={say.wholeWords}
          icon={<WholeWord />}
          pressed={finding.wholeWord}
          onClick={() => change({ wholeWord: !finding.wholeWord })}
        />
        <IconButton
          label={say.regularExpression}
          icon={<Regex />}
          pressed={finding.regexp}
          onClick={() => change({ regexp: !finding.regexp })}
        />
        {selected && (
          <IconButton
            label={say.onlyInWhatIsSelected}
            icon={<TextSelect />}
            pressed={finding.within !== null}
            onClick={() => change({ within: finding.within ? null : selected })}
          />
        )}
        <IconButton label={say.close} keys="Esc" icon={<X />} onClick={close} />
      </div>
      {wrong && (
        <p role="alert" className="find-fault">
          {wrong}
        </p>
      )}
      {canWrite && (
        <div className="find-row">
          <TextField
            label={say.replaceWith}
            hideLabel
            placeholder={say.replaceWith}
            value={finding.replacement}
            onValue={(replacement) => change({ replacement })}
            onKeyDown={(event) => {
              if (entered(event)) go(replaceNext)
            }}
            autoComplete="off"
          />
          <Button onClick={() => go(replaceNext)} disabled={matches.length === 0}>
            {say.replace}
          </Button>
          <Button onClick={replaceEvery} disabled={matches.length + below === 0}>
            {say.replaceAll}
          </Button>
        </div>
      )}
    </div>
  )
}
