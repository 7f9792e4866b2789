/** Files as Word and LibreOffice write them: the exported one, with pieces of its mark-up changed. */
import { describe, expect, it } from 'vitest'
import { citationIds } from '../../../shared/brief/order.ts'
import { withOrder } from '../../../shared/brief/read.ts'
import { broughtBack } from '../../../shared/word/differences.ts'
import { smallBrief } from '../../support/small-brief.ts'
import { sentOut, takeAll } from '../../support/word-back.ts'

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
