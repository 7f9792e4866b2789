/** Pictures by paste, drop or file: kept on this device and put on the page as a figure with an empty caption; the server has them later. */
import { NodeSelection, Plugin, type Selection, TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import type { Person } from '../../../shared/brief/document.ts'
import type { StoredPicture } from '../../../shared/brief/waiting-pictures.ts'
import { pictureEdge } from '../../../shared/capture/picture-edge.ts'
import { NotReached, sentenceOf } from '../../api.ts'
import { toast } from '../../ui/toast.ts'
import { say } from '../../words/en/editor.ts'

export type PictureDesk = {
  /** Puts it on this device; resolves with what the text is to call it. Rejects when the device does not keep it. */
  keep(picture: Blob): Promise<string>
  /** Gives it to the server at once. */
  add(picture: Blob): Promise<StoredPicture>
  me: () => Person
  /** Asks for words for the picture at this place. */
  describePicture(pos: number): void
}

const isPictureFile = ({ type }: File) => type.startsWith('image/')

/** What the page says of it. Throws Refusal for what is no picture. */
const named = async (file: File, { keep, add, me }: PictureDesk): Promise<Record<string, unknown>> => {
  // Read now: the file may be gone by the time it is sent.
  const bytes = new Uint8Array(await file.arrayBuffer())
  const picture = new Blob([bytes], { type: pictureEdge(bytes) })
  const waiting = await keep(picture).catch(() => null)
  if (waiting) return { waiting, from: me().name, ...(await sizeOf(picture)) }
  const { sha256, width, height } = await add(picture)
  return { sha256, width, height }
}

/** In points, as it is drawn; nothing for what cannot be drawn here. */
const sizeOf = async (picture: Blob): Promise<{ width?: number; height?: number }> => {
  const drawn = await createImageBitmap(picture).catch(() => null)
  if (!drawn) return {}
  const { width, height } = drawn
  drawn.close()
  return { width, height }
}

/**
 * At the caret; or behind the block at `place`, which is asked for once the picture is there. Words for it are asked for where none are
 * given. Refusals are said in a sentence, and the page stays as it was.
 */
export const insertPicture = async (
  view: EditorView,
  file: File,
  desk: PictureDesk,
  place: () => number | null = () => null,
  alt: string | null = null,
): Promise<void> => {
  try {
    const from = putFigure(view, { ...(await named(file, desk)), ...(alt && { alt }) }, place)
    // Else it came among words, whose writer is further on already.
    if (from !== null && alt === null) describeAt(view, from, desk)
  } catch (error) {
    toast({
      title: file.name,
      description: error instanceof NotReached ? say.pictureNotKept : sentenceOf(error),
    })
  }
}

/** One that lies on this device, and that no text names. */
export const putWaiting = async (
  view: EditorView,
  waiting: string,
  picture: Blob,
  desk: PictureDesk,
): Promise<void> => {
  const from = putFigure(view, { waiting, from: desk.me().name, ...(await sizeOf(picture)) }, () => null)
  if (from !== null) describeAt(view, from, desk)
}

/** The caret goes into its caption. */
const describeAt = (view: EditorView, from: number, { describePicture }: PictureDesk): void => {
  const { doc, tr } = view.state
  tr.setSelection(TextSelection.create(doc, from + doc.nodeAt(from)!.nodeSize - 2))
  view.dispatch(tr.scrollIntoView())
  view.focus()
  describePicture(from + 1)
}

/** Returns where it stands now; null where nobody may write any more. */
const putFigure = (
  view: EditorView,
  attributes: Record<string, unknown>,
  place: () => number | null,
): number | null => {
  if (view.isDestroyed || !view.editable) return null
  const { schema, selection, tr } = view.state
  const figure = schema.nodes.figure!.create(null, [
    schema.nodes.picture!.create(attributes),
    schema.nodes.caption!.create(),
  ])
  const at = place()
  const $at = at === null ? selection.$to : tr.doc.resolve(Math.min(at, tr.doc.content.size))
  const line = $at.depth === 1 && $at.parent.type.name === 'paragraph' ? $at.parent : null
  // An empty paragraph gives way to it; within a table or a list it goes behind the whole.
  const isEmpty = line?.content.size === 0
  const from = isEmpty ? $at.before(1) : $at.depth === 0 ? $at.pos : $at.after(1)
  tr.replaceWith(from, isEmpty ? $at.after(1) : from, figure)
  if (from + figure.nodeSize === tr.doc.content.size)
    tr.insert(tr.doc.content.size, schema.nodes.paragraph!.create())
  view.dispatch(tr)
  return from
}

/** Lets a person choose a file. */
export const choosePicture = (view: EditorView, desk: PictureDesk): void => {
  const input = document.createElement('input')
  input.type = 'file'
  input.accept = 'image/png,image/jpeg,image/gif,image/webp'
  input.addEventListener('change', () => {
    const [file] = input.files ?? []
    if (file) void insertPicture(view, file, desk)
  })
  input.click()
}

/** Takes files that are pasted or dropped. Words that come with a picture (a copied table has one) go before it. */
export const takePictures = (desk: PictureDesk) =>
  new Plugin({
    props: {
      handlePaste(view, event) {
        const data = event.clipboardData
        const files = [...(data?.files ?? [])].filter(isPictureFile)
        if (files.length === 0 || data?.types.includes('text/plain')) return false
        // A picture that is copied in a browser brings its address along, and nothing else.
        if (data?.types.includes('text/html') && !isOnePicture(data.getData('text/html'))) return false
        void inTurn(files, (file) => insertPicture(view, file, desk))
        return true
      },
      handleDrop(view, event) {
        const files = [...(event.dataTransfer?.files ?? [])]
        if (files.length === 0) return false
        event.preventDefault()
        const pictures = files.filter(isPictureFile)
        if (pictures.length === 0)
          toast({
            title: files[0]!.name,
            description: say.onlyPictures,
          })
        const pos = view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos ?? null
        void inTurn(pictures, (file) => insertPicture(view, file, desk, () => pos))
        return true
      },
      handleDOMEvents: {
        cut: selectFigure,
        copy: selectFigure,
      },
    },
  })

const isOnePicture = (html: string): boolean => {
  const { body } = new DOMParser().parseFromString(html, 'text/html')
  return body.querySelectorAll('img').length === 1 && body.textContent.trim() === ''
}

const isPictureSelected = (selection: Selection): selection is NodeSelection =>
  selection instanceof NodeSelection && selection.node.type.name === 'picture'

/** In place of the picture in it: a figure is nothing without its picture. The page's own handling follows. */
export const selectFigure = (view: EditorView): false => {
  const { selection, doc, tr } = view.state
  if (isPictureSelected(selection))
    view.dispatch(tr.setSelection(NodeSelection.create(doc, selection.$from.before())))
  return false
}

const inTurn = async (files: readonly File[], each: (file: File) => Promise<void>) => {
  for (const file of files) await each(file)
}
