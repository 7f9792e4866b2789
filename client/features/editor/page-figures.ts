/** What the page holds, in figures: its words and its headings. Counted when the writer rests. */
import type { Editor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import type { PageFigures } from '../../brief/editor-handle.ts'
import { createStore, type Store } from '../../brief/store.ts'

const RESTS_MS = 400

/** Letters and digits with what joins them; a script without spaces counts a word a sign. */
const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’.,-][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*/gu

export const countWords = (text: string): number => text.match(WORD)?.length ?? 0

export const figuresOf = (doc: Node): PageFigures => {
  let words = 0
  const headings: PageFigures['headings'] = []
  doc.descendants((node, pos) => {
    if (!node.isTextblock) return true
    const text = node.textBetween(0, node.content.size, ' ', ' ')
    words += countWords(text)
    if (node.type.name === 'heading')
      headings.push({ pos, level: Number(node.attrs.level ?? 1), words: node.textContent.trim() })
    return false
  })
  return { words, headings }
}

export const watchFigures = (editor: Editor): { figures: Store<PageFigures>; stop(): void } => {
  const figures = createStore(figuresOf(editor.state.doc))
  let timer: ReturnType<typeof setTimeout> | undefined
  const onUpdate = () => {
    clearTimeout(timer)
    timer = setTimeout(() => figures.set(figuresOf(editor.state.doc)), RESTS_MS)
  }
  editor.on('update', onUpdate)
  return {
    figures,
    stop() {
      clearTimeout(timer)
      editor.off('update', onUpdate)
    },
  }
}
