/** Which panes are to be seen, how wide they are, and what brings one forward, in each of the three layouts. */
import { useState } from 'react'
import { clampWidth, keepLayout, keptLayout, type PaneLayout } from './pane-layout.ts'
import { type Room, useWidth } from './use-width.ts'

export type Pane = 'sources' | 'page' | 'evidence'
export const PANES: readonly Pane[] = ['sources', 'page', 'evidence']

export type Panes = {
  room: Room
  layout: PaneLayout
  isShown(pane: Pane): boolean
  /** Unfolds it, opens the drawer, or turns to its tab. */
  show(pane: Pane): void
  toggle(pane: 'sources' | 'evidence'): void
  setWidth(pane: 'sources' | 'evidence', width: number): void
}

export const usePanes = (): Panes => {
  const room = useWidth()
  const [layout, setLayout] = useState(keptLayout)
  const [drawer, setDrawer] = useState(false)
  const [tab, setTab] = useState<Pane>('page')

  const change = (next: Partial<PaneLayout>) => {
    const whole = { ...layout, ...next }
    setLayout(whole)
    keepLayout(whole)
  }
  const isShown = (pane: Pane): boolean => {
    if (room === 'narrow') return tab === pane
    if (pane === 'page') return true
    if (pane === 'evidence') return !layout.evidenceFolded
    return room === 'medium' ? drawer : !layout.sourcesFolded
  }
  const setShown = (pane: Pane, shown: boolean) => {
    if (room === 'narrow') setTab(shown ? pane : 'page')
    else if (pane === 'evidence') change({ evidenceFolded: !shown })
    else if (pane === 'sources' && room === 'medium') setDrawer(shown)
    else if (pane === 'sources') change({ sourcesFolded: !shown })
  }
  return {
    room,
    layout,
    isShown,
    show: (pane) => {
      if (!isShown(pane)) setShown(pane, true)
    },
    toggle: (pane) => setShown(pane, !isShown(pane)),
    setWidth: (pane, width) => change({ [pane]: clampWidth(width) }),
  }
}
