/** A table of 200 rows and 50 columns in one paste: more than one update may bring, and not more than a brief holds. */
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { createRooms } from '../../../server/sync/rooms.ts'
import { roots } from '../../../shared/brief/document.ts'
import { newId } from '../../../shared/brief/id.ts'
import { schema } from '../../../shared/editor/schema.ts'
import { CLOSE } from '../../../shared/wire/sync.ts'
import { Writer } from '../../shared/binding/writers.ts'
import { arrayStore } from '../../support/array-store.ts'
import { quiet, writer } from '../../support/writer.ts'

const cell = (words: string) =>
  schema.node('tableCell', null, schema.node('paragraph', { id: newId() }, schema.text(words)))
const row = (_: unknown, n: number) =>
  schema.node(
    'tableRow',
    null,
    Array.from({ length: 50 }, (_column, at) => cell(`${n}.${at}`)),
  )

it('is taken, in the step 2 of the socket that comes after', async () => {
  const rooms = createRooms({ store: arrayStore(), report: (problem) => expect(problem).toBe('none') })
  await rooms.create('abcdefghij', (doc) => roots(doc).body.push([new Y.XmlElement('paragraph')]))
  const doc = new Y.Doc()
  const first = writer(rooms, { doc })
  await quiet(rooms)
  const page = new Writer('ana', doc)
  page.dispatch(
    page.state.tr.insert(0, schema.node('table', { id: newId() }, Array.from({ length: 200 }, row))),
  )
  await quiet(rooms)
  // Later is another word for that code: a provider comes back by itself, with all it has.
  expect(first.heard.closed?.code).toBe(CLOSE.tooMany)
  const again = writer(rooms, { doc })
  await quiet(rooms)
  expect([again.heard.closed, again.heard.refused, again.durable()]).toEqual([null, [], again.sent()])
  const table = roots(await rooms.read('abcdefghij')).body.get(0) as Y.XmlElement
  expect([table.nodeName, table.length]).toEqual(['table', 200])
  page.leave()
  await rooms.drain()
})
