/**
 * Where a passage stands in a saved copy: the numbers of its paragraphs, as the reader shows them and as locators name them. Headings are not
 * counted; list items, quotations, code and table rows are.
 */
export type Countable = { kind: string; start: number; end: number }
export type PageName = { page: number; label?: string | undefined; start: number }

/** The number of each block, from 1; null for a heading. */
export const paragraphNumbers = (blocks: readonly Countable[]): (number | null)[] => {
  let n = 0
  return blocks.map((block) => (block.kind === 'heading' ? null : ++n))
}

/** The CSL locator of a passage: its page, as the page is called in print, where the copy has pages; else its paragraph. */
export const passageLocator = (
  { blocks, pages }: { blocks: readonly Countable[]; pages?: readonly PageName[] | undefined },
  start: number,
  end: number,
): { label: string; locator: string } | null => {
  if (!pages || pages.length === 0) return paragraphLocator(blocks, start, end)
  const first = pages.findLast((page) => page.start <= start) ?? pages[0]!
  const last = pages.findLast((page) => page.start < end) ?? first
  const [from, to] = [first, last].map(({ page, label }) => label ?? String(page))
  return { label: 'page', locator: from === to ? from! : `${from}-${to}` }
}

/** The CSL locator of a passage: "4", or "4-6" across paragraphs; null where it touches none. */
export const paragraphLocator = (
  blocks: readonly Countable[],
  start: number,
  end: number,
): { label: string; locator: string } | null => {
  const numbers = paragraphNumbers(blocks)
  const touched = numbers.filter((n, i) => n !== null && blocks[i]!.start < end && blocks[i]!.end > start)
  const [first, last] = [touched[0], touched.at(-1)]
  if (first == null || last == null) return null
  return { label: 'paragraph', locator: first === last ? `${first}` : `${first}-${last}` }
}
