/**
 * In a style that writes into the line the page shows a citation before the full stop, as every file does (before-stop.ts), and the
 * document keeps it behind: the stop's own place has no width and no colour, and the citation draws it at its end. The keys that
 * stand at it follow what is seen (stop-keys.ts). Why so: docs/decisions/0012.
 */
import type { Node } from '@tiptap/pm/model'
import { type EditorState, Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { closingStop } from '../../../shared/export/before-stop.ts'
import { changedRange, mappingOf } from './changed-range.ts'
import type { PageStyle } from './page-style.ts'
import { type Stop, stopInput, stopKey } from './stop-keys.ts'

type Drawn = { on: boolean; set: DecorationSet }

const stopsKey = new PluginKey<Drawn>('stopsBehind')

/** What a transaction may say to this plugin: the style writes into the line now, or it does no more. */
type Note = { on: boolean }

export const stopsBehind = (style: PageStyle) => {
  const isOn = () => style.get()?.notes === false
  const all = (doc: Node, on: boolean): Drawn => ({
    on,
    set: on ? DecorationSet.create(doc, drawn(stopsIn(doc, 0, doc.content.size))) : DecorationSet.empty,
  })
  return new Plugin<Drawn>({
    key: stopsKey,
    state: {
      init: (_, { doc }) => all(doc, isOn()),
      apply(tr, before, { doc: old }, { doc }) {
        const note = tr.getMeta(stopsKey) as Note | undefined
        if (note) return all(doc, note.on)
        const range = tr.docChanged && before.on ? changedRange(old, doc) : null
        if (!range) return before
        // Of the blocks that were touched all is drawn anew; the rest goes along.
        const { from } = blockAround(doc, range.from)
        const { to } = blockAround(doc, Math.max(range.from, range.newTo))
        const set = before.set.map(mappingOf(range), doc)
        return { on: true, set: set.remove(set.find(from, to)).add(doc, drawn(stopsIn(doc, from, to))) }
      },
    },
    props: {
      decorations: (state) => stopsKey.getState(state)?.set,
      handleKeyDown: (view, event) =>
        stopsKey.getState(view.state)?.on === true && stopKey(view, event, (at) => stopAt(view.state, at)),
      handleTextInput: (view, from, to, text) =>
        stopsKey.getState(view.state)?.on === true &&
        stopInput(view, from, to, text, (at) => stopAt(view.state, at)),
    },
    view(view) {
      const stop = style.subscribe(() => {
        if (!view.isDestroyed && isOn() !== stopsKey.getState(view.state)?.on)
          view.dispatch(view.state.tr.setMeta(stopsKey, { on: isOn() } satisfies Note))
      })
      return { destroy: stop }
    },
  })
}

/** The block of the document itself that stands at a place: its begin and its end. */
const blockAround = (doc: Node, pos: number): { from: number; to: number } => {
  const { node, offset } = doc.childAfter(Math.min(pos, doc.content.size - 1))
  return node ? { from: offset, to: offset + node.nodeSize } : { from: pos, to: pos }
}

const stopsIn = (doc: Node, from: number, to: number): Stop[] => {
  const stops: Stop[] = []
  doc.nodesBetween(from, to, (node, pos) => {
    if (!node.isTextblock) return !node.isLeaf
    stops.push(...stopsOf(node, pos + 1))
    return false
  })
  return stops
}

const known = new WeakMap<Node, readonly Stop[]>()

/** Of one block of text, whose content begins at `start`. */
const stopsOf = (block: Node, start: number): Stop[] => {
  let own = known.get(block)
  if (!own) {
    const found: Stop[] = []
    let before: { text: string; marks: string[] } | null = null
    block.forEach((child, offset) => {
      const last = found.at(-1)
      if (child.type.name !== 'citation')
        before = child.isText ? { text: child.text!, marks: child.marks.map(({ type }) => type.name) } : null
      else if (last?.end === offset) last.end = offset + 1
      else if (before) {
        const sign = closingStop(before.text, before.marks)
        if (sign) found.push({ pos: offset - sign.length, end: offset + 1, sign })
        before = null
      }
    })
    own = found
    known.set(block, own)
  }
  return own.map(({ pos, end, sign }) => ({ pos: start + pos, end: start + end, sign }))
}

const WIDE = /[。．]/u

const drawn = (stops: readonly Stop[]): Decoration[] =>
  stops.flatMap(({ pos, end, sign }) => [
    Decoration.inline(pos, pos + sign.length, {
      class: WIDE.test(sign) ? 'stop-behind wide' : 'stop-behind',
    }),
    Decoration.node(end - 1, end, { class: 'before-stop', 'data-stop': sign }),
  ])

/** The stop that begins, ends or is drawn at this place. */
const stopAt = ({ doc }: EditorState, at: number): Stop | null => {
  const $at = doc.resolve(at)
  if (!$at.parent.isTextblock) return null
  const stops = stopsOf($at.parent, $at.start())
  return stops.find(({ pos, end, sign }) => at === pos || at === pos + sign.length || at === end) ?? null
}
