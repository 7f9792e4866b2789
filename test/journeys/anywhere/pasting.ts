/** What other programs put on the clipboard comes in as what it is; and what typing makes of signs. */
import { expect, it } from 'vitest'
import type { Journeys } from '../../support/together.ts'
import { fixture, linesOf, pasted } from '../../client/features/editor/paste/pasting.ts'

export const aPageOfWord = ({ alone }: Journeys): void => {
  it('a page of Word brings its lists, its table and its footnotes, and one step takes it back', async () => {
    const { ana, brief } = await alone('Word')
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
}

/** Ids are given anew each time. */
const plain = (lines: string[]) => lines.map((line) => line.replaceAll(/\[\^\w+\]/g, '[^]'))

export const otherPrograms = ({ alone }: Journeys): void => {
  it('texts of other programs and of the web come in as they do without a screen, and one step takes each back', async () => {
    const { ana, brief } = await alone('From elsewhere')
    const alarms: string[] = []
    ana.page.on('dialog', (dialog) => {
      alarms.push(dialog.message())
      void dialog.dismiss()
    })
    for (const program of [
      'word-online',
      'google-docs',
      'web-page',
      'apple-notes',
      'google-sheets',
      'excel',
      'calc',
    ]) {
      const html = fixture(`${program}.html`)
      await ana.paste({ 'text/html': html, 'text/plain': 'As it is' })
      const wanted = plain(pasted(html).lines)
      await expect
        .poll(async () => plain(linesOf((await brief()).body)), { message: program })
        .toEqual(wanted)
      await ana.page.keyboard.press('ControlOrMeta+z')
      await expect.poll(() => ana.blocks(), { message: program }).toEqual([''])
    }
    expect(alarms).toEqual([])
    // The scripts of a web page are blocked as it is read, which Chromium says.
    const blocked = /^Executing inline event handler violates/
    expect(ana.seat.mistakes.filter((mistake) => !blocked.test(mistake))).toEqual([])
  })
}

export const typing = ({ alone }: Journeys): void => {
  it('writes the marks of the language, gives the typed sign back at once, and leaves code alone', async () => {
    const { ana } = await alone('Typing')
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
}
