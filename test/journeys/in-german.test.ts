/** The page in German: chosen in the account menu and kept on the device, at every address from the first word on. In the long round. */
import { describe, expect, it, onTestFinished } from 'vitest'
import { Analyst } from '../support/analyst.ts'
import { journeys } from '../support/together.ts'

const { workspace } = journeys()

describe.runIf(process.env.VOUCH_LONG)('In German', () => {
  it('is read after it was chosen, wherever the page is opened, and so are the files of a brief that was begun in it', async () => {
    const { server, browser } = workspace()
    const ana = await Analyst.sitDown(browser, { locale: 'en-GB' })
    onTestFinished(() => ana.leave())
    const { page } = ana
    await server.signIn(page)
    await page.goto(`${server.url}/`)
    await page.getByRole('button', { name: /^Account of/ }).click()
    await page.getByRole('menuitem', { name: 'Language' }).click()
    await page.getByRole('menuitemradio', { name: 'Deutsch', exact: true }).click()
    await page.getByRole('button', { name: 'Neues Briefing' }).waitFor()
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('de')

    await page.getByRole('button', { name: 'Neues Briefing' }).click()
    await page.getByLabel('Titel').fill('Energiesicherheit im Winter')
    await page.getByRole('button', { name: 'Anlegen' }).click()
    await page.waitForURL(/\/b\//)
    const text = page.getByRole('textbox', { name: 'Text des Briefings' })
    await text.waitFor()
    const id = page.url().split('/b/')[1]!.split(/[/?#]/)[0]!
    await server.post(`/api/briefs/${id}/sources`, {
      text: 'Die Speicher waren im November zu 98 Prozent gefüllt, sagte die Behörde. Niemand fragte, warum.\n\nIm Januar sank der Stand auf 60 Prozent.',
      item: {
        type: 'report',
        title: 'Gasspeicher im Winterhalbjahr: Lage, Risiken und Empfehlungen',
        author: [{ family: 'Bundesnetzagentur', given: '' }],
        issued: { 'date-parts': [[2025, 11, 3]] },
        accessed: { 'date-parts': [[2025, 12, 1]] },
        URL: 'https://news.example/speicher',
      },
    })
    await page.goto(`${server.url}/b/${id}`)
    await text.waitFor()
    await page
      .getByRole('button', { name: /^Gasspeicher/ })
      .first()
      .waitFor()
    await page.getByText('Gespeichert', { exact: true }).waitFor()
    await text.click()
    await page.keyboard.type('Die Speicher sind voll.')
    await page.keyboard.press('Enter')
    await page.keyboard.type('/')
    await page.getByRole('listbox').waitFor()
    await page.keyboard.press('Escape')
    await page.keyboard.press('Backspace')
    await page.keyboard.press('Backspace')

    await page
      .getByRole('button', { name: /^Gasspeicher/ })
      .first()
      .click()
    await page.getByText('Niemand fragte').waitFor()
    await page.getByRole('button', { name: 'Alle Quellen' }).click()
    await page.getByRole('button', { name: /^Mehr zu Gasspeicher/ }).click()
    await page.getByRole('menuitem', { name: 'Quelle anführen' }).click()
    await page.locator('.card-head').first().click()
    await page.locator('.cite').getByRole('button', { name: 'Bearbeiten' }).click()
    await page.getByRole('button', { name: 'Neue Quelle' }).first().click()
    await page.getByRole('dialog').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Teilen', exact: true }).click()
    await page.getByRole('dialog').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    await page.getByRole('button', { name: 'Exportieren', exact: true }).click()
    await page.getByRole('dialog').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    await page.keyboard.press('ControlOrMeta+k')
    await page.keyboard.press('Escape')
    await page.keyboard.press('ControlOrMeta+/')
    await page.keyboard.press('Escape')
    await page.keyboard.press('ControlOrMeta+f')
    await page.keyboard.press('Escape')

    const { body: exported } = await server.ask('GET', `/api/briefs/${id}/export.html`)
    expect(exported).toContain('<html lang="de"')
    expect(exported).toContain('<h2 id="sources">Quellen</h2>')
    expect(exported).toContain('(Abruf: 1.\u00a0Dezember 2025)')
    expect(ana.seat.mistakes).toEqual([])
  })

  it('begins a brief from a German template, names its tasks, and says what an import left out', async () => {
    const { server, browser } = workspace()
    const ana = await Analyst.sitDown(browser, { locale: 'de-DE' })
    onTestFinished(() => ana.leave())
    const { page } = ana
    await server.signIn(page)
    await page.goto(`${server.url}/`)
    await page.getByRole('button', { name: 'Neues Briefing' }).click()
    await page.getByLabel('Titel').fill('Wärmepumpen im Altbau')
    await page.getByLabel('Ausgehen von').selectOption({ value: 'decision-brief' })
    await page.getByText('Frage · Fazit · Kernaussagen').waitFor()
    await page.getByRole('button', { name: 'Anlegen' }).click()
    await page.waitForURL(/\/b\//)
    const text = page.getByRole('textbox', { name: 'Text des Briefings' })
    const guidance = text.locator('[data-guidance^="Die Entscheidung, um die es geht"]')
    await guidance.click()
    await page.keyboard.type('[ ] Behörde fragen')
    await page.getByRole('checkbox', { name: 'Aufgabe: Behörde fragen' }).waitFor()
    await guidance.waitFor({ state: 'detached' })

    await page.getByText('Gespeichert', { exact: true }).waitFor()
    await page.getByRole('link', { name: 'Alle Briefings' }).click()
    await page.getByLabel('Zu importierende Datei').setInputFiles({
      name: 'notiz.md',
      mimeType: 'text/markdown',
      buffer: Buffer.from('Text mit [einem Link](javascript:x).\n\n<div>roh</div>\n'),
    })
    await page.getByRole('dialog').getByText('HTML wurde an einer Stelle als bloßer Text gelesen.').waitFor()
    expect(ana.seat.mistakes).toEqual([])
  })
})
