/** Which kind of list of references a text is, by how it begins. */
export type BibliographyFormat = 'bibtex' | 'ris' | 'csl'

/** Null for what is none. */
export const formatOf = (text: string): BibliographyFormat | null => {
  if (/^TY {1,2}- /m.test(text)) return 'ris'
  if (/^\uFEFF?\s*[[{]/.test(text)) return 'csl'
  if (/^[ \t]*@[ \t]*[a-z]+\s*[{(]/im.test(text)) return 'bibtex'
  return null
}
