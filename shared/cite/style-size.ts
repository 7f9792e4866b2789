/**
 * Whether a style stays of a usable size once its macros are written out: citeproc puts the content of a macro wherever it is
 * called, so a short file of macros that call each other twice would fill any memory.
 */

/** Elements once written out. Chicago's styles, the largest that are known, have three to four million, most behind conditions. */
const MOST = 10_000_000

const MACRO = /<macro\b[^>]*?\bname\s*=\s*(?:"([^"]*)"|'([^']*)')[^>]*>([\s\S]*?)<\/macro\s*>/g
const CALL = /\bmacro\s*=\s*(?:"([^"]*)"|'([^']*)')/g

const callsIn = (xml: string): string[] => [...xml.matchAll(CALL)].map(([, a, b]) => a ?? b ?? '')
const elementsIn = (xml: string): number => xml.split('<').length

export const isUsableSize = (csl: string): boolean => {
  const text = csl.replace(/<!--[\s\S]*?-->/g, '')
  const macros = new Map([...text.matchAll(MACRO)].map(([, a, b, inside]) => [a ?? b ?? '', inside!]))
  const sizes = new Map<string, number>()
  const sizeOf = (name: string): number => {
    const known = sizes.get(name)
    if (known !== undefined) return known
    // A macro that comes back to itself has no end.
    sizes.set(name, Infinity)
    const size = sizeOfText(macros.get(name) ?? '')
    sizes.set(name, size)
    return size
  }
  const sizeOfText = (xml: string): number =>
    callsIn(xml).reduce((sum, name) => sum + sizeOf(name), elementsIn(xml))
  return sizeOfText(text.replace(MACRO, '')) <= MOST
}
