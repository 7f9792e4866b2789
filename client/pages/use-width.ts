/** Which of the three layouts the window has room for. */
import { useSyncExternalStore } from 'react'

export type Room = 'narrow' | 'medium' | 'wide'

const narrow = '(max-width: 899px)'
const wide = '(min-width: 1280px)'

const subscribe = (listener: () => void) => {
  const lists = [matchMedia(narrow), matchMedia(wide)]
  for (const list of lists) list.addEventListener('change', listener)
  return () => {
    for (const list of lists) list.removeEventListener('change', listener)
  }
}

const read = (): Room =>
  matchMedia(narrow).matches ? 'narrow' : matchMedia(wide).matches ? 'wide' : 'medium'

export const useWidth = (): Room => useSyncExternalStore(subscribe, read)
