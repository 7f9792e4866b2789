/** Signs as a reader counts them: grapheme clusters (UAX 29), each of one or more characters. */

let segmenter: Intl.Segmenter | null = null

/** The last one; empty for an empty text. */
export const lastGrapheme = (text: string): string => {
  // Made when it is first asked for: it takes a while.
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' })
  return segmenter.segment(text).containing(text.length - 1)?.segment ?? ''
}
