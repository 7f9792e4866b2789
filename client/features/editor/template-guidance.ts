/**
 * What a template says of a section, shown where nobody has written there yet. It is drawn and stands in no document: writing takes it
 * away, and no export has it.
 */
import type { Node } from '@tiptap/pm/model'
import { Plugin } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { guidanceUnder, type Template } from '../../../shared/brief/templates.ts'

const draw = (doc: Node, template: Template): DecorationSet => {
  const found: Decoration[] = []
  let heading: string | null = null
  doc.forEach((node, at) => {
    if (heading !== null && node.type.name === 'paragraph' && node.content.size === 0) {
      const guidance = guidanceUnder(template, heading)
      if (guidance)
        found.push(Decoration.node(at, at + node.nodeSize, { class: 'guidance', 'data-guidance': guidance }))
    }
    heading = node.type.name === 'heading' ? node.textContent : null
  })
  return DecorationSet.create(doc, found)
}

/** `template`: what the brief began with, as it is now. */
export const templateGuidance = (template: () => Template | undefined) =>
  new Plugin<DecorationSet>({
    state: {
      init(_, { doc }) {
        const now = template()
        return now ? draw(doc, now) : DecorationSet.empty
      },
      apply(tr, before, _, { doc }) {
        if (!tr.docChanged) return before
        const now = template()
        return now ? draw(doc, now) : DecorationSet.empty
      },
    },
    props: {
      decorations(state) {
        return this.getState(state)
      },
    },
  })
