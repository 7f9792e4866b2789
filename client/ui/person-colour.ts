/**
 * The colour of a person's caret and initials: one of the eight `--caret-N` tokens, chosen by the person's id, so
 * that everybody sees the same one, light or dark.
 */
export const personColour = (personId: string): string => {
  let sum = 0
  for (const char of personId) sum = (sum * 31 + (char.codePointAt(0) ?? 0)) >>> 0
  return `var(--caret-${(sum % 8) + 1})`
}
