/** A brief that is full: people were told in time, it is read and exported as ever, and deleting makes room. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { createRooms, type Rooms } from '../../../server/sync/rooms.ts'
import { roots } from '../../../shared/brief/document.ts'
import { readBrief } from '../../../shared/brief/read.ts'
import { BYTES_LIMIT, NODES_LIMIT } from '../../../shared/brief/size.ts'
import { toMarkdown } from '../../../shared/markdown/write.ts'
import { CLOSE } from '../../../shared/wire/sync.ts'
import { arrayStore } from '../../support/array-store.ts'
import { quiet, writer, type Writer } from '../../support/writer.ts'

const BRIEF = 'abcdefghij'
const ben = { id: 'ben', name: 'Ben' }

const paragraph = (words = '') => {
  const block = new Y.XmlElement('paragraph')
  block.insert(0, [new Y.XmlText(words)])
  return block
}

/** Writes so large a share of what a brief may hold, as one block or as many, in one update. */
const ways: [string, (doc: Y.Doc, share: number) => void][] = [
  [
    '5 MB',
    (doc, share) => roots(doc).body.push([paragraph('Exports fell. '.repeat((share * BYTES_LIMIT) / 14))]),
  ],
  [
    '50,000 blocks, texts and records',
    // A block and its text.
    (doc, share) =>
      roots(doc).body.push(Array.from({ length: (share * NODES_LIMIT) / 2 }, () => paragraph())),
  ],
]

describe.each(ways)('A brief that holds %s', (_, write) => {
  let rooms: Rooms
  let ana: Writer
  beforeEach(async () => {
    rooms = createRooms({ store: arrayStore(), report: (problem) => expect(problem).toBe('none') })
    await rooms.create(BRIEF, (doc) => roots(doc).body.push([paragraph('Exports')]))
    ana = writer(rooms)
    await quiet(rooms)
    for (let n = 0; n < 7; n++) write(ana.doc, 0.1)
    await quiet(rooms)
  })
  afterEach(() => rooms.drain())

  it('says so at 80 %, takes no more than fits, is read and exported as ever, and deleting makes room', async () => {
    const reader = writer(rooms, { person: { id: 'cy', name: 'Cy' }, canWrite: false })
    await quiet(rooms)
    expect(ana.heard.topics).toEqual([])
    write(ana.doc, 0.15)
    await quiet(rooms)
    write(ana.doc, 0.14)
    await quiet(rooms)
    // Once, to everybody.
    expect([ana.heard.topics, reader.heard.topics]).toEqual([['size'], ['size']])
    expect(await rooms.shareOf(BRIEF)).toBeGreaterThan(0.98)
    expect([ana.heard.closed, ana.durable()]).toEqual([null, ana.sent()])
    write(ana.doc, 0.05)
    await quiet(rooms)
    expect(ana.heard.refused).toEqual([{ frame: ana.sent(), code: 'quota' }])
    expect(ana.heard.closed).toEqual({ code: CLOSE.notAllowed, reason: 'the brief is full' })
    await expect(rooms.transact(BRIEF, (doc) => write(doc, 0.05))).rejects.toMatchObject({
      code: 'brief-full',
    })

    const colleague = writer(rooms, { person: ben })
    await quiet(rooms)
    const { body } = roots(colleague.doc)
    expect(body.length).toBe(roots(await rooms.read(BRIEF)).body.length)
    expect(toMarkdown(readBrief(await rooms.read(BRIEF)))).toContain('Exports')
    body.delete(1, Math.ceil(body.length / 10))
    await quiet(rooms)
    write(colleague.doc, 0.05)
    await quiet(rooms)
    expect([colleague.heard.closed, colleague.durable()]).toEqual([null, colleague.sent()])
  })
})
