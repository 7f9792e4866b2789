/** What a number in a cell of a table means: the headings that it stands under, its unit, and the table's caption. */
import type { Excerpt } from './excerpt.ts'
import { english, type WrittenWords } from '../words/english.ts'

/** "In the table “Exports”: 2023 · USD bn"; '' where the passage stands in no cell, or in one without headings. */
export const cellText = (excerpt: Excerpt, words: WrittenWords = english): string => {
  if (excerpt.kind !== 'anchored' || !excerpt.cell || excerpt.erased) return ''
  const { row, column, unit, caption } = excerpt.cell
  const heads = [...row, ...column]
  // A unit that stands in a heading is said there.
  if (unit && !heads.some((head) => head.includes(unit))) heads.push(unit)
  if (heads.length === 0 && !caption) return ''
  return words.inTable(caption ?? '', heads.join(' · '))
}
