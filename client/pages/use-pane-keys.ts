/** F6 from pane to pane, the keys that fold them, Esc back to the text, and the keys of the palette. */
import { type RefObject, useEffect, useRef } from 'react'
import type { EditorHandle } from '../brief/editor-handle.ts'
import { paneKey } from './pane-keys.ts'
import { type Pane, PANES, type Panes } from './use-panes.ts'

type Needs = {
  root: RefObject<HTMLElement | null>
  panes: Panes
  editor: EditorHandle | null
  onAsk: (asked: 'palette' | 'shortcuts') => void
}

export const usePaneKeys = (needs: Needs): void => {
  const latest = useRef(needs)
  useEffect(() => {
    latest.current = needs
  })
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return
      const { root, panes, editor, onAsk } = latest.current
      const inPane = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-pane]') : null
      const here = (inPane?.dataset.pane ?? 'page') as Pane

      // Fields keep Esc for themselves; a floating layer closes by it and stands outside of every pane.
      if (event.key === 'Escape' && inPane && here !== 'page' && !isField(event.target)) {
        event.preventDefault()
        // A drawer lies over the text that one goes back to.
        if (here === 'sources' && panes.room === 'medium') panes.toggle('sources')
        return toPane(root.current, 'page', editor)
      }
      const does = paneKey(event)
      if (!does) return
      event.preventDefault()
      if (does.is === 'palette' || does.is === 'shortcuts') return onAsk(does.is)
      if (does.is === 'fold') {
        if (panes.isShown(does.pane) && here === does.pane) toPane(root.current, 'page', editor)
        return panes.toggle(does.pane)
      }
      const shown = PANES.filter(panes.isShown)
      const at = shown.indexOf(here)
      const next = shown[(at + does.by + shown.length) % shown.length]
      if (next) toPane(root.current, next, editor)
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
}

const isField = (target: EventTarget | null) =>
  target instanceof Element && target.matches('input, textarea, select, [contenteditable="true"]')

const toPane = (root: HTMLElement | null, pane: Pane, editor: EditorHandle | null) => {
  if (pane === 'page' && editor) editor.focus()
  else root?.querySelector<HTMLElement>(`[data-pane="${pane}"]`)?.focus()
}
