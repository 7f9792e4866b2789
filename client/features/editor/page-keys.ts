/** Keys of the page that are not the editor's own: cite, quote, link, the way out. */
import { Extension } from '@tiptap/core'
import { NodeSelection, Plugin, TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { selectFigure } from './insert-picture.ts'
import { toPageEnd } from './page-ends.ts'

/** U+00A0. */
const FIXED_SPACE = '\u00a0'

export const insertSpace = (view: EditorView): true => {
  view.dispatch(view.state.tr.insertText(FIXED_SPACE).scrollIntoView())
  return true
}

export type PageActions = {
  startCiting(): void
  openQuotes(): void
  openLink(): void
  openFind(): void
  addFootnote(): void
  openFootnote(id: string): void
  /** Up or down past its neighbour. */
  moveBlock(to: -1 | 1): void
  /** Asks for words for the picture at this place. */
  describePicture(pos: number): void
  focusToolbar(): boolean
  /** `byKey`: who pressed it goes on in its card. */
  openCitation(id: string, byKey?: boolean): void
}

export const pageKeys = (actions: PageActions) =>
  Extension.create({
    name: 'pageKeys',
    // Before the code block, which has Mod-Alt-c for itself.
    priority: 2000,
    addKeyboardShortcuts() {
      const go = (end: 'first' | 'last', growing: boolean) => () => {
        const { view } = this.editor
        const tr = toPageEnd(view.state, end, growing)
        if (tr) view.dispatch(tr)
        return tr !== null
      }
      return {
        'Mod-Home': go('first', false),
        'Mod-End': go('last', false),
        'Shift-Mod-Home': go('first', true),
        'Shift-Mod-End': go('last', true),
        // What macOS has for the same.
        'Meta-ArrowUp': go('first', false),
        'Meta-ArrowDown': go('last', false),
        'Shift-Meta-ArrowUp': go('first', true),
        'Shift-Meta-ArrowDown': go('last', true),
        'Mod-Alt-c': () => {
          actions.startCiting()
          return true
        },
        'Mod-Alt-q': () => {
          actions.openQuotes()
          return true
        },
        'Mod-Alt-f': () => {
          actions.addFootnote()
          return true
        },
        // Where there is no neighbour the key still means this, and nothing else.
        'Alt-Shift-ArrowUp': () => {
          actions.moveBlock(-1)
          return true
        },
        'Alt-Shift-ArrowDown': () => {
          actions.moveBlock(1)
          return true
        },
        'Mod-k': () => {
          // Without selected words it is the page's own key: of a citation there is nothing to link.
          const { selection } = this.editor.state
          const isOfWords = selection instanceof TextSelection && !selection.empty
          if (!isOfWords && !this.editor.isActive('link')) return false
          actions.openLink()
          return true
        },
        'Mod-Shift-Space': () => insertSpace(this.editor.view),
        'Mod-f': () => {
          actions.openFind()
          return true
        },
        'Alt-F10': () => actions.focusToolbar(),
        Backspace: () => selectFigure(this.editor.view),
        Delete: () => selectFigure(this.editor.view),
        Enter: () => {
          const { selection } = this.editor.state
          if (!(selection instanceof NodeSelection)) return false
          const { type, attrs } = selection.node
          if (type.name === 'citation') actions.openCitation(String(attrs.id), true)
          else if (type.name === 'footnote') actions.openFootnote(String(attrs.id))
          else if (type.name === 'picture') actions.describePicture(selection.from)
          else return false
          return true
        },
      }
    },
    addProseMirrorPlugins: () => [wayOut()],
  })

/** Esc, then Tab leaves the page, in lists and tables too, where Tab has a meaning of its own. */
const wayOut = () => {
  let leaving = false
  return new Plugin({
    props: {
      handleDOMEvents: {
        keydown(_, event) {
          const goes = leaving && event.key === 'Tab'
          if (event.key === 'Escape') leaving = true
          else if (event.key !== 'Shift') leaving = false
          // Taken from the editor, left to the browser.
          return goes
        },
        blur() {
          leaving = false
          return false
        },
      },
    },
  })
}
