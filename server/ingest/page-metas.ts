/** The meta elements of a page by their names: as `name`, `property` or `itemprop`, in any case, `DC.` or `dc:`. */
import { oneLine } from '../../shared/capture/text-blocks.ts'

const LENGTH = 500
/** A page has some fifty; papers with many authors have one for each. */
const ELEMENTS = 1000

export const metasOf = (document: Document) => {
  const found = new Map<string, string[]>()
  for (const element of [...document.querySelectorAll('meta[content]')].slice(0, ELEMENTS)) {
    const name =
      element.getAttribute('name') ??
      element.getAttribute('property') ??
      element.getAttribute('http-equiv') ??
      element.getAttribute('itemprop')
    const content = oneLine((element.getAttribute('content') ?? '').slice(0, LENGTH * 4)).slice(0, LENGTH)
    if (!name || content === '') continue
    const key = name
      .trim()
      .toLowerCase()
      .replace(/^(dc|dcterms|prism|bepress)[.:]/, '$1.')
    found.set(key, [...(found.get(key) ?? []), content])
  }
  /** All of the first of these names that there is. */
  const metas = (...names: string[]): string[] => names.map((name) => found.get(name)).find(Boolean) ?? []
  return { metas, meta: (...names: string[]): string | undefined => metas(...names)[0] }
}
