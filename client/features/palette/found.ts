/** What the palette offers, and which of it fits the words that were typed. */

export type PaletteItem = {
  /** Unique in the palette. */
  id: string
  name: string
  /** Beside the name: an author, a year. */
  hint?: string
  /** Other words a person may type for it. */
  also?: string
  /** As `keyText` takes them. */
  keys?: string
  /** Levels below the largest, for what is drawn farther in. */
  depth?: number
  run(): void
}

export type PaletteGroup = { name: string; items: readonly PaletteItem[] }

/** Of a group, while words narrow it: more than a person reads. */
const SHOWN = 30

const fold = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

/** 3: its name begins so, 2: a word of its name, or it is called so besides, 1: all words stand somewhere, 0: it does not fit. */
const fitOf = ({ name, hint = '', also = '' }: PaletteItem, words: string): number => {
  const called = fold(name)
  if (called.startsWith(words)) return 3
  if (` ${called}`.includes(` ${words}`) || ` ${fold(also)} `.includes(` ${words} `)) return 2
  const all = ` ${called} ${fold(hint)} ${fold(also)}`
  return words.split(/\s+/).every((word) => all.includes(` ${word}`)) ? 1 : 0
}

/** Groups in their order, in each the best first; groups without a fit are left out. Nothing typed: all of it. */
export const found = (groups: readonly PaletteGroup[], typed: string): PaletteGroup[] => {
  const words = fold(typed).trim()
  return groups
    .map(({ name, items }) => {
      if (words === '') return { name, items: items.slice(0, SHOWN) }
      const fits = items.map((item) => ({ item, fit: fitOf(item, words) })).filter(({ fit }) => fit > 0)
      return {
        name,
        items: fits
          .toSorted((a, b) => b.fit - a.fit)
          .slice(0, SHOWN)
          .map(({ item }) => item),
      }
    })
    .filter(({ items }) => items.length > 0)
}
