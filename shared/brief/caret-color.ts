/** Which of the eight caret colours is a person's: the same one on every screen, chosen by the person's id. */

/** On light paper, in the order of the `--caret-N` tokens. A name always stands beside the colour. */
const ON_LIGHT = [
  '#0B6E4F',
  '#9C3D00',
  '#6B3FA0',
  '#0B5C8A',
  '#A3265C',
  '#5B6300',
  '#7A4B1E',
  '#1F5FBF',
] as const

/** 1–8, the N of `--caret-N`. */
export const caretOf = (personId: string): number => {
  let sum = 0
  for (const char of personId) sum = (sum * 31 + (char.codePointAt(0) ?? 0)) >>> 0
  return (sum % ON_LIGHT.length) + 1
}

/** As `#RRGGBB`, for programs that know no tokens. */
export const caretColor = (personId: string): string => ON_LIGHT[caretOf(personId) - 1]!
