/** What a paste brings along and the page does not take, told in one sentence. */
import { counted } from '../../../ui/counted.ts'

/** One and many of what can be left out, in the order in which they are told. */
const KINDS = {
  remote: ['picture that is kept elsewhere', 'pictures that are kept elsewhere'],
  unread: ['picture that could not be read', 'pictures that could not be read'],
  script: ['script', 'scripts'],
  embedded: ['player, drawing or page within the page', 'players, drawings or pages within the page'],
  field: ['form field', 'form fields'],
  menu: ['menu', 'menus'],
  comment: ['comment', 'comments'],
  deleted: ['tracked deletion', 'tracked deletions'],
  link: ['link that leads nowhere from here', 'links that lead nowhere from here'],
  deep: ['level of nesting too many', 'levels of nesting too many'],
} as const

export type LeftOut = Partial<Record<keyof typeof KINDS, number>>

export const leave = (left: LeftOut, kind: keyof typeof KINDS, many = 1): void => {
  if (many > 0) left[kind] = (left[kind] ?? 0) + many
}

/** Null where everything came along. */
export const leftOutSentence = (left: LeftOut): string | null => {
  const parts = (Object.keys(KINDS) as (keyof typeof KINDS)[]).flatMap((kind) => {
    const many = left[kind] ?? 0
    const [one, more] = KINDS[kind]
    return many > 0 ? [counted(many, one, more)] : []
  })
  if (parts.length === 0) return null
  const list = parts.length === 1 ? parts[0]! : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)!}`
  const advice = left.remote ? ' Copy a picture by itself, or save it and drop it here, to add it.' : ''
  return `Left out: ${list}.${advice}`
}
