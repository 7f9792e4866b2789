/**
 * Briefs an article as a person would, through the screen: pastes it, writes each sentence of a plan, marks the
 * passage it rests on, says who says it, cites. For trying an article that is not in the repository.
 *
 *     npx tsx test/by-hand/brief-an-article.ts ARTICLE.txt PLAN.json [FOLDER]
 *
 * The plan names the source, works without text, and the sentences in order; see council-plan.json beside this
 * file. FOLDER gets the exported Markdown and pictures of the screen.
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { Analyst } from '../support/analyst.ts'
import { openBrowser } from '../support/browser.ts'
import { startTestServer } from '../support/server.ts'

const who = { says: z.string().optional(), unnamed: z.boolean().optional(), via: z.string().optional() }
const plan = z.object({
  title: z.string(),
  source: z.object({ title: z.string(), outlet: z.string().optional() }),
  attested: z.array(
    z.object({
      id: z.string(),
      kind: z.string(),
      title: z.string(),
      words: z.string(),
      place: z.string().optional(),
      ...who,
    }),
  ),
  steps: z.array(
    z.union([
      z.object({ heading: z.string() }),
      z.object({
        text: z.string(),
        /** Words of the passage that stand quoted in the sentence, between `text` and `after`. */
        quoted: z.string().optional(),
        after: z.string().default(''),
        cite: z.object({ words: z.string(), ...who }).optional(),
        citeAttested: z.string().optional(),
      }),
    ]),
  ),
})

const [articlePath, planPath, folder = 'data/by-hand'] = process.argv.slice(2)
if (!articlePath || !planPath) {
  console.error('Usage: npx tsx test/by-hand/brief-an-article.ts ARTICLE.txt PLAN.json [FOLDER]')
  process.exit(2)
}
const article = readFileSync(articlePath, 'utf8')
const { title, source, attested, steps } = plan.parse(JSON.parse(readFileSync(planPath, 'utf8')))
mkdirSync(folder, { recursive: true })

const server = await startTestServer()
const browser = await openBrowser()
const ana = await Analyst.sitDown(browser)
const picture = (name: string) => ana.page.screenshot({ path: join(folder, `${name}.png`) })
try {
  const since = Date.now()
  const { id } = await server.newBrief(title)
  await server.signIn(ana.page)
  await ana.page.goto(`${server.url}/b/${id}`)
  await ana.text.waitFor()
  await ana.pasteSource(article, source)
  await picture('1-source')
  for (const work of attested) {
    await ana.sourceWithoutText(work.kind, { title: work.title })
    await ana.attest(work.words, work)
  }
  await picture('2-attested')
  let first = true
  for (const step of steps) {
    if (!first) await ana.writeOn('\n')
    first = false
    if ('heading' in step) {
      await ana.writeOn(`## ${step.heading}`)
      continue
    }
    await ana.writeOn(step.text)
    if (step.cite) {
      await ana.openSource(source.title)
      if (step.quoted) {
        await ana.take({ words: step.quoted }, 'Quote inline')
        await ana.writeOn(step.after)
      }
      await ana.take(step.cite, 'Cite')
    } else if (step.citeAttested) {
      const work = attested.find((a) => a.id === step.citeAttested)!
      await ana.openSource(work.title)
      await ana.sources.getByRole('button', { name: 'Cite', exact: true }).click()
    }
  }
  await ana.saved()
  await ana.page.waitForTimeout(3000)
  await picture('3-brief')
  await ana.citations().first().click()
  await ana.page.waitForTimeout(500)
  await picture('4-citation')
  const markdown = await ana.exported()
  const api = await server.text(`/api/briefs/${id}/export.md`)
  const command = execFileSync(process.execPath, ['bin/vouch.mjs', 'export', id], {
    env: { ...process.env, DATA_DIR: server.dir },
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  })
  const again = await server.post('/api/briefs/import', { markdown })
  const back = await server.text(`/api/briefs/${again.id}/export.md`)
  writeFileSync(join(folder, 'brief.md'), markdown)
  console.log({
    seconds: Math.round((Date.now() - since) / 1000),
    citations: await ana.citations().count(),
    vias: steps.filter((s) => 'cite' in s && s.cite?.via).length,
    'button = API': markdown === api,
    'button = command': markdown === command,
    'export → import → export': markdown === back,
    report: again.report,
    mistakes: ana.seat.mistakes,
  })
} finally {
  await browser.close()
  await server.close()
}
