/** A picture of the page: as the server has it, or from this device as long as it waits here. */
import type { Node } from '@tiptap/pm/model'
import { NodeSelection } from '@tiptap/pm/state'
import type { EditorView, NodeView } from '@tiptap/pm/view'
import type { KeptPicture, KeptPictures } from '../../brief/kept-pictures.ts'
import { Picture } from '../../../shared/editor/blocks.ts'
import { say } from '../../words/en/editor.ts'
import { without } from './block-moves.ts'
import { element } from './drawn-element.ts'

export type PictureActions = {
  describePicture(pos: number): void
  /** It came from a brief that this person reads: this one is to hold it too. */
  holdPicture(sha256: string): Promise<unknown>
  pictures: Pick<KeptPictures, 'known' | 'shown' | 'again'>
}

/** Milliseconds. What the server takes at once needs no words. */
const SENT_AT_ONCE = 1_500

const addressOf = (sha256: string) => `/api/captures/${sha256}/bytes`

export const pictureWithView = (actions: PictureActions) =>
  Picture.extend({
    addNodeView() {
      return ({ node, view, getPos }) => pictureView(node, view, getPos, actions)
    },
  })

const textOf = (value: unknown): string | null => (typeof value === 'string' && value ? value : null)

const pictureView = (
  first: Node,
  view: EditorView,
  getPos: () => number | undefined,
  { describePicture, holdPicture, pictures }: PictureActions,
): NodeView => {
  let node = first
  const dom = element('div', 'figure-picture')
  dom.dataset.picture = ''
  dom.contentEditable = 'false'
  const image = document.createElement('img')
  image.draggable = false
  const missing = element('p', 'picture-missing')
  const waits = waitingLine({
    again: () => pictures.again(String(node.attrs.waiting)),
    remove() {
      const pos = getPos()
      if (pos === undefined) return
      const $pos = view.state.doc.resolve(pos)
      view.dispatch(without(view.state, { node: $pos.parent, pos: $pos.before() }))
      view.focus()
    },
  })
  const describe = element('button', 'picture-describe link-button', say.describeThisPicture)
  describe.type = 'button'
  describe.title = say.whyDescribe
  describe.addEventListener('mousedown', (event) => event.preventDefault())
  describe.addEventListener('click', () => {
    const pos = getPos()
    if (pos !== undefined) describePicture(pos)
  })
  /** Bytes of this device that are shown, and the address they have on this page. */
  let here: { bytes: Blob; address: string } | null = null
  let asked = false
  const notShown = (words: string) => {
    missing.textContent = words
    dom.classList.add('missing')
  }
  const letGo = () => {
    if (here) URL.revokeObjectURL(here.address)
    here = null
  }
  image.addEventListener('error', () => {
    const { sha256 } = node.attrs
    notShown(sha256 ? say.pictureNotHere : say.pictureCannotBeDrawn)
    if (asked || !view.editable || typeof sha256 !== 'string') return
    asked = true
    // Another address: the browser remembers what the first one answered.
    holdPicture(sha256).then(
      () => (image.src = `${addressOf(sha256)}?held`),
      () => undefined,
    )
  })
  image.addEventListener('load', () => {
    dom.classList.remove('missing')
    // Until the server's picture is there, this device's own is shown.
    if (node.attrs.sha256) letGo()
  })
  image.addEventListener('click', () => {
    const pos = getPos()
    if (pos === undefined || !view.editable) return
    view.dispatch(view.state.tr.setSelection(NodeSelection.create(view.state.doc, pos)))
    view.focus()
  })

  const drawStored = (sha256: string) => {
    waits.say(null)
    if (!image.src.includes(addressOf(sha256))) image.src = addressOf(sha256)
  }
  const drawWaiting = (waiting: string) => {
    pictures.shown(waiting)
    const known = pictures.known.get()
    const kept = known?.get(waiting) ?? null
    waits.say(kept)
    if (kept && kept.picture !== here?.bytes) {
      letGo()
      here = { bytes: kept.picture, address: URL.createObjectURL(kept.picture) }
      image.src = here.address
    } else if (!kept && known) notShown(say.pictureOnItsWay(textOf(node.attrs.from)))
  }
  const draw = () => {
    const { alt, width, height } = node.attrs as Record<string, string | number | null>
    const [sha256, waiting] = [textOf(node.attrs.sha256), textOf(node.attrs.waiting)]
    if (sha256) drawStored(sha256)
    else if (waiting) drawWaiting(waiting)
    else notShown(say.noPictureCame)
    image.alt = String(alt ?? '')
    if (width && height) {
      image.width = Number(width)
      image.height = Number(height)
      missing.style.aspectRatio = `${width} / ${height}`
      missing.style.maxInlineSize = `${width}px`
    }
    describe.hidden = Boolean(alt) || !view.editable
  }
  dom.append(image, missing, waits.dom, describe)
  draw()
  const stop = pictures.known.subscribe(() => {
    if (textOf(node.attrs.waiting) && !textOf(node.attrs.sha256)) draw()
  })
  return {
    dom,
    update(next) {
      if (next.type !== node.type) return false
      node = next
      draw()
      return true
    },
    ignoreMutation: () => true,
    stopEvent: (event) => event.target instanceof Element && event.target.closest('button') !== null,
    destroy() {
      stop()
      waits.say(null)
      letGo()
    },
  }
}

/** Below a picture of this device: that it waits, or why the server did not take it, and what can be done. */
const waitingLine = ({ again, remove }: { again: () => void; remove: () => void }) => {
  const dom = element('div', 'picture-waits')
  dom.hidden = true
  let timer: ReturnType<typeof setTimeout> | undefined
  let said: string | undefined
  const show = (words: HTMLElement[]) => {
    dom.replaceChildren(...words)
    dom.hidden = words.length === 0
  }
  const button = (words: string, act: () => void) => {
    const made = element('button', 'button plain', words)
    made.type = 'button'
    made.addEventListener('mousedown', (event) => event.preventDefault())
    made.addEventListener('click', act)
    return made
  }
  return {
    dom,
    say(kept: KeptPicture | null) {
      const now = kept ? (kept.refused ?? '') : undefined
      if (now === said) return
      said = now
      clearTimeout(timer)
      show([])
      if (now === '') timer = setTimeout(() => show([element('p', '', say.pictureWaits)]), SENT_AT_ONCE)
      else if (now) {
        const why = element('p', '', now)
        why.setAttribute('role', 'alert')
        show([why, button(say.tryAgain, again), button(say.removePicture, remove)])
      }
    },
  }
}
