/** Paragraphs that Word cut, joined or moved, and rows that it put in or took out: each is one difference, and taking it keeps the citations. */
import { describe, expect, it } from 'vitest'
import { type ReadBrief, withOrder } from '../../../shared/brief/read.ts'
import { broughtBack } from '../../../shared/word/differences.ts'
import { cited, doc, node, paragraph, smallBrief, text } from '../../support/small-brief.ts'
import { reads, sentOut, takeAll } from '../../support/word-back.ts'

const cell = (words: string) => node('tableCell', [paragraph(...(words ? [text(words)] : []))])
const row = (...cells: string[]) => node('tableRow', cells.map(cell))

const EXPORTS = 'Exports fell by a third in spring.'
const PRICES = 'Prices rose in every port along the coast.'
const NOBODY = 'Nobody asked the ministry why that was.'

const brief = (): ReadBrief =>
  withOrder({
    ...smallBrief(),
    body: doc(
      node('heading', [text('What happened')], { level: 1 }),
      paragraph(text(EXPORTS), cited('k7f2'), text(' The loss was largest in the north.')),
      paragraph(text(PRICES), cited('m3q9')),
      paragraph(text(NOBODY)),
      node('table', [row('Port', 'Ships'), row('Northhaven', '120'), row('Southhaven', '85')]),
    ),
  })
const START = [
  'What happened',
  `${EXPORTS}[k7f2] The loss was largest in the north.`,
  `${PRICES}[m3q9]`,
  NOBODY,
  'Port | Ships',
  'Northhaven | 120',
  'Southhaven | 85',
]

const BY = 'w:author="Ana" w:date="2025-01-02T03:04:00Z"'
const ANA = { author: 'Ana', at: '2025-01-02T03:04' }

const paragraphWith = (xml: string, words: string) =>
  [...xml.matchAll(/<w:p>(?:(?!<\/w:p>).)*<\/w:p>/gs)]
    .map(([each]) => each)
    .find((each) => each.includes(words))!
const rowWith = (xml: string, words: string) =>
  [...xml.matchAll(/<w:tr>(?:(?!<\/w:tr>).)*<\/w:tr>/gs)]
    .map(([each]) => each)
    .find((each) => each.includes(words))!
const withoutMarks = (xml: string) => xml.replace(/<w:bookmark(?:Start|End)[^>]*\/>/g, '')
/** The end of a paragraph is put in or taken out as a tracked change. */
const trackedEnd = (xml: string, is: 'ins' | 'del' | 'moveFrom' | 'moveTo', id = 1) =>
  xml.replace('<w:p>', `<w:p><w:pPr><w:rPr><w:${is} w:id="${id}" ${BY}/></w:rPr></w:pPr>`)
/** All runs of a paragraph within a tracked change. */
const trackedRuns = (xml: string, is: 'ins' | 'del' | 'moveFrom' | 'moveTo') => {
  const tag = is === 'del' ? xml.replace(/<(\/?)w:t(?=[ >])/g, '<$1w:delText') : xml
  return tag.replace(
    /(?:<w:r>(?:(?!<\/w:r>).)*<\/w:r>)+/gs,
    (runs) => `<w:${is} w:id="2" ${BY}>${runs}</w:${is}>`,
  )
}

const cases = async (change: (xml: string) => string) => {
  const start = brief()
  const file = await sentOut(start, (xml) => {
    const changed = change(xml)
    if (changed === xml) throw new Error('Nothing was changed in the file.')
    return changed
  })
  const { differences } = broughtBack(start, file)
  return { differences, after: reads(takeAll(start, file).body) }
}

const CUT = '</w:r><w:r><w:t xml:space="preserve"> The loss'

