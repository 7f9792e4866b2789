import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { edits, type Run } from '../../../../client/features/editor/kept-composition.ts'

const after = (run: Run, now: Run): string => {
  let text = run.before + run.after
  for (const { from, length, text: put } of edits(run, now)) {
    const at = run.before.length + from
    text = text.slice(0, at) + put + text.slice(at + length)
  }
  return text
}

const words = fc.array(fc.constantFrom('a', 'b', 'に'), { maxLength: 8 }).map((all) => all.join(''))
const run = fc.record({ before: words, after: words })

it('what colleagues wrote around the caret becomes edits that make the old text the new one', () => {
  fc.assert(fc.property(run, run, (old, now) => after(old, now) === now.before + now.after))
})

it('a word at the caret is not among them, though the same letters come in beside it', () => {
  fc.assert(
    fc.property(words, words, words, words, words, (start, word, end, before, behind) => {
      const old = { before: start + word, after: end }
      const now = { before: start + before + word, after: behind + end }
      for (const { from, length } of edits(old, now))
        expect(from >= 0 || from + length <= -word.length).toBe(true)
    }),
  )
})
