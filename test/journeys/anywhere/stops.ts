/** In a style that writes into the line, the page shows a citation before its full stop, and keys go by what is seen. */
import { expect, it } from 'vitest'
import { readBody } from '../../../shared/brief/body.ts'
import type { Analyst } from '../../support/analyst.ts'
import type { Journeys } from '../../support/together.ts'

/** In the line; until then the brief's citations are numbers. */
const chooseApa = async ({ page, text }: Analyst) => {
  await page.getByRole('button', { name: 'Export' }).click()
  const dialog = page.getByRole('dialog', { name: 'Export' })
  await dialog.getByLabel('Citation style of the brief').selectOption('apa')
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await text.locator('.stop-behind').waitFor({ state: 'attached' })
}

export const stopsBehindCitations = ({ together, workspace }: Journeys): void => {
  const textOf = async (id: string) => {
    const { rooms } = workspace().server.services
    const content = await rooms.transact(id, (doc) => readBody(doc).content![0]!.content!)
    return content.map((node) => node.text ?? '[c]').join('')
  }

  it('the full stop is seen behind the citation, where the caret finds it', async () => {
    const { ana, id } = await together()
    const { page } = ana
    await ana.pasteSource('Does the president use it himself?', { title: 'A council for AI' })
    await ana.writeOn('The president uses it.')
    await ana.take({ words: 'Does the president use it himself?' }, 'Cite')
    await chooseApa(ana)
    const stop = ana.text.locator('.stop-behind')

    const text = async () => {
      await ana.saved()
      return textOf(id)
    }
    const press = async (...keys: string[]) => {
      for (const key of keys) {
        await page.keyboard.press(key)
        await page.waitForTimeout(60)
      }
    }
    /** Behind which words of its paragraph the caret stands, and how high it is drawn. */
    const caret = () =>
      page.evaluate(() => {
        const range = getSelection()!.getRangeAt(0)
        const before = document.createRange()
        before.setStart(
          range.startContainer.parentElement!.closest('.page-text > *') ?? range.startContainer,
          0,
        )
        before.setEnd(range.startContainer, range.startOffset)
        return [before.toString(), range.getClientRects()[0]?.height ?? 0] as const
      })
    const drawn = await ana
      .citations()
      .first()
      .evaluate((one: HTMLElement) => {
        const { content } = getComputedStyle(one, '::after')
        // Firefox answers with what the style sheet says.
        return content === 'attr(data-stop)' ? `"${one.dataset.stop}"` : content
      })
    expect([drawn, await text()]).toEqual(['"."', 'The president uses it.[c]'])
    expect((await stop.boundingBox())!.width).toBeLessThan(0.5)

    // From the last letter over the stop and the citation, and back again: no press without a step to be seen.
    await ana.caretBehind('uses i')
    await press('ArrowRight')
    expect((await caret())[0]).toBe('The president uses it')
    await press('ArrowRight')
    await expect.poll(() => ana.text.locator('.citation.ProseMirror-selectednode').count()).toBe(1)
    await press('ArrowLeft')
    const [before, height] = await caret()
    expect(before).toMatch(/^The president uses it\.?$/)
    expect(height).toBeGreaterThan(15)
    await press('ArrowLeft')
    expect((await caret())[0]).toBe('The president uses i')

    // Between word and citation letters belong to the word.
    await press('ArrowRight', 'ArrowRight', 'ArrowLeft')
    await page.keyboard.type('self')
    expect(await text()).toBe('The president uses itself.[c]')
    await press('Backspace', 'Backspace', 'Backspace', 'Backspace')
    expect(await text()).toBe('The president uses it.[c]')

    // Behind the citation the stop is what Backspace takes first; typed anew it is where it was.
    await ana.caretAtEnd()
    await press('Backspace')
    expect(await text()).toBe('The president uses it[c]')
    await stop.waitFor({ state: 'detached' })
    await press('ControlOrMeta+z')
    expect(await text()).toBe('The president uses it.[c]')
    await ana.caretAtEnd()
    await page.keyboard.type(' So it is.')
    expect(await text()).toBe('The president uses it.[c] So it is.')

    // Delete takes what is seen behind the caret: a letter, the citation, and only then the stop. Of a word there is no more of it.
    await ana.caretBehind('uses i')
    for (const keys of ['Delete', 'Control+Delete']) {
      await press('Delete', keys)
      expect(await text()).toBe('The president uses i. So it is.')
      await press('Delete')
      expect(await text()).toBe('The president uses i So it is.')
      for (let step = 0; step < 3 && (await text()) !== 'The president uses it.[c] So it is.'; step++)
        await press('ControlOrMeta+z')
      expect(await text()).toBe('The president uses it.[c] So it is.')
      await ana.caretBehind('uses i')
    }
    expect(ana.seat.mistakes).toEqual([])
  })

  it('in a line that runs from the right, arrows get over a citation and its stop both ways', async () => {
    const { ana, id } = await together()
    const { page } = ana
    await ana.pasteSource('Does the president use it himself?', { title: 'A council for AI' })
    await ana.caretAtEnd()
    await page.keyboard.insertText('هذا صحيح.')
    await ana.take({ words: 'Does the president use it himself?' }, 'Cite')
    await ana.caretAtEnd()
    await page.keyboard.insertText(' وهذا')
    const become = (wanted: string) => expect.poll(() => textOf(id)).toBe(wanted)
    const press = async (key: string, times: number) => {
      for (let n = 0; n < times; n++) {
        await page.keyboard.press(key)
        await page.waitForTimeout(60)
      }
    }
    await become('هذا صحيح.[c] وهذا')
    // A press for the letter, the stop and the space, two for the citation.
    await ana.caretBehind('صحي')
    await press('ArrowLeft', 5)
    await page.keyboard.insertText('ب')
    await become('هذا صحيح.[c] بوهذا')
    await press('ArrowRight', 5)
    await page.keyboard.insertText('ت')
    await become('هذا صحيحت.[c] بوهذا')

    // Behind the citation the stop has no place of its own.
    await chooseApa(ana)
    await ana.caretBehind('صحي')
    await press('ArrowLeft', 5)
    await page.keyboard.insertText('ب')
    await become('هذا صحيحت.[c] ببوهذا')
    await press('ArrowRight', 4)
    await page.keyboard.insertText('ت')
    await become('هذا صحيحتت.[c] ببوهذا')
    expect(ana.seat.mistakes).toEqual([])
  })
}
