/** The main walks as a screen reader meets them: Chromium's accessibility tree, in which everything one can act on has a name. */
import { describe, expect, it, onTestFinished } from 'vitest'
import { Analyst } from '../support/analyst.ts'
import { journeys } from '../support/together.ts'

const { workspace } = journeys()

/** Roles that a person acts on, or goes to by name (WAI-ARIA 1.2). */
const NAMED = new Set(
  (
    'button link textbox searchbox combobox checkbox radio switch slider spinbutton tab menuitem option treeitem ' +
    'dialog alertdialog complementary navigation region image img doc-noteref separator'
  ).split(' '),
)

type Met = { role: string; name: string; focusable: boolean }

describe.runIf(process.env.VOUCH_LONG)('By the accessibility tree', () => {
  it('everything one can act on has a role and a name, and the landmarks tell where one is', async () => {
    const { server, browser } = workspace()
    const ana = await Analyst.sitDown(browser)
    onTestFinished(() => ana.leave())
    const { page } = ana
    await server.signIn(page)
    const [{ id }] = await server.get('/api/briefs')
    const session = await page.context().newCDPSession(page)
    await session.send('Accessibility.enable')
    const met = async (): Promise<Met[]> => {
      const { nodes } = await session.send('Accessibility.getFullAXTree')
      return nodes
        .filter(({ ignored, role }) => !ignored && NAMED.has(String(role?.value)))
        .map(({ role, name, properties }) => ({
          role: String(role!.value),
          name: String(name?.value ?? '').trim(),
          focusable:
            properties?.some(({ name: each, value }) => each === 'focusable' && value.value) ?? false,
        }))
    }
    const nameless: string[] = []
    const look = async (where: string, expected: [role: string, name: RegExp][]) => {
      await page.waitForTimeout(400)
      const all = await met()
      for (const { role, name, focusable } of all)
        // A rule between blocks is a separator that nobody acts on.
        if (name === '' && (role !== 'separator' || focusable)) nameless.push(`${where}: ${role}`)
      for (const [role, name] of expected)
        expect(
          all.filter((each) => each.role === role && name.test(each.name)),
          `${where}: ${role} ${String(name)} among ${JSON.stringify(all.map((each) => `${each.role} ${each.name}`))}`,
        ).not.toEqual([])
    }

    await page.goto(server.url)
    await page.getByRole('list', { name: 'Briefs' }).waitFor()
    await look('list', [
      ['button', /New brief/],
      ['link', /Valmere/],
      ['link', /Library/],
    ])
    await page.goto(`${server.url}/b/${id}`)
    await ana.saved()
    await look('brief', [
      ['textbox', /^Brief text$/],
      ['complementary', /^Sources$/],
      ['complementary', /^Evidence$/],
      ['button', /^Citation 1\b/],
      ['button', /^Share$/],
      ['button', /^Export$/],
      ['button', /Commands/],
    ])
    await ana.citations().first().click()
    await look('citation', [['button', /checked this/i]])
    await page.keyboard.press('ControlOrMeta+k')
    await page.locator('.palette-field input').waitFor()
    await look('palette', [
      ['combobox', /Search commands/],
      ['option', /Share/],
    ])
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Export', exact: true }).click()
    await look('export', [
      ['dialog', /^Export$/],
      ['radio', /^Inside/],
      ['combobox', /File/],
    ])
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Share', exact: true }).click()
    await look('share', [['dialog', /Share/]])
    await page.keyboard.press('Escape')
    const { url } = await server.post(`/api/briefs/${id}/publications`, { openly: true })
    await page.goto(new URL(url, server.url).href)
    await look('published page', [
      ['doc-noteref', /^Citation 1$/],
      ['region', /^Sources$/],
    ])
    expect(nameless).toEqual([])
  })
})
