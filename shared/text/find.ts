/**
 * Finds typed words in a text as a reader means them: case, accents, kinds of quotation mark and line breaks make no
 * difference.
 */

export type Place = { start: number; end: number }

/** A text made ready to be searched; made once for many searches. */
export type Searchable = {
  readonly folded: string
  /** UTF-16 offset in the text of each code unit of `folded`; one more entry for the end. */
  readonly from: Uint32Array
}

const SAME: Record<string, string> = {
  '‘': "'",
  '’': "'",
  '‚': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
  '‐': '-',
  '‑': '-',
  '–': '-',
  '—': '-',
  '…': '...',
}
/** Letters with a stroke, which no decomposition takes apart. */
const STROKED: Record<string, string> = { ø: 'o', đ: 'd', ł: 'l', ħ: 'h', ß: 'ss', æ: 'ae', œ: 'oe', ı: 'i' }

const UNSEEN = /[\u00AD\u200B-\u200F\u2060-\u2064\uFEFF]/
const SPACE = /\s/u

const plain = (character: string): string => {
  const letters = character.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  return [...letters].map((letter) => SAME[letter] ?? STROKED[letter] ?? letter).join('')
}

/** Time and space are linear in the text. */
export const searchable = (text: string): Searchable => {
  const out: string[] = []
  const from: number[] = []
  let at = 0
  for (const character of text) {
    if (SPACE.test(character)) {
      if (out.length > 0 && out.at(-1) !== ' ') {
        out.push(' ')
        from.push(at)
      }
    } else if (!UNSEEN.test(character)) {
      const code = character.charCodeAt(0)
      // Plain letters are most of every text.
      const folded = code < 0x80 ? character.toLowerCase() : (SAME[character] ?? plain(character))
      for (const unit of folded) {
        out.push(unit)
        for (let i = 0; i < unit.length; i++) from.push(at)
      }
    }
    at += character.length
  }
  from.push(text.length)
  return { folded: out.join(''), from: Uint32Array.from(from) }
}

/** Every place where the typed words stand one behind the other, in order, none overlapping; at most `most`. */
export const findWords = (text: Searchable, typed: string, most = 2000): Place[] => {
  const words = searchable(typed).folded.trim()
  const places: Place[] = []
  if (words === '') return places
  for (let at = text.folded.indexOf(words); at >= 0 && places.length < most;) {
    const last = at + words.length - 1
    // The end of the last character, with the accents that were folded away.
    let end = last + 1
    while (end < text.from.length - 1 && text.from[end] === text.from[last]) end++
    places.push({ start: text.from[at]!, end: text.from[end]! })
    at = text.folded.indexOf(words, at + words.length)
  }
  return places
}
