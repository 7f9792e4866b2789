/**
 * A long text on the clipboard is taken in piece by piece, so that the page draws and takes keys meanwhile, and colleagues see it
 * arrive. It is one step of undo; undoing while it arrives stops it. Only where the caret stands in a line of the page itself: into
 * a table or a list it goes at once, as everything short does.
 */
import { DOMParser as PageParser, Fragment, type Node, Slice } from '@tiptap/pm/model'
import { Plugin, PluginKey, Selection, TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import type * as Y from 'yjs'
import { newId } from '../../../../shared/brief/id.ts'
import { toast, toastWhile } from '../../../ui/toast.ts'
import { say } from '../../../words/en/editor.ts'
import type { BriefUndo } from '../brief-undo.ts'
import { bring, EVIDENCE, parseCarried } from '../clipboard-evidence.ts'
import { inSameStep } from '../undo-steps.ts'
import { CELLS_LIMIT, HAS_IDS, largestTable } from '../paste-table.ts'
import { withIds } from './block-ids.ts'
import { leave, leftOutSentence, tellLeftOut } from './left-out.ts'
import { parserDepth, wordsOnly } from './parser-guard.ts'
import { partsOf } from './parts-of-page.ts'
import { pastedPage } from './pasted-html.ts'
import type { PastedPicture } from './pasted-pictures.ts'
import { withoutMarks } from './picture-marks.ts'
import { inPieces, nextTask, type Pieces } from './pieces.ts'
import { refusedForRoom } from './room-left.ts'
import { picturesOfRtf } from './rtf-pictures.ts'
import { contentThroughEdge } from './schema-edge.ts'
import { takeOutSigns, waitingIn } from './waiting-pictures.ts'

/** Characters of HTML from which on a paste is long. Shorter ones are there within a blink. */
const LONG = 300_000
/** What one step that puts blocks in may take. */
const STEP_MS = 120
/** Each step costs as much as the page is long, too: with fewer blocks it would never end. */
const FEWEST = 100
const MOST = 1000

/** `at`: where the next blocks go; `caret`: where it was put at the first. It goes to the end at last where nobody moved it. */
type Arriving = { at: number; caret: number | null }

const arrivingKey = new PluginKey<Arriving | null>('arrivingPaste')

type Desk = { doc: Y.Doc; undo: BriefUndo; holdCopies(hashes: string[]): void }

export const takeLongPaste = (desk: Desk) => {
  let isShifted = false
  const shifted = (_: EditorView, event: KeyboardEvent): false => {
    isShifted = event.shiftKey
    return false
  }
  return new Plugin<Arriving | null>({
    key: arrivingKey,
    state: {
      init: () => null,
      apply(tr, before) {
        const set = tr.getMeta(arrivingKey) as Arriving | null | undefined
        if (set !== undefined) return set
        // What others write at the same place stands behind it.
        if (!before || !tr.docChanged) return before
        const { at, caret } = before
        return { at: tr.mapping.map(at, -1), caret: caret === null ? null : tr.mapping.map(caret) }
      },
    },
    props: {
      handleDOMEvents: {
        keydown: shifted,
        keyup: shifted,
        paste(view, event) {
          const html = event.clipboardData?.getData('text/html') ?? ''
          // With Shift it is pasted plain.
          if (html.length < LONG || isShifted || !view.editable || !isOpenPlace(view)) return false
          // Cells, entries and the like have a place of their own to go to.
          if (/data-pm-slice="(?!\d+ \d+(?: -\d+)? \[\])/.test(html)) return false
          event.preventDefault()
          if (arrivingKey.getState(view.state)) toast(say.oneLongTextAtATime)
          else void takeIn(view, html, event.clipboardData?.getData('text/rtf') ?? '', desk)
          return true
        },
      },
    },
  })
}

const isOpenPlace = ({ state }: EditorView): boolean => {
  const { $from, $to } = state.selection
  const isLine = ({ depth, parent }: typeof $from) =>
    depth === 1 && /^(paragraph|heading)$/.test(parent.type.name)
  return state.selection instanceof TextSelection && isLine($from) && isLine($to)
}

const takeIn = async (view: EditorView, html: string, rtf: string, desk: Desk): Promise<void> => {
  const done = toastWhile({ title: say.takingInALongText })
  // Where it goes is held from now on, whoever writes meanwhile.
  view.dispatch(view.state.tr.setMeta(arrivingKey, { at: view.state.selection.from, caret: null }))
  try {
    // The sentence is drawn before the work begins.
    await new Promise((drawn) => setTimeout(drawn, 30))
    const read = await inPieces(reading(html, rtf, view))
    if (view.isDestroyed) return
    const noRoom = refusedForRoom(desk.doc, Fragment.from(read.blocks))
    if (read.blocks.some((block) => largestTable(Fragment.from(block)) > CELLS_LIMIT))
      return toast({ title: say.thisTableIsTooLarge, description: say.tableLimit(CELLS_LIMIT) })
    if (noRoom) return toast({ title: say.thisIsTooMuch, description: noRoom })
    if (read.carried) bring(desk.doc, read.carried, desk.holdCopies)
    await arrive(view, read, desk.undo)
    tellLeftOut(read.left)
  } finally {
    done()
    if (!view.isDestroyed) view.dispatch(view.state.tr.setMeta(arrivingKey, null))
  }
}

type Read = {
  blocks: Node[]
  pictures: readonly PastedPicture[]
  carried: ReturnType<typeof parseCarried>
  left: string | null
}

function* reading(html: string, rtf: string, view: EditorView): Pieces<Read> {
  const { schema } = view.state
  const tooDeep = parserDepth(html)
  yield
  const words = withoutMarks(tooDeep > 0 ? wordsOnly(html) : html)
  yield
  // In one piece, some 50 ms a megabyte: a document that is written to bit by bit would look at handlers in it.
  const { body } = new DOMParser().parseFromString(words, 'text/html')
  yield
  const isOurs = body.querySelector('[data-pm-slice]') !== null
  const fromFile = rtf.includes('\\pict') ? picturesOfRtf(rtf) : []
  const { pictures, left } = yield* pastedPage(body, schema, { newId, fromFile })
  leave(left, 'deep', tooDeep)
  const carried = parseCarried(body.querySelector(`[${EVIDENCE}]`)?.getAttribute(EVIDENCE))
  yield
  const parser = PageParser.fromSchema(schema)
  const seen = new Set<string>()
  const blocks: Node[] = []
  for (const part of partsOf(body)) {
    const { content } = parser.parse(part, { preserveWhitespace: isOurs })
    withIds(contentThroughEdge(content, seen)).forEach((block) => {
      // What a part without words is read as.
      if (block.type.name !== 'paragraph' || block.content.size > 0 || isOurs) blocks.push(block)
    })
    yield
  }
  return { blocks, pictures, carried, left: leftOutSentence(left) }
}

/** Puts the blocks in, as many at a time as the page has time for. */
const arrive = async (
  view: EditorView,
  { blocks, pictures }: Read,
  { manager }: BriefUndo,
): Promise<void> => {
  let isUndone = false
  const stop = () => {
    isUndone = true
  }
  manager.on('stack-item-popped', stop)
  try {
    let many = FEWEST
    for (let next = 0; next < blocks.length;) {
      const began = performance.now()
      const some = blocks.slice(next, next + many)
      putIn(view, someThrough(view, some), pictures, next === 0)
      next += some.length
      const took = performance.now() - began
      many = Math.max(FEWEST, Math.min(MOST, Math.round(many * Math.min(2, STEP_MS / took))))
      const drawn = new Promise((resolve) => requestAnimationFrame(resolve))
      // A page in the background draws nothing.
      await Promise.race([drawn, new Promise((resolve) => setTimeout(resolve, 100))])
      await nextTask()
      if (isUndone || view.isDestroyed || !view.editable) return
    }
    caretToEnd(view)
  } finally {
    manager.off('stack-item-popped', stop)
    manager.stopCapturing()
  }
}

/** As every paste goes: citations of other texts get records of their own, and what has none is left out. */
const someThrough = (view: EditorView, blocks: readonly Node[]): Fragment => {
  let slice = new Slice(Fragment.from(blocks), 0, 0)
  view.someProp('transformPasted', (through) => {
    slice = through(slice, view, false)
  })
  return slice.content
}

const putIn = (
  view: EditorView,
  content: Fragment,
  pictures: readonly PastedPicture[],
  isFirst: boolean,
): void => {
  const { state } = view
  const tr = state.tr
  const waiting = waitingIn(state)
  const { at, caret } = arrivingKey.getState(state)!
  const isWhereItWas = isFirst && state.selection.from === at
  let from = at
  let to = at
  if (isFirst) {
    if (isWhereItWas) tr.deleteSelection()
    const $at = tr.doc.resolve(Math.min(tr.mapping.map(at), tr.doc.content.size))
    if ($at.depth === 0) from = to = $at.pos
    else if ($at.depth === 1 && $at.parent.content.size === 0) [from, to] = [$at.before(1), $at.after(1)]
    else if ($at.depth > 1 || $at.parentOffset === $at.parent.content.size) from = to = $at.after(1)
    else if ($at.parentOffset === 0) from = to = $at.before(1)
    else {
      tr.split($at.pos)
      from = to = $at.pos + 1
    }
  }
  const room = tr.doc.content.size - (to - from)
  tr.replaceWith(from, to, content)
  const end = from + tr.doc.content.size - room
  takeOutSigns(tr, pictures, { from, to: end }, waiting)
  const now = from + (tr.doc.content.size - room)
  if (isWhereItWas) tr.setSelection(Selection.near(tr.doc.resolve(Math.min(from, tr.doc.content.size))))
  const put = isWhereItWas ? tr.selection.head : caret === null ? null : tr.mapping.map(caret)
  tr.setMeta(arrivingKey, { at: now, caret: put })
  // One step, however long it takes.
  if (!isFirst) inSameStep(tr)
  view.dispatch(tr.setMeta(HAS_IDS, true).setMeta('paste', true))
}

const caretToEnd = (view: EditorView): void => {
  const { tr, selection, doc } = view.state
  const { at, caret } = arrivingKey.getState(view.state)!
  if (!selection.empty || selection.head !== caret) return
  view.dispatch(tr.setSelection(Selection.near(doc.resolve(at), -1)).scrollIntoView())
}
