/** The colour of a mark in a word, as readers of files offer them: people give each its own meaning. */

type Rgb = readonly [red: number, green: number, blue: number]

/** The colours of Zotero's reader; those of others are near them. */
const COLOURS: Record<string, Rgb> = {
  yellow: [255, 212, 0],
  red: [255, 102, 102],
  green: [95, 178, 54],
  blue: [46, 168, 229],
  purple: [162, 138, 229],
  magenta: [229, 110, 238],
  orange: [241, 152, 55],
  grey: [170, 170, 170],
}

/** Of three numbers from 0 to 255, or `#rrggbb`. Null for what is no colour. */
export const colourName = (colour: ArrayLike<number> | string | null | undefined): string | null => {
  const rgb = typeof colour === 'string' ? ofHex(colour) : colour
  if (!rgb || rgb.length !== 3) return null
  const far = (other: Rgb) => other.reduce((sum, each, i) => sum + (each - rgb[i]!) ** 2, 0)
  return Object.keys(COLOURS).toSorted((a, b) => far(COLOURS[a]!) - far(COLOURS[b]!))[0]!
}

const ofHex = (written: string): number[] | null => {
  const found = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})/i.exec(written.trim())
  return found ? found.slice(1).map((part) => parseInt(part, 16)) : null
}
