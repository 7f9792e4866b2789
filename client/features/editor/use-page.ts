/** The page's editor in an element: the one that was opened early, or a new one. */
import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { EditorHandle } from '../../brief/editor-handle.ts'
import type { OpenBrief } from '../../brief/open-brief.ts'
import { createStore } from '../../brief/store.ts'
import { useStore } from '../../brief/use-store.ts'
import { moveElement } from '../../ui/move-element.ts'
import { takeEarlyPage } from './early-page.ts'
import type { OpenEditor } from './open-editor.ts'
import { type AroundPage, openPage, type OpenPage } from './open-page.ts'

type Drawn = AroundPage & { onReady: (handle: EditorHandle) => void }

/** Null until it is there. `onDrawn` is told that its text can be read. */
export const usePage = (
  host: RefObject<HTMLElement | null>,
  open: OpenBrief,
  canWrite: boolean,
  drawn: Drawn,
  onDrawn: (isDrawn: boolean) => void,
): OpenEditor | null => {
  const [shown] = useState(() => createStore<OpenEditor | null>(null))
  const latest = useRef(drawn)
  // Before the effects below, which hand it on.
  useLayoutEffect(() => {
    latest.current = drawn
  })
  const isTaken = useRef(false)

  const show = useCallback(
    (page: OpenPage) => {
      shown.set(page.editor)
      onDrawn(true)
      latest.current.onReady(page.editor.handle)
      return () => {
        shown.set(null)
        page.editor.close()
        page.element.remove()
      }
    },
    [onDrawn, shown],
  )

  // Before the browser paints: it may be written in while the page grows around it.
  useLayoutEffect(() => {
    const into = host.current
    const early = into && takeEarlyPage(open.doc, canWrite)
    isTaken.current = Boolean(early)
    if (!early) return
    take(early.page, into)
    early.surround(() => latest.current)
    return show(early.page)
  }, [host, open, canWrite, show])

  useEffect(() => {
    const into = host.current
    if (!into || isTaken.current) return
    const element = document.createElement('div')
    into.append(element)
    return show(openPage(open, { canWrite, around: () => latest.current, element }))
  }, [host, open, canWrite, show])

  return useStore(shown)
}

/** With the place that was read, and the caret. */
const take = ({ element, editor }: OpenPage, into: HTMLElement) => {
  const { view } = editor.editor
  const hadFocus = view.hasFocus()
  const scrolled = element.closest('#first-text')?.scrollTop ?? 0
  moveElement(element, into)
  const scroll = into.closest('.pane-scroll')
  if (scroll) scroll.scrollTop = scrolled
  // An element that moves takes the focus along where the browser can, and the selection nowhere.
  if (hadFocus) view.focus()
}
