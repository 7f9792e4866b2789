/** The colour of a person's caret and initials, light or dark: one of the `--caret-N` tokens, by the person's id. */
import { caretOf } from '../../shared/brief/caret-color.ts'

export const personColour = (personId: string): string => `var(--caret-${caretOf(personId)})`
