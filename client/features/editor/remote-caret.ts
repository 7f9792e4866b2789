/** A colleague's caret and selection: their colour, and their name on a small flag above the line. */
import type { DecorationAttrs } from '@tiptap/pm/view'
import { personColour } from '../../ui/person-colour.ts'
import { say } from '../../words/en/editor.ts'

type User = Record<string, unknown>

const colourOf = (user: User) => personColour(String(user.id ?? user.name ?? ''))

export const drawCaret = (user: User): HTMLElement => {
  const caret = document.createElement('span')
  caret.className = 'caret'
  caret.style.setProperty('--person', colourOf(user))
  const name = document.createElement('span')
  name.className = 'caret-name'
  name.textContent = String(user.name ?? say.aColleague)
  // The joiners keep the line from breaking at the caret.
  caret.append('\u2060', name, '\u2060')
  return caret
}

export const drawSelection = (user: User): DecorationAttrs => ({
  class: 'caret-selection',
  style: `--person: ${colourOf(user)}`,
})
