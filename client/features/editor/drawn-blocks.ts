/** Blocks that the page draws itself: the table of contents, pictures, and blocks of a later version. */
import type { Node } from '@tiptap/pm/model'
import { NodeSelection, Plugin, TextSelection } from '@tiptap/pm/state'
import type { EditorView, NodeView } from '@tiptap/pm/view'
import { keptLines, keptNode } from '../../../shared/brief/kept-block.ts'
import { Picture, TableOfContents, Unknown } from '../../../shared/editor/blocks.ts'
import { say } from '../../words/en/editor.ts'

const element = <K extends keyof HTMLElementTagNameMap>(tag: K, className: string, text = '') => {
  const made = document.createElement(tag)
  made.className = className
  made.textContent = text
  return made
}

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

export type PictureActions = {
  describePicture(pos: number): void
  /** It came from a brief that this person reads: this one is to hold it too. */
  holdPicture(sha256: string): Promise<unknown>
}

const addressOf = (sha256: string) => `/api/captures/${sha256}/bytes`

export const pictureWithView = ({ describePicture, holdPicture }: PictureActions) =>
  Picture.extend({
    addNodeView() {
      return ({ node: first, view, getPos }): NodeView => {
        let node = first
        const dom = element('div', 'figure-picture')
        dom.dataset.picture = ''
        dom.contentEditable = 'false'
        const image = document.createElement('img')
        image.draggable = false
        const missing = element('p', 'picture-missing', say.pictureNotHere)
        const describe = element('button', 'picture-describe link-button', say.describeThisPicture)
        describe.type = 'button'
        const ask = () => {
          const pos = getPos()
          if (pos !== undefined) describePicture(pos)
        }
        describe.addEventListener('mousedown', (event) => event.preventDefault())
        describe.addEventListener('click', ask)
        let asked = false
        image.addEventListener('error', () => {
          dom.classList.add('missing')
          const { sha256 } = node.attrs
          if (asked || !view.editable || typeof sha256 !== 'string') return
          asked = true
          // Another address: the browser remembers what the first one answered.
          holdPicture(sha256).then(
            () => (image.src = `${addressOf(sha256)}?held`),
            () => undefined,
          )
        })
        image.addEventListener('load', () => dom.classList.remove('missing'))
        image.addEventListener('click', () => {
          const pos = getPos()
          if (pos === undefined || !view.editable) return
          view.dispatch(view.state.tr.setSelection(NodeSelection.create(view.state.doc, pos)))
          view.focus()
        })
        const draw = () => {
          const { sha256, alt, width, height } = node.attrs as Record<string, string | number | null>
          const address = typeof sha256 === 'string' ? addressOf(sha256) : ''
          if (address && !image.src.includes(address)) image.src = address
          dom.classList.toggle('missing', address === '')
          image.alt = String(alt ?? '')
          if (width && height) {
            image.width = Number(width)
            image.height = Number(height)
          }
          describe.hidden = Boolean(alt) || !view.editable
          describe.title = say.whyDescribe
        }
        dom.append(image, missing, describe)
        draw()
        return {
          dom,
          update(next) {
            if (next.type !== node.type) return false
            node = next
            draw()
            return true
          },
          ignoreMutation: () => true,
          stopEvent: (event) => event.target === describe,
        }
      }
    },
  })
