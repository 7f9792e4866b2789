/** A work in a few words, for a chip, a margin and a list: "WHO 2021", "Smith & Jones 2024". */
import { english, type WrittenWords } from '../words/english.ts'
import type { CslItem, CslName } from './csl.ts'
import { namesOf, yearOf } from './names.ts'

/** More than this does not fit a chip. */
const LONGEST = 32

/** The title; a work without one is said to have none. */
export const titleOfWork = (item: CslItem, words: WrittenWords = english): string =>
  item.title?.trim() || words.untitledSource

const shorten = (words: string): string => {
  // "Organisation for Economic Co-operation and Development (OECD)" tells its own short name.
  const acronym = /\(([\p{Lu}\d&.-]{2,12})\)\s*$/u.exec(words)?.[1]
  if (acronym) return acronym
  if (words.length <= LONGEST) return words
  const cut = words.slice(0, LONGEST)
  const atWord = cut.lastIndexOf(' ')
  return `${(atWord > LONGEST / 2 ? cut.slice(0, atWord) : cut).replace(/[\uD800-\uDBFF]$|[\s,;:.–-]+$/u, '')}…`
}

const shortPerson = (name: CslName): string => {
  const particle = name['non-dropping-particle']
  const family = [typeof particle === 'string' ? particle : '', name.family ?? ''].join(' ').trim()
  return shorten(family || (name.literal ?? name.given ?? '').trim())
}

/** Author, else editor, else outlet, else publisher, else title, and the year where one is known. Never empty. */
export const shortName = (item: CslItem, words: WrittenWords = english): string => {
  const editors = Array.isArray(item.editor) ? (item.editor as CslName[]) : []
  const people = [item.author ?? [], editors].find((names) => namesOf(names).length > 0) ?? []
  const names = people.map(shortPerson).filter((name) => name !== '')
  const who =
    names.length > 2 ? `${names[0]} et al.` : names.length === 2 ? `${names[0]} & ${names[1]}` : names[0]
  const short = typeof item['title-short'] === 'string' ? item['title-short'] : undefined
  const what = [item['container-title'], item.publisher, short, item.title].find((text) => text?.trim())
  const name = who ?? (what ? shorten(what.trim()) : words.untitledSource)
  const year = yearOf(item)
  return year ? `${name} ${year}` : name
}
