/** Blocks that the page draws itself: the table of contents, and blocks of a later version. */
import type { Node } from '@tiptap/pm/model'
import { Plugin, TextSelection } from '@tiptap/pm/state'
import type { EditorView, NodeView } from '@tiptap/pm/view'
import { keptLines, keptNode } from '../../../shared/brief/kept-block.ts'
import { TableOfContents, Unknown } from '../../../shared/editor/blocks.ts'
import { say } from '../../words/en/editor.ts'
import { element } from './drawn-element.ts'

type Heading = { level: number; words: string; pos: number }

const headingsOf = (doc: Node): Heading[] => {
  const found: Heading[] = []
  doc.forEach((node, pos) => {
    if (node.type.name !== 'heading') return
    const words = node.textBetween(0, node.content.size, ' ', ' ').replace(/\s+/g, ' ').trim()
    if (words) found.push({ level: Number(node.attrs.level), words, pos })
  })
  return found
}

const goTo = (view: EditorView, pos: number) => {
  view.dispatch(view.state.tr.setSelection(TextSelection.near(view.state.doc.resolve(pos + 1))))
  const target = view.nodeDOM(pos)
  if (target instanceof HTMLElement) target.scrollIntoView({ block: 'start' })
  view.focus()
}

const contentsLines = (view: EditorView): HTMLElement[] => {
  const headings = headingsOf(view.state.doc)
  if (headings.length === 0) return [element('p', 'contents-empty', say.noHeadingsYet)]
  const top = Math.min(...headings.map(({ level }) => level))
  return headings.map(({ level, words, pos }) => {
    const line = element('button', 'contents-line', words)
    line.type = 'button'
    line.style.setProperty('--depth', String(level - top))
    line.addEventListener('mousedown', (event) => event.preventDefault())
    line.addEventListener('click', () => goTo(view, pos))
    return line
  })
}

const sameHeadings = (a: readonly Heading[], b: readonly Heading[]) =>
  a.length === b.length && a.every(({ level, words }, i) => level === b[i]!.level && words === b[i]!.words)

export const contentsWithView = () => {
  const drawn = new Set<() => void>()
  return TableOfContents.extend({
    addNodeView() {
      return ({ view }): NodeView => {
        const dom = element('nav', 'contents')
        dom.dataset.contents = ''
        dom.setAttribute('aria-label', say.contents)
        const draw = () => dom.replaceChildren(...contentsLines(view))
        draw()
        drawn.add(draw)
        return {
          dom,
          update: (next) => next.type.name === 'tableOfContents',
          destroy: () => drawn.delete(draw),
          ignoreMutation: () => true,
          stopEvent: (event) => event.target instanceof Element && event.target.closest('button') !== null,
        }
      }
    },
    addProseMirrorPlugins() {
      return [
        new Plugin({
          view(view) {
            let seen = headingsOf(view.state.doc)
            return {
              update(_, before) {
                if (drawn.size === 0 || before.doc === view.state.doc) return
                const now = headingsOf(view.state.doc)
                const isSame = sameHeadings(seen, now) && seen.every(({ pos }, i) => pos === now[i]!.pos)
                seen = now
                if (!isSame) for (const draw of drawn) draw()
              },
            }
          },
        }),
      ]
    },
  })
}

export const keptWithView = () =>
  Unknown.extend({
    addNodeView() {
      return ({ node }): NodeView => {
        const dom = element('div', 'kept-block')
        dom.dataset.unknown = ''
        dom.contentEditable = 'false'
        const name = String(node.attrs.name ?? '')
        const lines = keptLines(keptNode(node.attrs.data))
        dom.append(
          element('p', 'kept-name', name ? say.namedFromALaterVersion(name) : say.fromALaterVersion),
          ...lines.map((line) => element('p', '', line)),
        )
        return { dom, update: (next) => next.eq(node), ignoreMutation: () => true }
      }
    },
  })
