/**
 * One Backspace takes one emoji, also of many parts (a family, a skin tone, a flag). Firefox takes only the last part, and
 * leaves another emoji standing. Of other signs (an accent, a vowel of Hindi) each browser knows best.
 */
import { Extension } from '@tiptap/core'
import { lastGrapheme } from '../../../shared/text/graphemes.ts'

export const wholeEmoji = Extension.create({
  name: 'wholeEmoji',
  addKeyboardShortcuts() {
    return {
      Backspace: () => {
        const { state, view } = this.editor
        const { $from, empty } = state.selection
        if (!empty || view.composing || !$from.parent.isTextblock) return false
        const length = lengthOfEmojiAtEnd($from.nodeBefore?.text ?? '')
        if (length === 0) return false
        view.dispatch(state.tr.delete($from.pos - length, $from.pos).scrollIntoView())
        return true
      },
    }
  },
})

/** The longest emoji in use have some 35 units: two people with skin tones who kiss. */
const LONGEST = 64
const EMOJI = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20E3/u

/** In UTF-16 units; 0 where the text ends with something else, or with an emoji of one part, which every browser takes whole. */
export const lengthOfEmojiAtEnd = (text: string): number => {
  const end = text.slice(-LONGEST)
  if (!EMOJI.test(end)) return 0
  const last = lastGrapheme(end)
  return EMOJI.test(last) && [...last].length > 1 ? last.length : 0
}
