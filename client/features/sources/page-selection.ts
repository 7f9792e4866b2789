/** The page's own selection as offsets into a saved copy's text, and the other way round. */
import { offsetAt, placeOf } from './text-offsets.ts'

export type Selected = { anchor: number; focus: number }

/** Null when nothing is selected, or something outside the reader. */
export const selectedIn = (reader: Element): Selected | null => {
  const now = getSelection()
  if (!now?.anchorNode || !now.focusNode || now.isCollapsed) return null
  const anchor = offsetAt(reader, now.anchorNode, now.anchorOffset)
  const focus = offsetAt(reader, now.focusNode, now.focusOffset)
  return anchor === null || focus === null ? null : { anchor, focus }
}

export const selectIn = (reader: Element, { anchor, focus }: Selected): void => {
  const forward = focus >= anchor
  const from = placeOf(reader, anchor, forward ? 'start' : 'end')
  const to = placeOf(reader, focus, forward ? 'end' : 'start')
  if (from && to) getSelection()?.setBaseAndExtent(from.node, from.at, to.node, to.at)
}

/** How far below the top of `frame` the line ends in which the character before `offset` stands. */
export const lineBelow = (reader: Element, frame: Element, offset: number): number => {
  const end = placeOf(reader, offset, 'end')
  if (!end) return 0
  const at = document.createRange()
  at.setStart(end.node, Math.max(0, end.at - 1))
  at.setEnd(end.node, end.at)
  return at.getBoundingClientRect().bottom - frame.getBoundingClientRect().top
}
