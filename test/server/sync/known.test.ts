import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { createAnswers } from '../../../server/sync/answers.ts'
import { createKnown } from '../../../server/sync/known.ts'

/** A text with holes in it, so that there are deletions to repeat. */
const holey = () => {
  const doc = new Y.Doc()
  const text = doc.getText('body')
  text.insert(0, 'Exports fell in May and rose in June. '.repeat(20))
  for (let at = 0; at < 300; at += 7) text.delete(at, 3)
  return doc
}
/** The step 2 of somebody who has the same, or less. */
const repeats = (doc: Y.Doc, of: Y.Doc) => Y.encodeStateAsUpdate(doc, Y.encodeStateVector(of))

it('knows the deletions that people repeat when they come back, without a Y.Doc', () => {
  const doc = holey()
  const older = new Y.Doc()
  Y.applyUpdate(older, Y.encodeStateAsUpdate(doc))
  const before = repeats(older, doc)
  doc.getText('body').delete(0, 50)
  const known = createKnown()
  const whole = Y.encodeStateAsUpdate(doc)
  expect(known.isIn(whole, before)).toBe(true)
  expect(known.isIn(whole, repeats(doc, doc))).toBe(true)
  expect(known.isIn(whole, new Uint8Array([0, 0]))).toBe(true)
  // And at once, the next time the same bytes come.
  expect(known.has(before)).toBe(true)
})

it('knows none that it has not, nor anything else', () => {
  const doc = holey()
  const whole = Y.encodeStateAsUpdate(doc)
  doc.getText('body').delete(20, 2)
  const known = createKnown()
  expect(known.isIn(whole, repeats(doc, doc))).toBe(false)
  doc.getText('body').insert(0, 'News')
  expect(known.isIn(whole, Y.encodeStateAsUpdate(doc))).toBe(false)
  for (const bad of [[], [0], [0, 200], [0, 1, 1], [0, 1, 1, 255, 255, 255, 255, 15], [0, 0, 9]])
    expect(known.isIn(whole, Uint8Array.from(bad))).toBe(false)
})

it('answers everybody who asks the same with the very same bytes, until something changes', () => {
  const doc = holey()
  let made = 0
  const answers = createAnswers(
    (stateVector) => {
      made++
      return Y.diffUpdate(Y.encodeStateAsUpdate(doc), Y.encodeStateVector(stateVector))
    },
    () => doc.store.clients.size,
  )
  const mine = Y.encodeStateVector(doc)
  expect(answers.to(mine)).toBe(answers.to(mine.slice()))
  answers.to(new Uint8Array([0]))
  expect(made).toBe(2)
  answers.clear()
  answers.to(mine)
  expect(made).toBe(3)
  expect(() => answers.to(new Uint8Array([5, 1]))).toThrow()
})
