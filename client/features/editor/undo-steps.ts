/**
 * Where one step of undo ends and the next begins: a word of typing, a word of erasing, or an act (a paste, a format, Enter, a
 * block moved). What decides is what was written and where, never how quickly; what colleagues write in between neither ends nor
 * joins a step. A blank belongs to the word before it. What a rule makes of typing ("# ") is a step behind what was typed.
 */
import type { Node } from '@tiptap/pm/model'
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'
import { ReplaceStep } from '@tiptap/pm/transform'
import type { EditorView } from '@tiptap/pm/view'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import { lastGrapheme } from '../../../shared/text/graphemes.ts'
import type { BriefUndo } from './brief-undo.ts'

/** What goes on while the caret stays `at` the place where it was left. */
type Run = {
  is: 'typing' | 'erasing back' | 'erasing ahead'
  at: number
  /** More than blanks were typed or erased. */
  hasWords: boolean
  /** A blank ended the word. */
  isEnded: boolean
  /** Signs since a step began. */
  length: number
  composition: number | null
}

/** What a key wrote before a rule made something else of it. */
type TypedFirst = { from: number; to: number; text: string }

/** `count` goes up with each step that begins. */
type Steps = { count: number; run: Run | null; typedFirst: TypedFirst | null }

const stepsKey = new PluginKey<Steps>('undoSteps')

/** Says of a change that it belongs to the step before it. */
export const SAME_STEP = 'sameUndoStep'

export const inSameStep = (tr: Transaction): Transaction => tr.setMeta(SAME_STEP, true)

/** Letters without a blank: some languages write none between words. */
const LONGEST_WORD = 40

/** Before the binding with Yjs, to which the view tells a change after this. */
export const undoSteps = (undo: BriefUndo) =>
  new Plugin<Steps>({
    key: stepsKey,
    state: { init: () => ({ count: 0, run: null, typedFirst: null }), apply: stepsAfter },
    props: {
      handleDOMEvents: {
        // From a note to the page, or from anywhere: what is written here is no part of what was written there.
        focus() {
          undo.manager.stopCapturing()
          return false
        },
      },
    },
    view: () => ({
      update(view, before) {
        const was = stepsKey.getState(before)
        const now = stepsKey.getState(view.state)
        if (!was || !now || was.count === now.count) return
        if (now.typedFirst && now.typedFirst !== was.typedFirst) {
          if (!was.run) undo.manager.stopCapturing()
          writeFirst(view, before, now.typedFirst)
        }
        undo.manager.stopCapturing()
      },
    }),
  })

/** The document as the key alone had made it goes to Yjs before what the rule made. */
const writeFirst = ({ state }: EditorView, before: EditorState, { from, to, text }: TypedFirst): void => {
  const { binding } = ySyncPluginKey.getState(state) as {
    binding: {
      doc: { transact(f: () => void, origin: unknown): void }
      _prosemirrorChanged(doc: Node): void
      mux(f: () => void): void
    }
  }
  const typed = before.tr.insertText(text, from, to).doc
  // oxlint-disable-next-line no-underscore-dangle -- the name that the binding itself calls
  binding.mux(() => binding.doc.transact(() => binding._prosemirrorChanged(typed), ySyncPluginKey))
}

function stepsAfter(tr: Transaction, steps: Steps, old: EditorState, now: EditorState): Steps {
  const sync = tr.getMeta(ySyncPluginKey) as
    { isChangeOrigin?: boolean; isUndoRedoOperation?: boolean } | undefined
  if (sync?.isUndoRedoOperation) return { ...steps, run: null }
  const run = steps.run && stays(steps.run, old) ? steps.run : null
  // The caret stays where it was between the letters, wherever colleagues' words have put it by now.
  const goesOn = run && now.selection.empty ? { ...run, at: now.selection.head } : left(steps.run)
  if (sync?.isChangeOrigin || tr.getMeta('appendedTransaction')) return { ...steps, run: goesOn }
  if (!tr.docChanged) return { ...steps, run: run && stays(run, now) ? run : left(steps.run) }
  if (tr.getMeta(SAME_STEP) === true) return { ...steps, run: goesOn }
  const rule = ruleIn(tr, now)
  if (rule) return { count: steps.count + 1, run: null, typedFirst: rule }
  const written = writtenBy(tr, old)
  if (!written) return { ...steps, count: steps.count + 1, run: null }
  const next = { ...written, at: now.selection.head }
  const isSameComposition = written.composition !== null && steps.run?.composition === written.composition
  if (isSameComposition) return { ...steps, run: { ...next, hasWords: true } }
  if (!run || begins(run, written)) return { ...steps, count: steps.count + 1, run: next }
  const hasWords = run.hasWords || written.hasWords
  return { ...steps, run: { ...next, hasWords, length: run.length + written.length } }
}

