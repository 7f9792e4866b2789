/**
 * Looks at a page before the browser parses it. A browser's parser walks all open elements at each tag, so that half a million
 * within each other end the page before anything of ours runs.
 */

/** Open elements inside each other, as far as names tell. Real pages have some dozens, and end tags may be left out. */
const DEEPEST = 2_000

/** They end by themselves, or have nothing in them. */
const NEVER_OPEN = new Set(
  'area base br col embed hr img input link meta param source track wbr p li dt dd td th tr thead tbody tfoot option optgroup colgroup rp rt'.split(
    ' ',
  ),
)

/** How deep it goes beyond what a parser takes; 0 for every real page. */
export const parserDepth = (html: string): number => {
  let depth = 0
  let deepest = 0
  for (const [, end, name] of html.matchAll(/<(\/?)([a-z][\w:-]{0,30})/gi)) {
    if (NEVER_OPEN.has(name!.toLowerCase())) continue
    depth = Math.max(0, depth + (end ? -1 : 1))
    deepest = Math.max(deepest, depth)
  }
  return Math.max(0, deepest - DEEPEST)
}

/** The words of a page that no parser takes, a line for each stretch between tags. */
export const wordsOnly = (html: string): string =>
  html
    .replace(/<(script|style)\b[^>]{0,4000}>[^<]{0,100000}<\/\1>/gi, ' ')
    .replace(/<[^<>]*>/g, '\n')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => `<p>${line.replace(/[<>]/g, ' ')}</p>`)
    .join('')
