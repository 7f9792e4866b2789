/**
 * Remembers in each citation's record the sentence it stands in, after this person changed it: a citation that loses
 * its place in a merge still knows where it belongs.
 */
import type { Node } from '@tiptap/pm/model'
import { Plugin } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import type * as Y from 'yjs'
import { roots } from '../../../shared/brief/document.ts'
import { changedRange } from './changed-range.ts'
import { citationPlaces } from './citation-places.ts'
import { rememberedSentence } from './covered-sentence.ts'

/** Long enough not to write at every key, short enough that hardly a merge falls into it. */
const QUIET = 2000
const SENTENCE = 'sentence memory'

export const sentenceMemory = (doc: Y.Doc, quiet = QUIET) =>
  new Plugin({
    view(view) {
      const touched = new Set<string>()
      let timer: ReturnType<typeof setTimeout> | undefined
      const write = () => {
        clearTimeout(timer)
        const sentences = [...touched].map((id) => [id, rememberedSentence(view.state.doc, id)] as const)
        touched.clear()
        const { citations } = roots(doc)
        const news = sentences.filter(
          ([id, words]) =>
            words !== '' && citations.has(id) && (citations.get(id)?.get('sentence') ?? '') !== words,
        )
        if (news.length === 0) return
        doc.transact(() => news.forEach(([id, words]) => citations.get(id)?.set('sentence', words)), SENTENCE)
      }
      return {
        update(_, before) {
          if (before.doc === view.state.doc || isFromOthers(view)) return
          for (const id of citationsNear(before.doc, view.state.doc)) touched.add(id)
          if (touched.size === 0) return
          clearTimeout(timer)
          timer = setTimeout(write, quiet)
        },
        destroy: write,
      }
    },
  })

const isFromOthers = (view: EditorView) => {
  const sync = ySyncPluginKey.getState(view.state) as { isChangeOrigin?: boolean } | undefined
  return sync?.isChangeOrigin === true
}

/** Citations of the blocks that the change touched. */
const citationsNear = (before: Node, after: Node): string[] => {
  const range = changedRange(before, after)
  if (!range || citationPlaces(after).length === 0) return []
  const size = after.content.size
  const start = after.resolve(Math.min(range.from, size))
  const end = after.resolve(Math.min(range.newTo, size))
  const from = start.depth > 0 ? start.before(1) : start.pos
  const to = end.depth > 0 ? end.after(1) : Math.min(size, end.pos + 1)
  return citationPlaces(after)
    .filter(({ id, pos }) => id !== '' && pos >= from && pos < to)
    .map(({ id }) => id)
}
