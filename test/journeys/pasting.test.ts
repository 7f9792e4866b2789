/** What other programs put on the clipboard, in a real browser: it comes in as what it is, and the page stays quick. */
import { describe, expect, it, onTestFinished } from 'vitest'
import { readBrief } from '../../shared/brief/read.ts'
import { Analyst } from '../support/analyst.ts'
import { journeys } from '../support/together.ts'
import { fixture } from '../client/features/editor/paste/pasting.ts'

const { workspace, together } = journeys()

const atNewBrief = async (title: string) => {
  const { server, browser } = workspace()
  const { id } = await server.newBrief(title)
  const ana = await Analyst.sitDown(browser)
  onTestFinished(() => ana.leave())
  await server.signIn(ana.page)
  await ana.page.goto(`${server.url}/b/${id}`)
  await ana.text.waitFor()
  await ana.saved()
  await ana.caretAtEnd()
  return { ana, brief: async () => readBrief(await server.services.rooms.read(id)) }
}

/** A browser's seconds are dear: one paste and one page of typing in each round, the rest in the long one. */

describe('Pasting', () => {
  it('a page of Word brings its lists, its table and its footnotes, and one step takes it back', async () => {
    const { ana, brief } = await atNewBrief('Word')
    await ana.paste({ 'text/html': fixture('word.html'), 'text/plain': 'Sanctions and the budget' })
    await ana.text.getByRole('button', { name: 'Footnote b: See the ministry.' }).waitFor()
    await ana.page.getByText('Left out: 1 picture that is kept elsewhere', { exact: false }).waitFor()
    await ana.saved()
    const { body, footnotes } = await brief()
    expect(footnotes.size).toBe(2)
    expect((body.content ?? []).map(({ type }) => type)).toEqual([
      'heading',
      'tableOfContents',
      'heading',
      'paragraph',
      'bulletList',
      'orderedList',
      'heading',
      'table',
      'blockquote',
      'paragraph',
    ])
    await ana.page.keyboard.press('ControlOrMeta+z')
    expect(await ana.blocks()).toEqual([''])

    // A picture within the page goes through the door for pictures, and stands where it stood.
    await ana.paste({ 'text/html': fixture('writer.html'), 'text/plain': 'Findings' })
    await expect
      .poll(() => ana.text.locator('figure img').evaluate((img: HTMLImageElement) => img.naturalWidth))
      .toBe(1)
    await expect
      .poll(async () => ((await brief()).body.content ?? []).map(({ type }) => type).slice(-3))
      .toEqual(['orderedList', 'figure', 'table'])
  })

  if (process.env.VOUCH_LONG)
    it('of Markdown is what it means, and one step of undo gives the text back', async () => {
      const { ana } = await atNewBrief('Markdown')
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
      const { ana, brief } = await atNewBrief('A footnote')
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
      const { ana } = await atNewBrief('Large')
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
      const took: Record<string, number> = {}
      took.deep = await pasteOf('<div>', 'Words', '</div>', 450_000)
      expect(await ana.blocks()).toEqual(['Words'])
      took.tooMuch = await pasteOf('<script>alert(1)</script><p>More</p>', '', '', 130_000)
      await ana.page.getByText('more than this brief has room for').waitFor()
      expect(await ana.blocks()).toEqual(['Words'])
      const line = `<p style="${'color:red;'.repeat(15)}" onclick="a()"><span style="font-family:Arial">${'Words of a sentence. '.repeat(14)}</span></p>`
      took.large = await pasteOf(line, '', '', 10_000)
      expect(await ana.text.locator('> *').count()).toBeGreaterThan(9_999)
      // On a busy machine; measured alone it is about a third of it.
      for (const [, ms] of Object.entries(took)) expect(ms).toBeLessThan(15_000)
    })
})

describe('Typing', () => {
  it('writes the marks of the language, gives the typed sign back at once, and leaves code alone', async () => {
    const { ana } = await atNewBrief('Typing')
    const { keyboard } = ana.page
    await keyboard.type(`He said "no" -- it's 19--20...`)
    expect(await ana.blocks()).toEqual(['He said “no” – it’s 19–20…'])
    await keyboard.press('Backspace')
    expect(await ana.blocks()).toEqual(['He said “no” – it’s 19–20...'])
    await keyboard.type(' "')
    await keyboard.press('ControlOrMeta+z')
    await keyboard.type('x')
    expect(await ana.blocks()).toEqual(['He said “no” – it’s 19–20... "x'])
    await keyboard.press('ControlOrMeta+Shift+Space')
    await ana.text.locator('.fixed-space').waitFor()
    await keyboard.type('%\n```\n"a" -- b')
    expect(await ana.blocks()).toEqual(['He said “no” – it’s 19–20... "x\u00a0%', '"a" -- b'])
    const spelled = (part: string) =>
      ana.text
        .locator(part)
        .evaluate((element: HTMLElement) => [
          element.spellcheck,
          element.closest<HTMLElement>('[lang]')!.lang,
        ])
    expect(await spelled('p')).toEqual([true, 'en-GB'])
    expect(await spelled('pre code')).toEqual([false, 'en-GB'])
  })

  if (process.env.VOUCH_LONG)
    it('a composition goes on while a colleague writes in the same paragraph, and no emoji is cut', async () => {
      const { ana, ben } = await together()
      await ana.writeOn('Left: Right:')
      await expect.poll(() => ben.blocks()).toEqual(['Left: Right:'])
      await ana.caretBehind('Left:')
      await ben.caretBehind('Right:')
      const keys = await ana.page.context().newCDPSession(ana.page)
      const compose = (text: string) =>
        keys.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
      await compose('に')
      await ben.page.keyboard.type(' one')
      await compose('にほ')
      await ben.page.keyboard.type(' two')
      await ben.page.keyboard.insertText('👩🏽‍🚀🇺🇦')
      await ben.saved()
      await compose('にほん')
      await keys.send('Input.insertText', { text: '日本' })
      await ana.page.keyboard.insertText('👨‍👩‍👧‍👦')
      const whole = ['Left:日本👨‍👩‍👧‍👦 Right: one two👩🏽‍🚀🇺🇦']
      await expect.poll(() => ana.blocks()).toEqual(whole)
      await expect.poll(() => ben.blocks()).toEqual(whole)
    })
})
