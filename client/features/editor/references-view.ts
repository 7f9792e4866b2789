/** The list of sources on the page, drawn from the citations as they stand: numbered, linked, always up to date. */
import type { EditorView, NodeView } from '@tiptap/pm/view'
import { Plugin } from '@tiptap/pm/state'
import { formatReference } from '../../../shared/cite/reference.ts'
import type { Source } from '../../../shared/brief/source.ts'
import { References } from '../../../shared/editor/schema.ts'
import { numbersKey } from './citation-numbers.ts'
import type { EvidenceStore } from '../../brief/evidence.ts'

type Options = { evidence: EvidenceStore; openSource: (sourceId: string) => void }

export const referencesWithView = ({ evidence, openSource }: Options) => {
  const lists = new Set<() => void>()
  return References.extend({
    addNodeView() {
      return ({ node, view }): NodeView => {
        const dom = document.createElement('section')
        dom.className = 'references'
        dom.dataset.references = ''
        dom.setAttribute('aria-label', 'Sources')
        const draw = () => dom.replaceChildren(...entries(view, evidence, openSource))
        lists.add(draw)
        draw()
        return {
          dom,
          update: (next) => next.type === node.type,
          destroy: () => lists.delete(draw),
          ignoreMutation: () => true,
          stopEvent: (event) => event.target instanceof Element && event.target.closest('a, button') !== null,
        }
      }
    },
    addProseMirrorPlugins() {
      return [
        new Plugin({
          view(view) {
            let order = numbersKey.getState(view.state)?.order
            let { sources } = evidence.get()
            return {
              update() {
                const [nowOrder, nowSources] = [
                  numbersKey.getState(view.state)?.order,
                  evidence.get().sources,
                ]
                if (nowOrder === order && nowSources === sources) return
                order = nowOrder
                sources = nowSources
                for (const draw of lists) draw()
              },
            }
          },
        }),
      ]
    },
  })
}

const entries = (
  view: EditorView,
  evidence: EvidenceStore,
  openSource: Options['openSource'],
): HTMLElement[] => {
  // The first drawing happens while the view is being made: the state is there already, the plugin's part too.
  const order = numbersKey.getState(view.state)?.order
  if (!order || order.sources.length === 0) {
    const empty = document.createElement('p')
    empty.className = 'references-empty'
    empty.textContent = 'Cited sources are listed here.'
    return [empty]
  }
  const list = document.createElement('ol')
  for (const id of order.sources) list.append(entry(id, evidence.get().sources.get(id), openSource))
  return [list]
}

const entry = (id: string, source: Source | undefined, openSource: Options['openSource']): HTMLElement => {
  const item = document.createElement('li')
  if (!source) {
    item.textContent = 'This source is missing from the brief.'
    item.className = 'missing'
    return item
  }
  item.addEventListener('click', (event) => {
    if (!(event.target instanceof Element && event.target.closest('a'))) openSource(id)
  })
  for (const run of formatReference(source.item)) item.append(drawRun(run))
  const show = document.createElement('button')
  show.type = 'button'
  show.className = 'link-button reference-open'
  show.textContent = 'Open'
  show.setAttribute('aria-label', `Open source ${source.item.title ?? source.key}`)
  item.append(' ', show)
  return item
}

const drawRun = ({
  text,
  italic,
  href,
}: ReturnType<typeof formatReference>[number]): HTMLElement | string => {
  if (href && /^https?:\/\//i.test(href)) {
    const link = document.createElement('a')
    link.href = href
    link.target = '_blank'
    link.rel = 'noopener noreferrer'
    link.textContent = text
    return link
  }
  if (!italic) return text
  const title = document.createElement('cite')
  title.textContent = text
  return title
}
