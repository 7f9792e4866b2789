/**
 * Whether excerpts are found again. First, ten articles each as page, Word document, PDF (as a browser prints it, in justified
 * lines and two columns too) and plain text: 1,000 excerpts of each shape looked for in the others. Then a source of
 * 500 kB with 1, 5 and 20 of a hundred words edited: 1,000 excerpts carried over, how many are told rightly, and the time.
 */
import { openCarrier } from '../../server/brief/carrier.ts'
import { carry } from '../../shared/anchor/carry.ts'
import { describe } from '../../shared/anchor/describe.ts'
import { fold } from '../../shared/anchor/fold.ts'
import type { Resolved } from '../../shared/anchor/resolve.ts'
import { article, asDocx, asHtml, asText } from '../support/articles.ts'
import { openBrowser } from '../support/browser.ts'
import { ingestHere } from '../support/ingest-here.ts'
import { edited, passagesOf, prose } from '../support/prose.ts'
import { random } from '../support/random.ts'
import { median, report, type Row } from './report.ts'

const SEED = Number(process.env.VOUCH_SEED ?? 4)
const ROUNDS = Number(process.env.VOUCH_ROUNDS ?? 5)
const ARTICLES = 10
const EXCERPTS = 1000
const LOUD: Resolved['state'][] = ['changed', 'ambiguous', 'gone']
const STATES: Resolved['state'][] = ['exact', 'moved', 'reflowed', 'context-changed', ...LOUD]

const printed = async (pages: string[]): Promise<Buffer[]> => {
  const browser = await openBrowser()
  const files: Buffer[] = []
  for (const [i, html] of pages.entries()) {
    const page = await browser.newPage()
    await page.setContent(html)
    const columns = i % 2 ? 'columns: 2;' : ''
    await page.addStyleTag({
      content: `nav, aside, footer { display: none } body { font: 11pt/1.4 serif; text-align: justify; hyphens: auto; ${columns} }`,
    })
    files.push(
      await page.pdf({ format: 'A4', margin: { top: '2cm', bottom: '2cm', left: '2cm', right: '2cm' } }),
    )
    await page.close()
  }
  await browser.close()
  return files
}

const shapes = async () => {
  const r = random(SEED)
  const articles = Array.from({ length: ARTICLES }, () => article(r))
  const files: Record<string, (string | Buffer)[]> = {
    html: articles.map(asHtml),
    docx: articles.map(asDocx),
    pdf: await printed(articles.map(asHtml)),
    txt: articles.map(asText),
  }
  const texts: Record<string, string[]> = {}
  for (const [shape, made] of Object.entries(files)) {
    texts[shape] = []
    for (const file of made)
      texts[shape].push((await ingestHere({ bytes: Buffer.from(file), filename: `a.${shape}` })).capture.text)
  }
  const rows: Row[] = []
  for (const from of Object.keys(texts))
    for (const to of Object.keys(texts)) {
      if (from === to) continue
      const counted = new Map<string, number>(STATES.map((state) => [state, 0]))
      let right = 0
      for (const [i, before] of texts[from]!.entries()) {
        const after = texts[to]![i]!
        const spans = passagesOf(r, before, EXCERPTS / ARTICLES)
        const passages = spans.map(({ start, end }) => describe(before, start, end))
        for (const [n, at] of carry(before, after, passages).entries()) {
          counted.set(at.state, counted.get(at.state)! + 1)
          const words = before.slice(spans[n]!.start, spans[n]!.end)
          const there = at.state === 'gone' ? '' : after.slice(at.start, at.end)
          if (fold(there, 'tight').text === fold(words, 'tight').text) right++
          else if (process.env.VOUCH_SHOW) process.stdout.write(`${at.state}: ${words}\n    → ${there}\n`)
        }
      }
      rows.push({ 'from → to': `${from} → ${to}`, 'words found': `${right}`, ...countsOf(counted) })
    }
  report('anchors-shapes', rows)
}

const countsOf = (counted: Map<string, number>) =>
  Object.fromEntries([...counted].map(([state, n]) => [state, String(n)]))

const edits = async () => {
  const r = random(SEED)
  const text = prose(r, 500_000)
  const rows: Row[] = []
  const carrier = openCarrier()
  for (const share of [0.01, 0.05, 0.2]) {
    const { text: later, after } = edited(r, text, share)
    const spans = passagesOf(r, text, EXCERPTS)
    const passages = spans.map(({ start, end }) => describe(text, start, end))
    const times: number[] = []
    for (let round = 0; round < ROUNDS; round++) {
      const begun = performance.now()
      await carrier.carry({ before: text, after: later, passages })
      times.push(performance.now() - begun)
    }
    const [whole, wholeRight, beside] = [[], [], []] as Resolved[][]
    const [altered, flagged] = [[], []] as Resolved[][]
    for (const [i, at] of carry(text, later, passages).entries()) {
      const { start, end } = spans[i]!
      const isWhole =
        after[start]! >= 0 && later.slice(after[start], after[end - 1]! + 1) === text.slice(start, end)
      if (isWhole) {
        whole!.push(at)
        if (at.state === 'changed' && at.polarity && at.start <= after[start]!) beside!.push(at)
        else if (at.state !== 'gone' && at.start === after[start] && !LOUD.includes(at.state))
          wholeRight!.push(at)
      } else {
        altered!.push(at)
        if (LOUD.includes(at.state)) flagged!.push(at)
      }
    }
    rows.push({
      'words edited': `${share * 100} %`,
      'untouched excerpts': `${whole!.length}`,
      'found in their place': `${wholeRight!.length}`,
      'loud for a “not” beside them': `${beside!.length}`,
      'altered excerpts': `${altered!.length}`,
      flagged: `${flagged!.length}`,
      'ms, in the thread': median(times),
    })
  }
  await carrier.close()
  report('anchors-edits', rows)
}

await shapes()
await edits()
