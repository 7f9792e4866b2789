import { beforeAll, describe as about, expect, it } from 'vitest'
import { carry } from '../../../shared/anchor/carry.ts'
import { describe } from '../../../shared/anchor/describe.ts'
import { fold } from '../../../shared/anchor/fold.ts'
import { article, asDocx, asHtml, asPdf, asText } from '../../support/articles.ts'
import { ingestHere } from '../../support/ingest-here.ts'
import { passagesOf } from '../../support/prose.ts'
import { random, seedOfRun } from '../../support/random.ts'

const seed = seedOfRun()
const r = random(seed)
const texts: Record<string, string> = {}

beforeAll(async () => {
  const one = article(r)
  const files = { 'a.html': asHtml(one), 'a.docx': asDocx(one), 'a.pdf': asPdf(one), 'a.txt': asText(one) }
  for (const [filename, file] of Object.entries(files))
    texts[filename] = (await ingestHere({ bytes: Buffer.from(file), filename })).capture.text
})

about('An excerpt of an article that comes again in another shape', () => {
  const names = ['a.html', 'a.docx', 'a.pdf', 'a.txt']
  const pairs = names.flatMap((from) => names.filter((to) => to !== from).map((to) => [from, to]))

  it.each(pairs)(`is found again, and nothing is said of it (%s → %s, seed ${seed})`, (from, to) => {
    const before = texts[from!]!
    const after = texts[to!]!
    const spans = passagesOf(r, before, 60)
    const found = carry(
      before,
      after,
      spans.map(({ start, end }) => describe(before, start, end)),
    )
    for (const [i, at] of found.entries()) {
      const words = before.slice(spans[i]!.start, spans[i]!.end)
      expect(['exact', 'moved', 'reflowed', 'context-changed'], words).toContain(at.state)
      const there = at.state === 'gone' ? '' : after.slice(at.start, at.end)
      expect(fold(there, 'tight').text).toBe(fold(words, 'tight').text)
    }
  })
})
