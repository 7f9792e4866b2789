/** The headline of a pasted text, when it opens with one: a short first line that ends like no sentence. */

/** Longer lines are paragraphs. */
const LONGEST = 160

export const titleFromText = (text: string): string | undefined => {
  const lines = text.split(/\r\n?|\n/).filter((line) => line.trim() !== '')
  const first = lines[0]
    ?.replace(/^#+\s+/, '')
    .replace(/\s+/g, ' ')
    .trim()
  if (!first || lines.length < 2 || first.length > LONGEST || /[.:;,]$/.test(first)) return undefined
  return first
}
