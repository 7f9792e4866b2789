/**
 * What the page holds, in figures: its words and its headings. Counted when the writer rests. What a template gave, headings and the
 * first row of a table, counts once something is written under it: an empty brief has no words.
 */
import type { Editor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { isGiven, type Template } from '../../../shared/brief/templates.ts'
import type { PageFigures } from '../../brief/editor-handle.ts'
import { createStore, type Store } from '../../brief/store.ts'

const RESTS_MS = 400

/** Letters and digits with what joins them; a script without spaces counts a word a sign. */
const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’.,-][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*/gu

export const countWords = (text: string): number => text.match(WORD)?.length ?? 0

/** `template`: what the brief began with. */
export const figuresOf = (doc: Node, template?: Template): PageFigures => {
  let words = 0
  // Given, with nothing written under it yet.
  let waiting = 0
  doc.forEach((block) => {
    if (template && block.type.name === 'heading' && isGiven(template, block.textContent)) {
      waiting = wordsIn(block)
      return
    }
    const own = wordsIn(block)
    if (waiting > 0 && own === headWordsIn(block)) waiting += own
    else if (own > 0) {
      words += waiting + own
      waiting = 0
    }
  })
  return { words, headings: headingsOf(doc) }
}

const wordsIn = (
  block: Node,
  counts: (textblock: Node, parent: Node | null) => boolean = () => true,
): number => {
  let words = 0
  const add = (node: Node, parent: Node | null) => {
    if (!node.isTextblock) return true
    if (counts(node, parent)) words += countWords(node.textBetween(0, node.content.size, ' ', ' '))
    return false
  }
  if (add(block, null)) block.descendants((node, _, parent) => add(node, parent))
  return words
}

/** Of the cells of a table that name its columns. */
const headWordsIn = (block: Node): number =>
  block.type.name === 'table' ? wordsIn(block, (_, parent) => parent?.type.name === 'tableHeader') : 0

const headingsOf = (doc: Node): PageFigures['headings'] => {
  const headings: PageFigures['headings'] = []
  doc.descendants((node, pos) => {
    if (node.type.name === 'heading')
      headings.push({ pos, level: Number(node.attrs.level ?? 1), words: node.textContent.trim() })
    return !node.isTextblock
  })
  return headings
}

export const watchFigures = (
  editor: Editor,
  template: () => Template | undefined,
): { figures: Store<PageFigures>; stop(): void } => {
  const count = () => figuresOf(editor.state.doc, template())
  const figures = createStore(count())
  let timer: ReturnType<typeof setTimeout> | undefined
  const onUpdate = () => {
    clearTimeout(timer)
    timer = setTimeout(() => figures.set(count()), RESTS_MS)
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
