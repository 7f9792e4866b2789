/**
 * A quotation block on the page: the editable words, and below them who says it, where, and how the words stand
 * against the source.
 */
import type { Decoration, EditorView, NodeView } from '@tiptap/pm/view'
import { locatorText } from '../../../shared/cite/locator.ts'
import { shortName } from '../../brief/work-name.ts'
import { Quotation } from '../../../shared/editor/schema.ts'
import { standingWords, whoSays } from '../../brief/standing-words.ts'
import type { QuotationState } from './quotation-checks.ts'
import { say } from '../../words/en/editor.ts'
import { written } from '../../words/written.ts'

export type QuotationActions = {
  openPassage(excerptId: string): void
  useSourceWords(view: EditorView, pos: number): void
}

const stateOf = (decorations: readonly Decoration[]): QuotationState | null =>
  decorations.map((d) => (d.spec as { quotation?: QuotationState }).quotation).find((s) => s !== undefined) ??
  null

const element = <K extends keyof HTMLElementTagNameMap>(tag: K, className: string, text = '') => {
  const made = document.createElement(tag)
  made.className = className
  made.textContent = text
  return made
}

const button = (text: string, act: () => void) => {
  const made = element('button', 'link-button', text)
  made.type = 'button'
  // The caret stays where it is.
  made.addEventListener('mousedown', (event) => event.preventDefault())
  made.addEventListener('click', act)
  return made
}

export const quotationWithView = (actions: QuotationActions) =>
  Quotation.extend({
    addNodeView() {
      return ({ node, decorations, view, getPos }): NodeView => {
        const dom = element('blockquote', 'quotation')
        dom.dataset.quotation = ''
        const contentDOM = element('div', 'quotation-words')
        const footer = element('footer', 'quotation-foot')
        footer.contentEditable = 'false'
        dom.append(contentDOM, footer)
        let drawn: QuotationState | null = null
        let editable = view.editable

        const draw = (state: QuotationState | null) => {
          drawn = state
          editable = view.editable
          const { standing, excerpt, source } = state ?? { standing: { is: 'without-excerpt' as const } }
          const { words, tone } = standingWords(standing, excerpt)
          const where = [
            source ? shortName(source.item) : say.missingSource,
            locatorText(excerpt?.locator?.label, excerpt?.locator?.locator, written),
          ]
          const name = where.filter((part) => part !== '').join(', ')
          const says = excerpt ? whoSays(excerpt) : ''
          const line = element('span', 'quotation-source')
          line.append(
            says ? `— ${says} · ` : '— ',
            excerpt ? button(name, () => actions.openPassage(excerpt.id)) : name,
          )
          footer.replaceChildren(line, element('span', `standing ${tone}`, words))
          if (standing.is === 'held' && standing.difference.is === 'differs' && editable)
            footer.append(
              button(say.useTheSourcesWords, () => {
                const pos = getPos()
                if (pos !== undefined) actions.useSourceWords(view, pos)
              }),
            )
        }
        draw(stateOf(decorations))
        return {
          dom,
          contentDOM,
          update(next, nextDecorations) {
            if (next.type !== node.type) return false
            const state = stateOf(nextDecorations)
            if (!sameState(state, drawn) || editable !== view.editable) draw(state)
            return true
          },
          ignoreMutation: (mutation) =>
            mutation.type !== 'selection' && !contentDOM.contains(mutation.target),
          stopEvent: (event) => event.target instanceof Element && footer.contains(event.target),
        }
      }
    },
  })

const sameState = (a: QuotationState | null, b: QuotationState | null) =>
  a?.standing === b?.standing && a?.excerpt === b?.excerpt && a?.source === b?.source
