import { applyAwarenessUpdate, Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness'
import { afterEach, beforeEach, expect, it } from 'vitest'
import * as Y from 'yjs'
import { watchPresence } from '../../../client/brief/presence.ts'

let awareness: Awareness
const others: Awareness[] = []
beforeEach(() => {
  awareness = new Awareness(new Y.Doc())
})
afterEach(() => {
  for (const each of [awareness, ...others.splice(0)]) each.destroy()
})

/** Somebody whose state arrives here. */
const arrives = (state: Record<string, unknown>) => {
  const other = new Awareness(new Y.Doc())
  others.push(other)
  const tell = (next: Record<string, unknown> | null) => {
    other.setLocalState(next)
    applyAwarenessUpdate(awareness, encodeAwarenessUpdate(other, [other.clientID]), 'server')
  }
  tell(state)
  return { id: other.clientID, tell }
}
const user = (id: string, name: string) => ({ user: { id, name, color: '#0B6E4F' } })

it('names me first, then the others, each once', () => {
  const people = watchPresence(awareness, { id: 'me', name: 'Mia' })
  const one = arrives(user('ben', 'Ben'))
  const two = arrives(user('ben', 'Ben'))
  arrives(user('ana', 'Ana'))
  const mine = arrives(user('me', 'Mia'))
  expect(people.get().map(({ name, me, clients }) => [name, me, clients.length])).toEqual([
    ['Mia', true, 2],
    ['Ana', false, 1],
    ['Ben', false, 2],
  ])
  expect(people.get()[2]!.clients.sort()).toEqual([one.id, two.id].sort())
  expect(people.get()[0]!.clients).toContain(mine.id)
})

it('tells nobody when only a caret moves', () => {
  const people = watchPresence(awareness, { id: 'me', name: 'Mia' })
  const ben = arrives(user('ben', 'Ben'))
  let told = 0
  people.subscribe(() => told++)
  ben.tell({ ...user('ben', 'Ben'), cursor: 3 })
  expect(told).toBe(0)
  ben.tell(null)
  expect([told, people.get().length]).toEqual([1, 1])
})

it('leaves out states that do not say who it is', () => {
  const people = watchPresence(awareness, { id: 'me', name: 'Mia' })
  arrives({})
  arrives({ user: { name: 'Nobody' } })
  arrives({ user: { id: 'x', name: 'X', color: 'url(evil)' } })
  expect(people.get()).toHaveLength(1)
})
