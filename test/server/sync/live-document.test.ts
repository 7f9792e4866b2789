import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { readFrame } from '../../../server/sync/frames.ts'
import { createLedger } from '../../../server/sync/ledger.ts'
import { openLiveDocument } from '../../../server/sync/live-document.ts'
import { anyDocument } from '../../support/any-document.ts'

const afterRestart = (state: Uint8Array) =>
  openLiveDocument({ load: async () => [state], ledger: createLedger([]), rules: anyDocument() })

it('gives each of many who come back after a restart exactly what they lack, however much that is', async () => {
  const written = new Y.Doc()
  const copies: Uint8Array[] = []
  const words = written.getText('body')
  for (let n = 0; n < 40; n++) {
    copies.push(Y.encodeStateAsUpdate(written))
    words.insert(n % 3, `word ${n} `)
    if (n % 5 === 4) words.delete(0, 2)
  }
  const live = await afterRestart(Y.encodeStateAsUpdate(written))
  for (const copy of [...copies, ...copies]) {
    const mine = new Y.Doc()
    Y.applyUpdate(mine, copy)
    const frame = readFrame(live.answer(Y.encodeStateVector(mine)))
    if (frame.is !== 'step2') throw new Error('That is no step 2.')
    Y.applyUpdate(mine, frame.update)
    expect(mine.getText('body').toString()).toBe(words.toString())
    expect(live.stateVector()).toEqual(Y.encodeStateVector(written))
  }
})

it('greets with what it holds, also after it changed and after it rested', async () => {
  const written = new Y.Doc()
  written.getText('body').insert(0, 'Exports')
  const live = await afterRestart(Y.encodeStateAsUpdate(written))
  expect(live.stateVector()).toEqual(Y.encodeStateVector(written))
  await live.edit((doc) => doc.getText('body').insert(0, 'All '))
  const vector = live.stateVector()
  const whole = new Y.Doc()
  Y.applyUpdate(whole, live.whole())
  expect(whole.getText('body').toString()).toBe('All Exports')
  expect(Y.decodeStateVector(vector)).toEqual(Y.decodeStateVector(Y.encodeStateVector(whole)))
  live.rest()
  expect(live.stateVector()).toEqual(vector)
})
