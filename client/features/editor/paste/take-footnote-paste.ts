/** What a person pastes or drops into a footnote's text: cleaned as for the page, and told what a footnote does not hold. */
import { Plugin } from '@tiptap/pm/state'
import type { Slice } from '@tiptap/pm/model'
import type * as Y from 'yjs'
import { schema as whole } from '../../../../shared/editor/schema.ts'
import { toast } from '../../../ui/toast.ts'
import { say } from '../../../words/en/editor.ts'
import type { BriefUndo } from '../brief-undo.ts'
import { clipboardPage } from './clipboard-page.ts'
import { forFootnote, htmlForFootnote } from './for-footnote.ts'
import { leftOutSentence, tellLeftOut, type LeftOut } from './left-out.ts'
import { looksLikeMarkdown } from './looks-like-markdown.ts'
import { pasteMarkdown } from './paste-markdown.ts'
import { refusedForRoom } from './room-left.ts'
import { throughEdge } from './schema-edge.ts'

export const takeFootnotePaste = (desk: { doc: Y.Doc; undo: BriefUndo }) => {
  let left: LeftOut = {}
  let markdown: string | null = null
  const tell = () => {
    tellLeftOut(leftOutSentence(left))
    left = {}
  }
  return new Plugin({
    props: {
      handleDOMEvents: {
        paste(view, event) {
          left = {}
          markdown = null
          const data = event.clipboardData
          if (!view.editable || !data || data.types.some((type) => type.startsWith('text/'))) return false
          return refuseFiles(data.files, event)
        },
        drop: (view, event) => view.editable && refuseFiles(event.dataTransfer?.files, event),
      },
      transformPastedHTML(html) {
        const page = document.implementation.createHTMLDocument('').body
        const reduced = htmlForFootnote(clipboardPage(html, '', whole), page, whole)
        left = reduced.left
        return reduced.html
      },
      clipboardTextParser(text, _, plain) {
        markdown = !plain && looksLikeMarkdown(text) ? text : null
        return null as unknown as Slice
      },
      transformPasted: throughEdge,
      handlePaste(view, _, slice) {
        const source = markdown
        markdown = null
        const noRoom = refusedForRoom(desk.doc, slice.content)
        if (noRoom) {
          toast({ title: say.thisIsTooMuch, description: noRoom })
          return true
        }
        if (source !== null) {
          pasteMarkdown(view, desk, source, slice, (read) => {
            const content = forFootnote(read, left)
            // Else the text stays as it was written, and nothing is left out.
            if (content.length > 0) tell()
            return content
          })
          return true
        }
        tell()
        // All of it was left out: what is selected stays.
        return slice.size === 0
      },
      handleDrop() {
        tell()
        return false
      },
    },
  })
}

/** Left alone, a browser would leave the page for the file. */
const refuseFiles = (files: FileList | undefined, event: Event): boolean => {
  if (!files || files.length === 0) return false
  event.preventDefault()
  toast(say.noFilesInFootnotes)
  return true
}
