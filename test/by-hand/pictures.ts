/**
 * Draws the main views anew into docs/pictures: `npx tsx test/by-hand/pictures.ts` after `npm run build`. Needs pngquant
 * (Debian: apt install pngquant), so that each stays small.
 */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { Analyst } from '../support/analyst.ts'
import { openBrowser } from '../support/browser.ts'
import { startTestServer } from '../support/server.ts'

const FOLDER = fileURLToPath(new URL('../../docs/pictures/', import.meta.url))

const server = await startTestServer()
const browser = await openBrowser()

const picture = async (page: Page, name: string) => {
  // What fades in has come.
  await page.waitForTimeout(500)
  const path = `${FOLDER}${name}.png`
  await page.screenshot({ path })
  const { error, stderr } = spawnSync('pngquant', ['--force', '--output', path, '48', path], {
    encoding: 'utf8',
  })
  if (error) throw new Error('pngquant is missing. On Debian: apt install pngquant')
  if (stderr) process.stderr.write(stderr)
}

const [example] = await server.get('/api/briefs')
const { id } = await server.post('/api/briefs', { title: 'Valmere’s AI taskforce', copyOf: example.id })

for (const [look, colorScheme, width, height] of [
  ['light', 'light', 1280, 800],
  ['dark', 'dark', 1280, 800],
  ['narrow', 'light', 390, 844],
] as const) {
  const ana = await Analyst.sitDown(browser, {
    colorScheme,
    viewport: { width, height },
    reducedMotion: 'reduce',
  })
  const { page } = ana
  await server.signIn(page)
  await page.goto(server.url)
  await page.locator('.briefs-list').waitFor()
  await picture(page, `list-${look}`)
  await page.goto(`${server.url}/library`)
  await page.locator('.briefs-list').waitFor()
  await picture(page, `library-${look}`)
  await page.goto(`${server.url}/b/${id}`)
  await ana.citations().first().waitFor()
  await ana.saved()
  await picture(page, `brief-${look}`)
  await page.getByRole('button', { name: 'Export', exact: true }).click()
  await page.getByRole('dialog').waitFor()
  await picture(page, `export-${look}`)
  await page.keyboard.press('Escape')
  await ana.citations().first().click()
  await ana.evidence.locator('.citation-card.active').waitFor()
  await picture(page, `citation-${look}`)
  if (look === 'narrow') {
    await page.getByRole('navigation', { name: 'Panes' }).getByRole('button', { name: 'Sources' }).click()
    await picture(page, 'reader-narrow')
  }
  if (look === 'light') {
    await page.emulateMedia({ media: 'print' })
    await page.setViewportSize({ width: 794, height: 1123 })
    await picture(page, 'brief-print')
  }
  await ana.leave()
}
await browser.close()
await server.close()
