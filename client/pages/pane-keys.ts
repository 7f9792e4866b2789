/** The keys that hold for the whole brief page; null where a key keeps its own meaning. Ctrl stands for ⌘ elsewhere. */
export type PaneKey =
  | { is: 'next pane'; by: 1 | -1 }
  | { is: 'fold'; pane: 'sources' | 'evidence' }
  | { is: 'palette' }
  | { is: 'shortcuts' }

type Pressed = {
  key: string
  code: string
  shiftKey: boolean
  altKey: boolean
  ctrlKey: boolean
  metaKey: boolean
}

export const paneKey = ({ key, code, shiftKey, altKey, ctrlKey, metaKey }: Pressed): PaneKey | null => {
  if (key === 'F6' && !altKey && !ctrlKey && !metaKey) return { is: 'next pane', by: shiftKey ? -1 : 1 }
  if ((metaKey || ctrlKey) && !altKey && !shiftKey && key.toLowerCase() === 'k') return { is: 'palette' }
  // On many layouts / is written with Shift.
  if ((metaKey || ctrlKey) && !altKey && key === '/') return { is: 'shortcuts' }
  // By position: with Alt, most layouts write another character. AltGr is Ctrl+Alt on Windows and writes [ and ] on
  // some layouts, but then at other positions.
  if ((metaKey || ctrlKey) && altKey && code === 'BracketLeft') return { is: 'fold', pane: 'sources' }
  if ((metaKey || ctrlKey) && altKey && code === 'BracketRight') return { is: 'fold', pane: 'evidence' }
  return null
}