describe('A paragraph that Word', () => {
  it.each([
    ['cut in two', '', null],
    ['cut in two as a tracked change', 'tracked', ANA],
  ])('%s is two, and each keeps its citation', async (_, how, by) => {
    const { differences, after } = await cases((xml) => {
      const whole = paragraphWith(xml, EXPORTS)
      const cut = whole.replace(CUT, '</w:r></w:p><w:p><w:r><w:t xml:space="preserve"> The loss')
      return xml.replace(whole, how ? trackedEnd(cut, 'ins') : cut)
    })
    expect(differences).toMatchObject([{ what: 'words', by }])
    expect(after).toEqual([
      START[0],
      `${EXPORTS}[k7f2]`,
      ' The loss was largest in the north.',
      ...START.slice(2),
    ])
  })

  it.each([
    ['joined with the next one', '', null],
    ['joined with the next one as a tracked change', 'tracked', ANA],
  ])('%s is one, with the citations of both', async (_, how, by) => {
    const { differences, after } = await cases((xml) => {
      const [first, second] = [paragraphWith(xml, PRICES), paragraphWith(xml, NOBODY)]
      const joined = how
        ? trackedEnd(first, 'del') + second
        : first.replace('</w:p>', '') + second.replace('<w:p>', '')
      return xml.replace(first + second, joined)
    })
    expect(differences).toMatchObject([{ what: 'words', by }])
    expect(after).toEqual([...START.slice(0, 2), `${PRICES}[m3q9]${NOBODY}`, ...START.slice(4)])
  })

  const MOVED = [START[0], START[2], START[1], ...START.slice(3)]

  it('moved stands elsewhere, with its citation', async () => {
    const { differences, after } = await cases((xml) => {
      const [first, second] = [paragraphWith(xml, EXPORTS), paragraphWith(xml, PRICES)]
      return xml.replace(first + second, second + first)
    })
    expect(differences).toMatchObject([{ what: 'moved', by: null }])
    expect(after).toEqual(MOVED)
  })

  it('moved as a tracked change stands elsewhere, and one is told who moved it', async () => {
    const { differences, after } = await cases((xml) => {
      const [first, second] = [paragraphWith(xml, EXPORTS), paragraphWith(xml, PRICES)]
      const name = (is: string, part: string) =>
        `<w:${is}RangeStart w:id="7" w:name="move1" ${BY}/>${part}<w:${is}RangeEnd w:id="7"/>`
      const came = name('moveTo', trackedEnd(trackedRuns(withoutMarks(second), 'moveTo'), 'moveTo'))
      const went = name('moveFrom', trackedEnd(trackedRuns(second, 'moveFrom'), 'moveFrom'))
      return xml.replace(first + second, came + first + went)
    })
    expect(differences).toMatchObject([{ what: 'moved', by: ANA }])
    expect(after).toEqual(MOVED)
  })
})

describe('A row that Word', () => {
  const fresh = (xml: string) =>
    withoutMarks(rowWith(xml, 'Northhaven')).replace('Northhaven', 'Easthaven').replace('120', '60')

  it.each([
    ['put in', (xml: string) => fresh(xml), null],
    [
      'put in as a tracked change',
      (xml: string) => trackedRuns(fresh(xml), 'ins').replace('<w:trPr>', `<w:trPr><w:ins w:id="3" ${BY}/>`),
      ANA,
    ],
  ])('%s is one difference, and stands where it stood', async (_, made, by) => {
    const { differences, after } = await cases((xml) => {
      const above = rowWith(xml, 'Northhaven')
      return xml.replace(above, above + made(xml))
    })
    expect(differences).toMatchObject([{ what: 'added', as: 'row', by, added: 'Easthaven | 60' }])
    expect(after).toEqual([...START.slice(0, 6), 'Easthaven | 60', ...START.slice(6)])
  })

  it('put in before all others stands before them', async () => {
    const { differences, after } = await cases((xml) => {
      const first = rowWith(xml, 'Ships')
      return xml.replace(first, fresh(xml) + first)
    })
    expect(differences).toMatchObject([{ what: 'added', as: 'row' }])
    expect(after).toEqual([...START.slice(0, 4), 'Easthaven | 60', ...START.slice(4)])
  })

  it.each([
    ['took out', (xml: string, one: string) => xml.replace(one, ''), null],
    [
      'took out as a tracked change',
      (xml: string, one: string) =>
        xml.replace(one, trackedRuns(one, 'del').replace('<w:trPr>', `<w:trPr><w:del w:id="3" ${BY}/>`)),
      ANA,
    ],
  ])('%s is one difference, and goes whole', async (_, change, by) => {
    const { differences, after } = await cases((xml) => change(xml, rowWith(xml, 'Northhaven')))
    expect(differences).toMatchObject([{ what: 'removed', as: 'row', by, removed: 'Northhaven | 120' }])
    expect(after).toEqual([...START.slice(0, 5), ...START.slice(6)])
  })
})
