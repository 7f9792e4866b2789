/** What other programs put on the clipboard, in a real browser: it comes in as what it is, and the page stays quick. */
import { describe, expect, it } from 'vitest'
import { PATIENCE } from '../support/browser.ts'
import { journeys } from '../support/together.ts'
import { aPageOfWord, otherPrograms, typing } from './anywhere/pasting.ts'

const places = journeys()

/** A browser's seconds are dear: one paste and one page of typing in each round, the rest in the long one. */

describe('Pasting', () => {
  aPageOfWord(places)

  if (process.env.VOUCH_LONG) otherPrograms(places)

  if (process.env.VOUCH_LONG)
    it('of Markdown is what it means, and one step of undo gives the text back', async () => {
      const { ana } = await places.alone('Markdown')
      await ana.paste({ 'text/plain': '# Findings\n\n- Energy\n- **Metals**[^1]\n\n[^1]: Not gold.' })
      await ana.text.getByRole('button', { name: 'Footnote a: Not gold.' }).waitFor()
      expect(await ana.blocks()).toEqual(['Findings', 'EnergyMetals'])
      await ana.page.keyboard.press('ControlOrMeta+z')
      await expect
        .poll(() => ana.blocks())
        .toEqual(['# Findings', '- Energy', '- **Metals**[^1]', '[^1]: Not gold.'])
      await ana.page.keyboard.press('ControlOrMeta+z')
      await expect.poll(() => ana.blocks()).toEqual([''])
    })

  if (process.env.VOUCH_LONG)
    it('into a footnote brings the words, cleaned as for the page, and says what no footnote holds', async () => {
      const { ana, brief } = await places.alone('A footnote')
      await ana.page.keyboard.type('Exports fell.')
      await ana.page.keyboard.press('ControlOrMeta+Alt+f')
      const note = ana.page.getByRole('textbox', { name: 'Text of the footnote' })
      await note.waitFor()
      const line =
        '<p class=MsoNormal><span style="color:red">See <b>the ministry</b></span><script>1</script></p>'
      await ana.paste({
        'text/html': `${line}<table><tr><td>A</td><td>B</td></tr></table>`,
        'text/plain': 'See',
      })
      await expect.poll(() => note.innerHTML()).toContain('See <strong>the ministry</strong>')
      await ana.page.getByText('Left out: 1 table and 1 script.').waitFor()
      await ana.page.keyboard.press('ControlOrMeta+z')
      await expect.poll(() => note.innerText()).toBe('\n')
      await ana.paste({ 'text/plain': '# Findings\n\n- Energy\n- **Metals**[^1]\n\n[^1]: Not gold.' })
      await expect.poll(() => note.locator('p').allInnerTexts()).toEqual(['Findings', 'Energy', 'Metals'])
      await ana.saved()
      expect((await brief()).footnotes.size).toBe(1)
    })

  if (process.env.VOUCH_LONG)
    it('five megabytes hold nobody up, and what no brief has room for is refused in a sentence', async () => {
      const { ana } = await places.alone('Large')
      const pasteOf = (open: string, words: string, close: string, times: number) =>
        ana.page.evaluate(
          async ([before, within, after, many]) => {
            const clipboardData = new DataTransfer()
            clipboardData.setData('text/html', before.repeat(many) + within + after.repeat(many))
            const began = performance.now()
            document.activeElement!.dispatchEvent(
              new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
            )
            await new Promise((done) => requestAnimationFrame(() => setTimeout(done)))
            return performance.now() - began
          },
          [open, words, close, times] as const,
        )
      await pasteOf('<div>', 'Words', '</div>', 450_000)
      await expect.poll(() => ana.blocks(), { timeout: PATIENCE }).toEqual(['Words'])
      await pasteOf('<script>alert(1)</script><p>More</p>', '', '', 130_000)
      await ana.page.getByText('more than this brief has room for').waitFor({ timeout: 4 * PATIENCE })
      expect(await ana.blocks()).toEqual(['Words'])

      const line = `<p style="${'color:red;'.repeat(90)}" onclick="a()"><span style="font-family:Arial">${'Words of a sentence. '.repeat(14)}</span></p>`
      const blocks = () => ana.text.evaluate((text) => text.childElementCount)
      await ana.text.evaluate((text) => {
        const drawn = new Set<number>()
        const look = () => {
          drawn.add(text.childElementCount)
          requestAnimationFrame(look)
        }
        look()
        Object.assign(globalThis, { drawn })
      })
      await pasteOf(line, '', '', 4_000)
      await ana.page.getByText('Taking in a long text…').waitFor()
      await expect.poll(blocks, { timeout: 4 * PATIENCE }).toBe(4_001)
      // It was seen to arrive.
      const seen = await ana.page.evaluate(() => (globalThis as unknown as { drawn: Set<number> }).drawn.size)
      expect(seen).toBeGreaterThan(4)
      await ana.page.getByText('Taking in a long text…').waitFor({ state: 'hidden' })
      await ana.page.keyboard.press('ControlOrMeta+z')
      await expect.poll(blocks, { timeout: PATIENCE }).toBe(1)
      expect(await ana.blocks()).toEqual(['Words'])

      // Undone while it arrives, it stops; redo gives back what had come, and no more comes.
      await pasteOf(line, '', '', 4_000)
      // In the page itself: a key from outside may come when all of it is there.
      await ana.text.evaluate(async (text) => {
        while (text.childElementCount < 100) await new Promise(requestAnimationFrame)
        const undo = { key: 'z', code: 'KeyZ', ctrlKey: true, bubbles: true, cancelable: true }
        text.dispatchEvent(new KeyboardEvent('keydown', undo))
      })
      await ana.page.getByText('Taking in a long text…').waitFor({ state: 'hidden' })
      expect(await ana.blocks()).toEqual(['Words'])
      await ana.page.keyboard.press('ControlOrMeta+Shift+z')
      const came = await blocks()
      expect(came).toBeGreaterThanOrEqual(100)
      expect(came).toBeLessThan(4_001)
      await ana.page.waitForTimeout(1_000)
      expect(await blocks()).toBe(came)
      await ana.page.keyboard.press('ControlOrMeta+z')
      await expect.poll(() => ana.blocks()).toEqual(['Words'])

      // What was there before stays, and the next word is a step of its own, its blank with it.
      await ana.page.keyboard.type(' and more')
      await ana.page.keyboard.press('ControlOrMeta+z')
      await expect.poll(() => ana.blocks()).toEqual(['Words and '])
    })
})

describe('Typing', () => {
  typing(places)
})
