import { describe, expect, it } from 'vitest'
import { writeAside } from '../../../server/brief/write-aside.ts'
import { readBrief } from '../../../shared/brief/read.ts'
import { writeAs } from '../../../shared/export/write.ts'
import { longBrief } from '../../support/long-brief.ts'
import { smallBrief } from '../../support/small-brief.ts'

describe('A long brief that is exported', () => {
  it('is written in a thread, to the same bytes, while the server goes on', async () => {
    const doc = longBrief({ words: 6_000, citations: 60 })
    const brief = readBrief(doc)
    doc.destroy()
    let turns = 0
    const turning = setInterval(() => turns++, 1)
    const written = await writeAside('md', brief, { audience: 'outside' })
    clearInterval(turning)
    expect(turns).toBeGreaterThan(0)
    expect(written).toBe(await writeAs('md', brief, { audience: 'outside' }))
  })

  it('is written at once when it is short', async () => {
    expect(await writeAside('html', smallBrief(), {})).toBe(await writeAs('html', smallBrief(), {}))
  })
})
