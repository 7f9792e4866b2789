import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { changesUnder } from '../../../client/brief/shared-changes.ts'
import { createStore } from '../../../client/brief/store.ts'

it('a store tells of another value, and not of the same one', () => {
  const store = createStore({ n: 1 }, (a, b) => a.n === b.n)
  let told = 0
  const stop = store.subscribe(() => told++)
  store.set({ n: 1 })
  store.set({ n: 2 })
  stop()
  store.set({ n: 3 })
  expect([told, store.get()]).toEqual([1, { n: 3 }])
})

it('changes deep under a shared type are counted, also while nobody listens', () => {
  const doc = new Y.Doc()
  const sources = doc.getMap('sources')
  const changes = changesUnder(sources)
  sources.set('a', new Y.Map([['title', 'Exports']]))
  let told = 0
  const stop = changes.subscribe(() => told++)
  ;(sources.get('a') as Y.Map<string>).set('title', 'Imports')
  doc.getMap('about').set('title', 'elsewhere')
  stop()
  expect([changes.get(), told]).toEqual([2, 1])
  expect(changesUnder(sources)).toBe(changes)
})
