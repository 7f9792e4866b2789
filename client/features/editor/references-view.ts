/** The list of sources on the page, drawn from the citations as they stand: numbered, linked, always up to date. */
import type { EditorView, NodeView } from '@tiptap/pm/view'
import { Plugin } from '@tiptap/pm/state'
import { formatReference, type Run } from '../../../shared/cite/reference.ts'
import type { Source } from '../../../shared/brief/source.ts'
import { References } from '../../../shared/editor/schema.ts'
import { numbersKey } from './citation-numbers.ts'
import { drawRuns } from './draw-runs.ts'
import type { PageStyle } from './page-style.ts'
import type { EvidenceStore } from '../../brief/evidence.ts'
import type { WrittenWords } from '../../../shared/words/english.ts'
import { writtenIn } from '../../../shared/words/written.ts'
import { say } from '../../words/en/editor.ts'

type Options = { evidence: EvidenceStore; style: PageStyle; openSource: (sourceId: string) => void }

export const referencesWithView = (options: Options) => {
  const { evidence, style } = options
  const lists = new Set<() => void>()
  return References.extend({
    addNodeView() {
      return ({ node, view }): NodeView => {
        const dom = document.createElement('section')
        dom.className = 'references'
        dom.dataset.references = ''
        dom.setAttribute('aria-label', say.sources)
        const draw = () => dom.replaceChildren(...entries(view, options))
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
            let styled = style.get()
            return {
              update() {
                const [nowOrder, nowSources] = [
                  numbersKey.getState(view.state)?.order,
                  evidence.get().sources,
                ]
                if (nowOrder === order && nowSources === sources && style.get() === styled) return
                styled = style.get()
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

const entries = (view: EditorView, { evidence, style, openSource }: Options): HTMLElement[] => {
  // The first drawing happens while the view is being made: the state is there already, the plugin's part too.
  const order = numbersKey.getState(view.state)?.order
  if (!order || order.sources.length === 0) {
    const empty = document.createElement('p')
    empty.className = 'references-empty'
    empty.textContent = say.nothingCitedYet
    return [empty]
  }
  const words = writtenIn(view.dom.lang)
  const bibliography = style.get()?.bibliography ?? []
  if (bibliography.length > 0) {
    const list = document.createElement('ul')
    list.className = 'styled'
    for (const { source, label, runs } of bibliography)
      list.append(
        entry(source, evidence.get().sources.get(source), openSource, words, [
          ...(label ? [{ text: `${label} ` }] : []),
          ...runs,
        ]),
      )
    return [list]
  }
  const list = document.createElement('ol')
  for (const id of order.sources) list.append(entry(id, evidence.get().sources.get(id), openSource, words))
  return [list]
}

const entry = (
  id: string,
  source: Source | undefined,
  openSource: Options['openSource'],
  words: WrittenWords,
  styled?: readonly Run[],
): HTMLElement => {
  const item = document.createElement('li')
  if (!source) {
    item.textContent = say.sourceIsMissing
    item.className = 'missing'
    return item
  }
  item.addEventListener('click', (event) => {
    if (!(event.target instanceof Element && event.target.closest('a'))) openSource(id)
  })
  item.append(...drawRuns(styled ?? formatReference(source.item, words)))
  const show = document.createElement('button')
  show.type = 'button'
  show.className = 'link-button reference-open'
  show.textContent = say.open
  show.setAttribute('aria-label', say.openSource(source.item.title ?? source.key))
  item.append(' ', show)
  return item
}
