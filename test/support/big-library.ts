/**
 * A workspace as a team has it after some years: briefs with sources in three scripts, some works in several briefs,
 * excerpts, and sentences that rest on them. Made from a seed, straight into a server of this process.
 */
import * as Y from 'yjs'
import { describe } from '../../shared/anchor/describe.ts'
import { addCitation } from '../../shared/brief/citation.ts'
import { roots } from '../../shared/brief/document.ts'
import { addExcerpt } from '../../shared/brief/excerpt.ts'
import { passagesOf, prose } from './prose.ts'
import { random, type Random } from './random.ts'
import type { TestServer } from './server.ts'

export type BigLibrary = { briefs: number; sources: number; seed?: number }

const RUSSIAN =
  'Владимир Путин|министерство финансов|резервный фонд|губернатор области|экспорт зерна|Совет директоров|заявил в понедельник|сократился на треть|по данным доклада|в первом квартале|не подтвердил|бюджет на следующий год|Шойгу|Щербаков|Набиуллина'.split(
    '|',
  )
const CHINESE =
  '北京的工作组|五月举行会议|外交部发言人|出口下降|能源价格上涨|国家统计局|第一季度|报告指出|尚未证实|习近平主席|港口管理|粮食储备'.split(
    '|',
  )

const inRussian = (r: Random, length: number): string => {
  let text = ''
  while (text.length < length) {
    const words = Array.from({ length: 4 + r.below(5) }, () => r.pick(RUSSIAN)).join(' ')
    text += `${words}, ${r.below(90)} млн. ${r.below(6) === 0 ? '\n\n' : ''}`
  }
  return text.trim()
}

const inChinese = (r: Random, length: number): string => {
  let text = ''
  while (text.length < length)
    text += `${Array.from({ length: 3 }, () => r.pick(CHINESE)).join('，')}${r.below(90)}。${r.below(8) === 0 ? '\n\n' : ''}`
  return text.trim()
}

/** Most are articles, some reports, a few books. */
const lengthOf = (r: Random): number => {
  const kind = r.next()
  return kind < 0.8 ? 4_000 + r.below(16_000) : kind < 0.98 ? 30_000 + r.below(120_000) : 600_000
}

/** One of its texts, as a person brings it. */
export const textOf = (r: Random): string => {
  const script = r.next()
  const length = lengthOf(r)
  return script < 0.75 ? prose(r, length) : script < 0.9 ? inRussian(r, length) : inChinese(r, length / 3)
}

const titleOf = (r: Random, text: string, n: number): string => {
  const words = text.slice(0, 400).split(/[\s，。]+/)
  return `${words.slice(0, 4 + r.below(6)).join(' ')} (${n})`
}

/** Returns the ids of the briefs. `tell` hears how many are made. */
export const fillLibrary = async (
  server: TestServer,
  { briefs, sources, seed = 1 }: BigLibrary,
  tell: (made: number) => void = () => {},
): Promise<string[]> => {
  const r = random(seed)
  const each = Math.round(sources / briefs)
  const ids: string[] = []
  const shared: { text: string; item: Record<string, unknown> }[] = []
  for (let b = 0; b < briefs; b++) {
    const { id } = await server.newBrief(`Brief ${b + 1}: ${titleOf(r, prose(r, 300), b)}`)
    ids.push(id)
    const texts: { source: string; hash: string; text: string }[] = []
    for (let n = 0; n < each; n++) {
      // One in ten is a work that an earlier brief has.
      const known = shared.length > 0 && r.below(10) === 0 ? r.pick(shared) : null
      const text = known?.text ?? textOf(r)
      const item = known?.item ?? {
        type: 'article-journal',
        title: titleOf(r, text, b * each + n),
        author: [{ family: r.pick(['Brandt', 'Okafor', 'Morel', 'Иванов', '王']), given: 'A.' }],
        issued: { 'date-parts': [[2000 + r.below(26)]] },
        URL: `https://example.org/${b}/${n}`,
      }
      if (!known && r.below(5) === 0) shared.push({ text, item })
      const { source, capture } = await server.post(`/api/briefs/${id}/sources`, { text, item })
      texts.push({ source: source.id, hash: capture.hash, text })
    }
    await server.services.rooms.transact(id, (doc) => citeAll(r, doc, texts))
    tell(b + 1)
  }
  return ids
}

/** Two excerpts of each source, and a sentence that rests on them. */
const citeAll = (r: Random, doc: Y.Doc, texts: { source: string; hash: string; text: string }[]) => {
  const paragraphs = texts.map(({ source, hash, text }) => {
    const excerpts = passagesOfAny(r, text).map(({ start, end }) =>
      addExcerpt(doc, {
        source,
        kind: 'anchored',
        capture: hash,
        selector: describe(text, start, end),
        createdAt: '2026-01-15T09:00:00Z',
      }),
    )
    const said = prose(r, 120).slice(0, 160).replace(/\n/g, ' ')
    const citation = addCitation(doc, { cites: excerpts.map((excerpt) => ({ source, excerpt })) })
    const paragraph = new Y.XmlElement('paragraph')
    const words = new Y.XmlText()
    words.insert(0, said)
    const node = new Y.XmlElement('citation')
    node.setAttribute('id', citation)
    words.insertEmbed(said.length, node)
    paragraph.insert(0, [words])
    return paragraph
  })
  roots(doc).body.insert(0, paragraphs)
}

const passagesOfAny = (r: Random, text: string) =>
  /[\u4e00-\u9fff]/.test(text)
    ? [0, 1].map((n) => ({ start: n * 12, end: n * 12 + 10 }))
    : passagesOf(r, text, 2)
