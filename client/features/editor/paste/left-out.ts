/** What a paste brings along and the page does not take, told in one sentence. */
import { toast } from '../../../ui/toast.ts'
import { say } from '../../../words/en/editor.ts'

/** What can be left out, in the order in which it is told. */
const KINDS = {
  table: say.leftTables,
  picture: say.leftPictures,
  note: say.leftNotes,
  remote: say.remotePictures,
  unread: say.unreadPictures,
  script: say.scripts,
  embedded: say.embedded,
  field: say.formFields,
  menu: say.menus,
  comment: say.comments,
  deleted: say.trackedDeletions,
  link: say.deadLinks,
  deep: say.tooDeep,
}

export type LeftOut = Partial<Record<keyof typeof KINDS, number>>

export const leave = (left: LeftOut, kind: keyof typeof KINDS, many = 1): void => {
  if (many > 0) left[kind] = (left[kind] ?? 0) + many
}

/** Null where everything came along. */
export const leftOutSentence = (left: LeftOut): string | null => {
  const parts = (Object.keys(KINDS) as (keyof typeof KINDS)[]).flatMap((kind) => {
    const many = left[kind] ?? 0
    return many > 0 ? [KINDS[kind](many)] : []
  })
  if (parts.length === 0) return null
  const list = parts.length === 1 ? parts[0]! : say.listed(parts.slice(0, -1).join(', '), parts.at(-1)!)
  return left.remote ? `${say.leftOut(list)} ${say.howToAddPictures}` : say.leftOut(list)
}

/** Says the sentence, where there is one, until it is closed. */
export const tellLeftOut = (sentence: string | null): void => {
  if (sentence) toast({ title: say.pasted, description: sentence, stays: true })
}
