/** Files as Word and LibreOffice write them: the exported one, with pieces of its mark-up changed. */
import { Transform } from '@tiptap/pm/transform'
import { describe, expect, it } from 'vitest'
import { readWord } from '../../../server/ingest/word-document.ts'
import { zipOf } from '../../../server/brief/zip.ts'
import { wordFile } from '../../../server/paper/word-file.ts'
import { citationIds } from '../../../shared/brief/order.ts'
import { type ReadBrief, withOrder } from '../../../shared/brief/read.ts'
import { schema } from '../../../shared/editor/schema.ts'
import { broughtBack } from '../../../shared/word/differences.ts'
import type { WordDocument } from '../../../shared/word/document.ts'
import { take } from '../../../shared/word/take.ts'
import { smallBrief } from '../../support/small-brief.ts'

type Change = (xml: string) => string

const sentOut = async (brief: ReadBrief, change: Change = (xml) => xml): Promise<WordDocument> => {
  const parts = wordFile(brief).map(({ name, bytes }) => ({
    name,
    bytes: name === 'word/document.xml' ? Buffer.from(change(bytes.toString())) : bytes,
  }))
  return (await readWord(new Uint8Array(await zipOf(parts)))).document
}

/** Takes all of them, one after the other, each found anew. */
const takeAll = (brief: ReadBrief, file: WordDocument): ReadBrief => {
  let now = brief
  for (let n = 0; n < 100; n++) {
    const next = broughtBack(now, file).differences.find(({ edit }) => edit !== null)
    if (!next) return now
    const tr = new Transform(schema.nodeFromJSON(now.body))
    expect(take(tr, next.edit!, now, file)).not.toBeNull()
    tr.doc.check()
    now = withOrder({ ...now, body: tr.doc.toJSON() })
  }
  throw new Error('Taking does not come to an end.')
}

describe('A Word file that comes back', () => {
  it('says nothing when nothing was changed', async () => {
    const brief = smallBrief()
    expect(broughtBack(brief, await sentOut(brief))).toEqual({ isFrom: true, differences: [], remarks: [] })
  })

  it('lists a changed word, and taking it keeps every citation', async () => {
    const brief = smallBrief()
    const file = await sentOut(brief, (xml) => xml.replace('short of the goal', 'well below the goal'))
    const { differences } = broughtBack(brief, file)
    expect(differences).toMatchObject([{ what: 'words', by: null, removed: 'short of', added: 'well below' }])
    const after = takeAll(brief, file)
    expect(JSON.stringify(after.body)).toContain('well below the goal')
    expect(citationIds(after.body)).toEqual(citationIds(brief.body))
  })

  it('lists a tracked change with who made it', async () => {
    const brief = smallBrief()
    const run = '<w:r><w:t xml:space="preserve"> It is </w:t></w:r>'
    const file = await sentOut(brief, (xml) =>
      xml.replace(
        run,
        '<w:r><w:t xml:space="preserve"> It </w:t></w:r><w:del w:author="Ana" w:date="2025-01-02T03:04:00Z"><w:r><w:delText>is</w:delText></w:r></w:del><w:ins w:author="Ana" w:date="2025-01-02T03:04:00Z"><w:r><w:t>seems</w:t></w:r></w:ins><w:r><w:t xml:space="preserve"> </w:t></w:r>',
      ),
    )
    expect(broughtBack(brief, file).differences).toMatchObject([
      { by: { author: 'Ana' }, removed: 'is', added: 'seems' },
    ])
    expect(JSON.stringify(takeAll(brief, file).body)).toContain(' It seems ')
  })

  it('leaves what only the brief changed meanwhile as it is', async () => {
    const brief = smallBrief()
    const file = await sentOut(brief)
    const body = JSON.parse(JSON.stringify(brief.body).replace('short of the goal', 'far from it'))
    expect(broughtBack(withOrder({ ...brief, body }), file).differences).toEqual([])
  })

  it('is told apart from the file of another brief', async () => {
    const other = await sentOut(
      withOrder({
        ...smallBrief(),
        citations: new Map(),
        body: {
          type: 'doc',
          content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Another matter altogether.' }] }],
        },
      }),
    )
    expect(broughtBack(smallBrief(), other).isFrom).toBe(false)
  })
})