/** Within a word that is being composed the caret may go about. */
const left = (run: Run | null): Run | null => (run?.composition == null ? null : { ...run, at: -1 })

const stays = ({ at }: Run, { selection }: EditorState) => selection.empty && selection.head === at

/** What TipTap keeps of a rule that made something of what was typed. Enter is no sign that could stand there first. */
const ruleIn = (tr: Transaction, { plugins }: EditorState): TypedFirst | null => {
  const of = plugins.find((plugin) => plugin.spec.isInputRules && tr.getMeta(plugin))
  const made = of && (tr.getMeta(of) as TypedFirst)
  return made && made.text !== '' && !made.text.includes('\n') ? made : null
}

type Written = Omit<Run, 'at'> & { first: string; before: string }

/** Letters typed or one letter erased; null for everything else. */
const writtenBy = (tr: Transaction, { doc, selection }: EditorState): Written | null => {
  const [step] = tr.steps
  if (!(step instanceof ReplaceStep) || tr.steps.length > 1 || isActOfItsOwn(tr)) return null
  const { from, to, slice } = step
  const $from = doc.resolve(from)
  if (!$from.parent.isTextblock || to > $from.end()) return null
  const composition = (tr.getMeta('composition') as number | undefined) ?? null
  const typed = wordsOf(slice.content)
  const gone = wordsOf(doc.slice(from, to).content)
  if (typed === null || gone === null || slice.openStart + slice.openEnd > 0) return null
  if (typed === '') {
    if (composition !== null) return { ...written('typing', gone, ''), composition }
    if (!isOneSign(gone)) return null
    return written(selection.head === from ? 'erasing ahead' : 'erasing back', gone, '')
  }
  if (composition === null && (gone !== '' || (typed.length > 1 && /\s\S/u.test(typed)))) return null
  const before = $from.parent.textBetween(
    Math.max(0, $from.parentOffset - 1),
    $from.parentOffset,
    null,
    '\ufffc',
  )
  return { ...written('typing', typed, before), composition }
}

const written = (is: Run['is'], text: string, before: string): Written => ({
  is,
  first: [...text][0] ?? '',
  before,
  hasWords: /\S/u.test(text),
  isEnded: /\s$/u.test(text),
  length: text.length,
  composition: null,
})

const isActOfItsOwn = (tr: Transaction) =>
  tr.getMeta('paste') === true || ['paste', 'drop', 'cut'].includes(String(tr.getMeta('uiEvent')))

/** Null where it is more than words. */
const wordsOf = (content: Node['content']): string | null => {
  let words = ''
  for (let n = 0; n < content.childCount; n++) {
    const { isText, text } = content.child(n)
    if (!isText) return null
    words += text
  }
  return words
}

const isOneSign = (text: string): boolean => text.length === 1 || (text !== '' && lastGrapheme(text) === text)

/** A dead key's accent, or what it made. */
const ACCENT = /^[\p{Sk}\u00c0-\u024f]/u
/** No blank follows these, and yet the word ends. */
const ENDS_A_WORD = /[—。，、！？；：…]/u

const begins = (run: Run, now: Written): boolean => {
  if (run.is !== now.is) return true
  const isBlank = /^\s/u.test(now.first)
  // Erased backwards, the blank of a word comes before its letters.
  if (now.is === 'erasing back') return run.hasWords && isBlank && !run.isEnded
  const isAccent = now.composition !== null && /\p{Script=Latin}/u.test(now.before) && ACCENT.test(now.first)
  if (now.composition !== null && run.hasWords && !isBlank && !isAccent) return true
  if (isBlank || !run.hasWords) return false
  const isEnded = now.is === 'typing' ? /^\s?$/u.test(now.before) : run.isEnded
  const isBehindStop = ENDS_A_WORD.test(now.before) && /[\p{L}\p{N}]/u.test(now.first)
  return isEnded || isBehindStop || run.length >= LONGEST_WORD
}
