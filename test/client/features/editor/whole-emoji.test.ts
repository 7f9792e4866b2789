import { expect, it } from 'vitest'
import { lengthOfEmojiAtEnd } from '../../../../client/features/editor/whole-emoji.ts'

it.each(['👨‍👩‍👧‍👦', '👩🏽‍🚀', '🇺🇦', '👍🏿', '❤️', '1️⃣', '👩🏽‍❤️‍💋‍👨🏿', '🏴󠁧󠁢󠁳󠁣󠁴󠁿'])('%s at the end is taken as a whole', (emoji) => {
  expect(lengthOfEmojiAtEnd(emoji)).toBe(emoji.length)
  expect(lengthOfEmojiAtEnd(`Words 😀${emoji}`)).toBe(emoji.length)
  expect(lengthOfEmojiAtEnd(`${emoji}.`)).toBe(0)
})

it('of two flags the last goes, and what is no emoji of many parts is left to the browser', () => {
  expect(lengthOfEmojiAtEnd('🇺🇦🇫🇷')).toBe(4)
  for (const text of ['', 'word', 'e\u0301', 'नि', '한', '😀', '10', 'a\r\n'])
    expect(lengthOfEmojiAtEnd(text)).toBe(0)
})
