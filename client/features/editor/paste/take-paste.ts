/**
 * What a person pastes or drops into the page: cleaned first, held against the schema, told what was left out. Pictures that came
 * within it are uploaded one by one and put where they stood.
 */
import { Fragment, type Node, Slice } from '@tiptap/pm/model'
import { Plugin, PluginKey, type EditorState, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import type * as Y from 'yjs'
import { newId } from '../../../../shared/brief/id.ts'
import { toast, toastWhile } from '../../../ui/toast.tsx'
import { insertPicture, type PictureDesk } from '../insert-picture.ts'
import type { BriefUndo } from '../brief-undo.ts'
import { CELLS_LIMIT, HAS_IDS, largestTable, rowsOf } from '../paste-table.ts'
import { clipboardPage } from './clipboard-page.ts'
import { leftOutSentence, type LeftOut } from './left-out.ts'
import { looksLikeMarkdown } from './looks-like-markdown.ts'
import { pasteMarkdown } from './paste-markdown.ts'
import { MARKS } from './picture-marks.ts'
import type { PastedPicture } from './pasted-pictures.ts'
import { refusedForRoom } from './room-left.ts'
import { throughEdge } from './schema-edge.ts'
import { say } from '../../../words/en/editor.ts'

/** From so many blocks on, ids come with them: one step for each takes many seconds. */
const MANY = 500

type Waiting = { pos: number; picture: PastedPicture }

const waitingKey = new PluginKey<readonly Waiting[]>('pastedPictures')

export const takePaste = ({ doc, undo, ...desk }: PictureDesk & { doc: Y.Doc; undo: BriefUndo }) => {
  let rtf = ''
  let pictures: readonly PastedPicture[] = []
  let left: LeftOut = {}
  let markdown: string | null = null
  const tell = () => {
    const sentence = leftOutSentence(left)
    left = {}
    if (sentence) toast({ title: say.pasted, description: sentence, stays: true })
  }
  return new Plugin<readonly Waiting[]>({
    key: waitingKey,
    state: {
      init: () => [],
      apply(tr, before) {
        const set = tr.getMeta(waitingKey) as readonly Waiting[] | undefined
        if (set) return set
        if (before.length === 0 || !tr.docChanged) return before
        return before.map((one) => ({ ...one, pos: tr.mapping.map(one.pos) }))
      },
    },
    props: {
      handleDOMEvents: {
        paste(_, event) {
          rtf = event.clipboardData?.getData('text/rtf') ?? ''
          left = {}
          markdown = null
          return false
        },
      },
      transformPastedHTML(html, view) {
        const cleaned = clipboardPage(html, rtf, view.state.schema)
        rtf = ''
        pictures = cleaned.pictures
        left = cleaned.left
        return cleaned.html
      },
      clipboardTextParser(text, _, plain) {
        markdown = !plain && looksLikeMarkdown(text) ? text : null
        return null as unknown as Slice
      },
      transformPasted: throughEdge,
      handlePaste(view, event, slice) {
        // An editor of code brings its colours along.
        const source = /"mode":"markdown"/.test(event.clipboardData?.getData('vscode-editor-data') ?? '')
          ? event.clipboardData!.getData('text/plain')
          : markdown
        markdown = null
        if (source !== null && rowsOf(source) === null) {
          pasteMarkdown(view, { doc, undo }, source, slice)
          return true
        }
        if (largestTable(slice.content) > CELLS_LIMIT) {
          pictures = []
          toast({
            title: say.thisTableIsTooLarge,
            description: say.tableLimit(CELLS_LIMIT),
          })
          return true
        }
        const noRoom = refusedForRoom(doc, slice.content)
        if (noRoom) {
          pictures = []
          toast({ title: say.thisIsTooMuch, description: noRoom })
          return true
        }
        tell()
        if (blocksIn(slice.content) <= MANY) return false
        const whole = new Slice(withIds(slice.content), slice.openStart, slice.openEnd)
        const tr = view.state.tr.replaceSelection(whole).setMeta('paste', true).setMeta('uiEvent', 'paste')
        view.dispatch(tr.setMeta(HAS_IDS, true).scrollIntoView())
        return true
      },
      handleDrop() {
        tell()
        return false
      },
    },
    appendTransaction(transactions, _, state) {
      if (pictures.length === 0 || !transactions.some(isPaste)) return null
      const brought = pictures
      pictures = []
      return withoutSigns(state, brought)
    },
    view: () => ({
      update(view, before) {
        const waiting = waitingKey.getState(view.state) ?? []
        if (waiting.length > 0 && waitingKey.getState(before)?.length === 0) void upload(view, desk)
      },
    }),
  })
}

const isPaste = (tr: Transaction) =>
  tr.docChanged && /^(paste|drop)$/.test(String(tr.getMeta('uiEvent') ?? ''))

const blocksIn = (fragment: Fragment): number => {
  let blocks = 0
  fragment.descendants((node) => {
    if (node.isBlock) blocks++
    return !node.isTextblock
  })
  return blocks
}

const withIds = (fragment: Fragment): Fragment => {
  const nodes: Node[] = []
  fragment.forEach((node) => {
    if (node.isInline) return nodes.push(node)
    const attrs = 'id' in node.attrs ? { ...node.attrs, id: newId() } : node.attrs
    const content = node.isTextblock ? node.content : withIds(node.content)
    return nodes.push(node.type.create(attrs, content, node.marks))
  })
  return Fragment.from(nodes)
}

/** The signs leave the text in the same step in which it comes, and their places are kept. */
const withoutSigns = (state: EditorState, brought: readonly PastedPicture[]): Transaction => {
  const tr = state.tr
  const places: Waiting[] = []
  state.doc.descendants((node, pos) => {
    if (!node.isText) return true
    for (const found of (node.text ?? '').matchAll(MARKS)) {
      const from = tr.mapping.map(pos + found.index)
      const $from = tr.doc.resolve(from)
      const isAlone =
        $from.depth === 1 && $from.parent.content.size === found[0].length && tr.doc.childCount > 1
      if (isAlone) tr.delete($from.before(1), $from.after(1))
      else tr.delete(from, from + found[0].length)
      const picture = brought[Number(found[1])]
      if (picture) places.push({ picture, pos: isAlone ? $from.before(1) : from })
      // Earlier places stand before this one, and stay.
    }
    return false
  })
  return tr.setMeta(waitingKey, places)
}

const upload = async (view: EditorView, desk: PictureDesk): Promise<void> => {
  const many = waitingKey.getState(view.state)?.length ?? 0
  const done = toastWhile({ title: say.addingPictures(many) })
  try {
    for (;;) {
      const [next, ...others] = view.isDestroyed ? [] : (waitingKey.getState(view.state) ?? [])
      if (!next) return
      const { type, bytes, alt } = next.picture
      const file = new File([bytes], `picture.${type.split('/')[1]}`, { type })
      const place = () => waitingKey.getState(view.state)?.[0]?.pos ?? null
      await insertPicture(view, file, desk, place, alt ?? '')
      if (view.isDestroyed) return
      const rest = waitingKey.getState(view.state)?.slice(1) ?? others
      view.dispatch(view.state.tr.setMeta(waitingKey, rest))
    }
  } finally {
    done()
  }
}
