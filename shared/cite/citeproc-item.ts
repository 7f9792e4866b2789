/**
 * A work as citeproc takes it: fields of other shapes than CSL's are left out, for one of them would end the formatting of a
 * whole brief. `note` stays here, since citeproc reads further fields out of it.
 */
import { type CslItem, cslDate, cslName } from './csl.ts'

const NAMES = new Set(
  'author chair collection-editor compiler composer container-author contributor curator director editor editor-translator editorial-director executive-producer guest host illustrator interviewer narrator organizer original-author performer producer recipient reviewed-author script-writer series-creator translator'.split(
    ' ',
  ),
)
const DATES = new Set(['accessed', 'available-date', 'event-date', 'issued', 'original-date', 'submitted'])
const LEFT_OUT = new Set(['id', 'note', 'annote', 'abstract', 'keyword', 'custom', 'categories'])

const words = (value: unknown): value is string | number =>
  (typeof value === 'string' && value.trim() !== '') || (typeof value === 'number' && Number.isFinite(value))

/** Others would be taken for a DOI. */
const isWebAddress = (value: string | number) => /^https?:\/\/[^\s<>"]+$/i.test(String(value).trim())

const nameOf = (name: unknown): Record<string, unknown>[] => {
  const read = cslName.safeParse(name)
  if (!read.success) return []
  const fields = Object.entries(read.data).filter(([, value]) => words(value) || typeof value === 'boolean')
  return fields.some(([field]) => ['family', 'given', 'literal'].includes(field))
    ? [Object.fromEntries(fields)]
    : []
}

const dateOf = (date: unknown): Record<string, unknown> | null => {
  const read = cslDate.safeParse(date)
  if (!read.success) return null
  const parts = (read.data['date-parts'] ?? [])
    .map((part) => part.map(Number).slice(0, 3))
    .filter((part) => part.length > 0 && part.every(Number.isInteger))
    .slice(0, 2)
  if (parts.length > 0) {
    const { season, circa } = read.data
    return { 'date-parts': parts, ...(words(season) && { season }), ...(circa ? { circa: true } : {}) }
  }
  const literal = read.data.literal ?? read.data.raw
  return literal ? { literal } : null
}

export const citeprocItem = (id: string, item: CslItem): Record<string, unknown> => {
  const taken: Record<string, unknown> = { id }
  for (const [field, value] of Object.entries(item)) {
    if (LEFT_OUT.has(field)) continue
    if (NAMES.has(field)) {
      const names = Array.isArray(value) ? value.flatMap(nameOf) : []
      if (names.length > 0) taken[field] = names
    } else if (DATES.has(field)) {
      const date = dateOf(value)
      if (date) taken[field] = date
    } else if (words(value) && (field !== 'URL' || isWebAddress(value))) taken[field] = value
  }
  return taken
}
