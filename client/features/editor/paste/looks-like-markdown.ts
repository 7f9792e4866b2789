/**
 * Whether a text was written as Markdown. It is a guess: one sign that nobody writes by chance, a list, or two weak signs. A wrong one
 * is taken back by one step of undo.
 */

const STRONG = [
  /^#{1,6} \S/m,
  /^(```|~~~)[\w+-]*\s*$/m,
  /^\|?\s*:?-{3,}:?\s*\|[\s|:-]*$/m,
  /^\[\^[\w-]+\]: \S/m,
  /^\s*[-*+] \[[ xX]\] \S/m,
  /(?<!\S)!?\[[^\]\n]{1,300}\]\((?:https?:\/\/|mailto:)[^)\s]{1,2000}\)/,
  /^\s*[-*+] \S.*\n+\s*[-*+] \S/m,
  /^\s*\d{1,3}[.)] \S.*\n+\s*\d{1,3}[.)] \S/m,
]
const WEAK = [
  /(?<![\w*])\*\*[^\s*][^*\n]{0,300}\*\*(?![\w*])/,
  /(?<![\w_])__[^\s_][^_\n]{0,300}__(?![\w_])/,
  /(?<![\w*])\*[^\s*][^*\n]{0,300}\*(?![\w*])/,
  /(?<![\w_])_[^\s_][^_\n]{0,300}_(?![\w_])/,
  /^> \S/m,
  /(?<!`)`[^`\n]{1,200}`(?!`)/,
  /^.+\n(=|-){3,}\s*$/m,
]

/** In characters. More is a book, and is imported as a brief of its own. */
const LONGEST = 1_000_000

export const looksLikeMarkdown = (text: string): boolean =>
  text.length <= LONGEST &&
  // A script, or a page's source.
  !/^(?:#!|<[!a-z])/i.test(text.trimStart()) &&
  (STRONG.some((sign) => sign.test(text)) || WEAK.filter((sign) => sign.test(text)).length >= 2)
