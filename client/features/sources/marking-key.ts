/** What a key does in the reader; null where it keeps its own meaning. */
import type { Unit } from './caret-steps.ts'

export type MarkingKey =
  | { is: 'go'; to: number | 'first' | 'last' }
  | { is: 'extend'; unit: Unit; forward: boolean }
  | { is: 'enter' }
  | { is: 'to bar' }
  | { is: 'let go' }
  | { is: 'find' }

type Pressed = { key: string; shiftKey: boolean; altKey: boolean; ctrlKey: boolean; metaKey: boolean }

export const markingKey = ({ key, shiftKey, altKey, ctrlKey, metaKey }: Pressed): MarkingKey | null => {
  // Ctrl+Shift+arrows mark by word in other programs as well; ⌘ and Alt alone belong to the browser.
  if (metaKey || (ctrlKey && !shiftKey) || (altKey && !shiftKey)) return null
  const forward = key === 'ArrowRight' || key === 'ArrowDown'
  if (shiftKey && (key === 'ArrowLeft' || key === 'ArrowRight'))
    return { is: 'extend', unit: altKey ? 'character' : 'word', forward }
  if (shiftKey && (key === 'ArrowUp' || key === 'ArrowDown'))
    return { is: 'extend', unit: 'sentence', forward }
  if (shiftKey) return null
  if (key === 'ArrowDown') return { is: 'go', to: 1 }
  if (key === 'ArrowUp') return { is: 'go', to: -1 }
  if (key === 'Home') return { is: 'go', to: 'first' }
  if (key === 'End') return { is: 'go', to: 'last' }
  if (key === 'Enter') return { is: 'enter' }
  if (key === 'Tab') return { is: 'to bar' }
  if (key === 'Escape') return { is: 'let go' }
  if (key === '/') return { is: 'find' }
  return null
}
