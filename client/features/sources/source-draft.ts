/** The details of a source as a form holds them, all text, and back to a CSL item. */
import type { CslItem } from '../../../shared/cite/csl.ts'
import { authorsText, dateText, parseAuthors, parseDate } from './csl-fields.ts'

export type SourceDraft = {
  type: string
  title: string
  author: string
  outlet: string
  date: string
  address: string
  origin: string
}

export const emptyDraft = (type: string): SourceDraft => ({
  type,
  title: '',
  author: '',
  outlet: '',
  date: '',
  address: '',
  origin: '',
})

/** Reports and books name their publisher where articles name the paper they stand in. */
const outletField = (type: string) =>
  ['report', 'book', 'legislation', 'document'].includes(type) ? 'publisher' : 'container-title'

export const draftOf = (item: CslItem, origin: string | null): SourceDraft => ({
  type: item.type,
  title: item.title ?? '',
  author: authorsText(item.author),
  outlet: item['container-title'] ?? item.publisher ?? '',
  date: dateText(item.issued),
  address: item.URL ?? '',
  origin: origin ?? '',
})

/** An address without its scheme gets one; white space around a field is nobody's meaning. */
const addressOf = (typed: string): string | undefined => {
  const text = typed.trim()
  if (text === '') return undefined
  return /^[a-z][a-z0-9+.-]*:/i.test(text) || !/^[\w-]+(\.[\w-]+)+/.test(text) ? text : `https://${text}`
}

const said = (typed: string): string | undefined => typed.trim() || undefined

/**
 * The fields that the form holds, as a change: undefined takes a field away. Author and date stay as they were
 * kept unless their words were changed, because a form shows less than CSL can say.
 */
export const itemChange = (draft: SourceDraft, before?: CslItem): Partial<CslItem> & { type: string } => {
  const old = before && draftOf(before, null)
  const outlet = outletField(draft.type)
  return {
    type: draft.type,
    title: said(draft.title),
    author: old && old.author === draft.author ? before.author : parseAuthors(draft.author),
    issued: old && old.date === draft.date ? before.issued : parseDate(draft.date),
    URL: addressOf(draft.address),
    ...(old && old.outlet === draft.outlet && old.type === draft.type
      ? {}
      : {
          [outlet]: said(draft.outlet),
          [outlet === 'publisher' ? 'container-title' : 'publisher']: undefined,
        }),
  }
}

/** A new item: only what was given. */
export const itemOf = (draft: SourceDraft): CslItem => {
  const given = Object.entries(itemChange(draft)).filter(([, value]) => value !== undefined)
  return { type: draft.type, ...Object.fromEntries(given) }
}
