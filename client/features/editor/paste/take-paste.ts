/** What a person pastes or drops into the page: cleaned first, held against the schema, told what was left out. */
import { Slice } from '@tiptap/pm/model'
import { Plugin, type Transaction } from '@tiptap/pm/state'
import type * as Y from 'yjs'
import { toast } from '../../../ui/toast.ts'
import type { BriefUndo } from '../brief-undo.ts'
import { CELLS_LIMIT, HAS_IDS, largestTable, rowsOf } from '../paste-table.ts'
import { blocksIn, withIds } from './block-ids.ts'
import { clipboardPage } from './clipboard-page.ts'
import { leftOutSentence, tellLeftOut, type LeftOut } from './left-out.ts'
import { looksLikeMarkdown } from './looks-like-markdown.ts'
import { pasteMarkdown } from './paste-markdown.ts'
import type { PastedPicture } from './pasted-pictures.ts'
import { refusedForRoom } from './room-left.ts'
import { throughEdge } from './schema-edge.ts'
import { takeOutSigns, waitingIn } from './waiting-pictures.ts'
import { say } from '../../../words/en/editor.ts'

/** From so many blocks on, ids come with them: one step for each takes many seconds. */
const MANY = 500

export const takePaste = ({ doc, undo }: { doc: Y.Doc; undo: BriefUndo }) => {
  let rtf = ''
  let pictures: readonly PastedPicture[] = []
  let left: LeftOut = {}
  let markdown: string | null = null
  const tell = () => {
    tellLeftOut(leftOutSentence(left))
    left = {}
  }
  return new Plugin({
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
      return takeOutSigns(state.tr, brought, { from: 0, to: state.doc.content.size }, waitingIn(state))
    },
  })
}

const isPaste = (tr: Transaction) =>
  tr.docChanged && /^(paste|drop)$/.test(String(tr.getMeta('uiEvent') ?? ''))
