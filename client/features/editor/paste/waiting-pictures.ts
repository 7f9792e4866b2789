/** Pictures that came within what was pasted: uploaded one by one, and put where they stood. */
import { Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { toastWhile } from '../../../ui/toast.ts'
import { say } from '../../../words/en/editor.ts'
import { insertPicture, type PictureDesk } from '../insert-picture.ts'
import type { PastedPicture } from './pasted-pictures.ts'
import { MARKS } from './picture-marks.ts'

type Waiting = { pos: number; picture: PastedPicture }

const waitingKey = new PluginKey<readonly Waiting[]>('pastedPictures')

export const waitingPictures = (desk: PictureDesk) =>
  new Plugin<readonly Waiting[]>({
    key: waitingKey,
    state: {
      init: () => [],
      apply(tr, before) {
        const set = tr.getMeta(waitingKey) as readonly Waiting[] | undefined
        if (set) return set
        if (before.length === 0 || !tr.docChanged) return before
        return before.map((one) => ({ ...one, pos: tr.mapping.map(one.pos) }))
      },
    },
    view: () => ({
      update(view, before) {
        const waiting = waitingKey.getState(view.state) ?? []
        if (waiting.length > 0 && waitingKey.getState(before)?.length === 0) void upload(view, desk)
      },
    }),
  })

/**
 * The signs between `from` and `to` leave the text in the step in which they came, and their places are kept. `waiting`: those that
 * wait already, as the document before this step had them.
 */
export const takeOutSigns = (
  tr: Transaction,
  brought: readonly PastedPicture[],
  { from: first, to: last }: { from: number; to: number },
  waiting: readonly Waiting[] = [],
): Transaction => {
  const places: Waiting[] = []
  const { doc } = tr
  const before = tr.steps.length
  doc.nodesBetween(first, last, (node, pos) => {
    if (!node.isText) return true
    for (const found of (node.text ?? '').matchAll(MARKS)) {
      const from = tr.mapping.slice(before).map(pos + found.index)
      const $from = tr.doc.resolve(from)
      const isAlone =
        $from.depth === 1 && $from.parent.content.size === found[0].length && tr.doc.childCount > 1
      if (isAlone) tr.delete($from.before(1), $from.after(1))
      else tr.delete(from, from + found[0].length)
      const picture = brought[Number(found[1])]
      if (picture) places.push({ picture, pos: isAlone ? $from.before(1) : from })
      // Earlier places stand before this one, and stay.
    }
    return false
  })
  const others = waiting.map((one) => ({ ...one, pos: tr.mapping.map(one.pos) }))
  return tr.setMeta(waitingKey, [...others, ...places])
}

export const waitingIn = (state: Parameters<typeof waitingKey.getState>[0]): readonly Waiting[] =>
  waitingKey.getState(state) ?? []

const upload = async (view: EditorView, desk: PictureDesk): Promise<void> => {
  const many = waitingIn(view.state).length
  const done = toastWhile({ title: say.addingPictures(many) })
  try {
    for (;;) {
      const [next] = view.isDestroyed ? [] : waitingIn(view.state)
      if (!next) return
      const { type, bytes, alt } = next.picture
      const file = new File([bytes], `picture.${type.split('/')[1]}`, { type })
      const place = () => waitingIn(view.state)[0]?.pos ?? null
      await insertPicture(view, file, desk, place, alt ?? '')
      if (view.isDestroyed) return
      view.dispatch(view.state.tr.setMeta(waitingKey, waitingIn(view.state).slice(1)))
    }
  } finally {
    done()
  }
}
