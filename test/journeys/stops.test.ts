/** In a style that writes into the line, the page shows a citation before its full stop, and keys go by what is seen. For the long round. */
import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { readBody } from '../../shared/brief/body.ts'
import { journeys } from '../support/together.ts'

const { together, workspace } = journeys()

it.runIf(process.env.VOUCH_LONG)(
  'The full stop is seen behind the citation, where the caret finds it',
  async () => {
    const { ana, id } = await together()
    const { page } = ana
    const article = await readFile('test/fixtures/articles/council.txt', 'utf8')
    await ana.pasteSource(article, { title: 'A council for AI', date: '18 February 2025' })
    await ana.writeOn('The president uses it.')
    await ana.take({ words: 'Does the president use it himself?' }, 'Cite')
    await page.getByRole('button', { name: 'Export' }).click()
    const dialog = page.getByRole('dialog', { name: 'Export' })
    await dialog.getByLabel('Citation style of the brief').selectOption('apa')
    await dialog.getByRole('button', { name: 'Cancel' }).click()
    const stop = ana.text.locator('.stop-behind')
    await stop.waitFor({ state: 'attached' })

    const text = async () => {
      await ana.saved()
      const { rooms } = workspace().server.services
      const content = await rooms.transact(id, (doc) => readBody(doc).content![0]!.content!)
      return content.map((node) => node.text ?? '[c]').join('')
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
      .evaluate((one) => getComputedStyle(one, '::after').content)
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
    expect(ana.seat.mistakes).toEqual([])
  },
)
