import { describe, expect, it } from 'vitest'
import { compareWord } from '../../../server/brief/compare-word.ts'
import {
  comparedAside,
  pdfAside,
  styleFaultAside,
  wordAside,
  writeAside,
} from '../../../server/brief/write-aside.ts'
import { writeJob } from '../../../server/brief/written.ts'
import { readWord } from '../../../server/ingest/word-document.ts'
import { readBrief, withOrder } from '../../../shared/brief/read.ts'
import { BUILT_IN_STYLES, loadStyle } from '../../../shared/cite/styles.ts'
import { writeAs } from '../../../shared/export/write.ts'
import { longBrief } from '../../support/long-brief.ts'
import { smallBrief } from '../../support/small-brief.ts'
import { tinyPng } from '../../support/tiny-png.ts'

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

  it.each([
    ['word', wordAside],
    ['pdf', pdfAside],
  ] as const)('is composed in its style for %s in the same thread, to the same bytes', async (as, aside) => {
    const doc = longBrief({ words: 1_000, citations: 20 })
    const read = readBrief(doc)
    doc.destroy()
    const brief = { ...read, about: { ...read.about, style: 'apa' } }
    const job = { brief, options: {}, pictures: new Map([['ab'.repeat(32), tinyPng(4, 4)]]) }
    // Read by now, so that nothing is waited for here.
    await loadStyle(brief.about)
    let turns = 0
    const turning = setInterval(() => turns++, 1)
    const written = await aside(job)
    clearInterval(turning)
    // The style takes its time at one go: whoever composes it here has next to none.
    expect(turns).toBeGreaterThan(5)
    expect(written).toEqual(await writeJob({ ...job, as }))
  })

  it('is written at once when it is short', async () => {
    expect(await writeAside('html', smallBrief(), {})).toBe(await writeAs('html', smallBrief(), {}))
  })
})

describe('A Word file that is held against its brief', () => {
  it('is compared in a thread, to the same answer, while the server goes on', async () => {
    const doc = longBrief({ words: 3_000, citations: 30 })
    const brief = readBrief(doc)
    doc.destroy()
    const sent = await wordAside({ brief, options: {}, pictures: new Map() })
    const { document } = await readWord(sent)
    const first = brief.body.content!.findIndex(({ type }) => type === 'paragraph')
    const body = { ...brief.body, content: brief.body.content!.toSpliced(first, 1) }
    const now = withOrder({ ...brief, body })
    let turns = 0
    const turning = setInterval(() => turns++, 1)
    const compared = await comparedAside(now, document)
    clearInterval(turning)
    expect(turns).toBeGreaterThan(0)
    expect(compared).toEqual(compareWord(now, document))
    expect(compared.isFrom).toBe(true)
  })
})

describe('What takes longer than it may', () => {
  it('is given up in a sentence, and what comes after it is written', async () => {
    const { id } = BUILT_IN_STYLES[0]!
    const { csl: whole } = (await loadStyle({ style: id, ownStyle: null, lang: 'en' }))!
    expect(await styleFaultAside(whole, 'en', 0)).toMatch(/more time or memory .*choose another one\.$/)
    expect(await styleFaultAside(whole, 'en')).toBeNull()
  })
})
