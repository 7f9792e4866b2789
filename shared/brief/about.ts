/** What a brief says of itself: one value a field in the root map `about`. */
import type * as Y from 'yjs'
import { z } from 'zod'
import { roots } from './document.ts'

/** Of a title, in characters: no more than fits a page. */
export const TITLE_LIMIT = 500

export const about = z.object({
  title: z.string().catch('').default(''),
  /** BCP 47 tag of the language it is written in. */
  lang: z.string().catch('en-GB').default('en-GB'),
  /** YYYY-MM-DD; exports take their date from here, never from a clock. */
  date: z.string().nullable().catch(null).default(null),
  authors: z.array(z.string()).catch([]).default([]),
  /** TLP 2.0 label or free text. */
  handling: z.string().nullable().catch(null).default(null),
  embargoUntil: z.string().nullable().catch(null).default(null),
  template: z.string().nullable().catch(null).default(null),
  /** Citation style; 'numeric' until a CSL style is chosen. */
  style: z.string().catch('numeric').default('numeric'),
  /** The text of the brief's own CSL style, which `style: 'own'` chooses. */
  ownStyle: z.string().nullable().catch(null).default(null),
})
export type About = z.infer<typeof about>

export const readAbout = (doc: Y.Doc): About => about.parse(roots(doc).about.toJSON())

/** Sets the given fields, and only those: two people may change two fields at once. */
export const changeAbout = (doc: Y.Doc, change: Partial<About>): void => {
  const map = roots(doc).about
  doc.transact(() => {
    for (const [field, value] of Object.entries(change)) map.set(field, value)
  })
}
