/** Draws excerpts over pages without touching their text layers (CSS Custom Highlight API); all pages share two names. */
const EXCERPT = 'vouch-excerpt'
const SHOWN = 'vouch-excerpt-shown'

const highlightOf = (name: string): Highlight => {
  const there = CSS.highlights.get(name)
  if (there) return there
  const made = new Highlight()
  CSS.highlights.set(name, made)
  return made
}

/** Returns its undoing. A browser without highlights shows the pages without them. */
export const highlightRanges = (marks: readonly Range[], shown: readonly Range[]): (() => void) => {
  if (typeof Highlight === 'undefined') return () => undefined
  for (const range of marks) highlightOf(EXCERPT).add(range)
  for (const range of shown) highlightOf(SHOWN).add(range)
  highlightOf(SHOWN).priority = 1
  return () => {
    for (const range of marks) highlightOf(EXCERPT).delete(range)
    for (const range of shown) highlightOf(SHOWN).delete(range)
  }
}
