/** Two people at the same paragraph at the same moment: nothing is scrambled, lost or put before what it backs. */
import { describe, expect, it } from 'vitest'
import type { Analyst } from '../support/analyst.ts'
import { journeys } from '../support/together.ts'

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz'
const DIGITS = '01234567890123456789012345'

const { together } = journeys()

/** A source whose words a person attests, ready to be cited whole. */
const bringSource = async (ana: Analyst, title: string) => {
  await ana.sourceWithoutText('Interview', { title })
}

const theSame = (ana: Analyst, ben: Analyst) =>
  expect
    .poll(async () => JSON.stringify(await ana.blocks()) === JSON.stringify(await ben.blocks()))
    .toBe(true)

describe('Two people in one paragraph', () => {
  it('type letter by letter at two ends of a paragraph with an id, and both texts come out in order', async () => {
    const { ana, ben } = await together()
    await ana.writeOn('Left: Right:')
    await expect.poll(() => ben.blocks()).toEqual(['Left: Right:'])
    expect(await ana.text.locator('p').first().getAttribute('data-id')).toBeTruthy()
    await ana.caretBehind('Left: ')
    await ben.caretBehind('Right:')
    await Promise.all([
      ana.page.keyboard.type(ALPHABET, { delay: 25 }),
      ben.page.keyboard.type(DIGITS, { delay: 25 }),
    ])
    const whole = [`Left: ${ALPHABET}Right:${DIGITS}`]
    await expect.poll(() => ana.blocks()).toEqual(whole)
    await expect.poll(() => ben.blocks()).toEqual(whole)
  })

  it('type at the very same place, and each text stays in one piece', async () => {
    const { ana, ben } = await together()
    await ana.writeOn('Both: ')
    await expect.poll(() => ben.blocks()).toEqual(['Both: '])
    await ana.caretAtEnd()
    await ben.caretAtEnd()
    await Promise.all([
      ana.page.keyboard.type(ALPHABET, { delay: 20 }),
      ben.page.keyboard.type(DIGITS, { delay: 20 }),
    ])
    await theSame(ana, ben)
    const [text] = await ana.blocks()
    expect(text!.replace(/\d/g, '')).toBe(`Both: ${ALPHABET}`)
    expect(text!.replace(/\D/g, '')).toBe(DIGITS)
  })

  it.each(['live', 'offline'] as const)(
    'one cites in mid-paragraph while the other writes behind it (%s): the words stay behind the citation',
    async (how) => {
      const { ana, ben } = await together()
      await bringSource(ana, 'Talk with the secretary')
      await ana.writeOn('Exports fell. Prices rose.')
      await expect.poll(() => ben.blocks()).toEqual(['Exports fell. Prices rose.'])
      if (how === 'offline') await ana.offline(true)
      await ana.caretBehind('Exports fell.')
      await ben.caretAtEnd()
      await Promise.all([
        ana.citeSource(),
        ben.page.keyboard.type(' Wages stood still.', { delay: how === 'live' ? 15 : 0 }),
      ])
      await expect.poll(() => ana.citations().count()).toBe(1)
      if (how === 'offline') {
        expect(await ben.citations().count()).toBe(0)
        await ana.offline(false)
      }
      const whole = ['Exports fell.[1] Prices rose. Wages stood still.']
      await expect.poll(() => ana.blocks(), { timeout: 20_000 }).toEqual(whole)
      await expect.poll(() => ben.blocks(), { timeout: 20_000 }).toEqual(whole)
    },
  )

  it('two add a cite to one citation, and it keeps both', async () => {
    const { ana, ben } = await together()
    await bringSource(ana, 'Talk with the secretary')
    await ana.writeOn('Exports fell.')
    await ana.citeSource()
    await expect.poll(() => ben.citations().count()).toBe(1)
    await ana.sourceWithoutText('Video', { title: 'Video of the session' })
    await ben.sourceWithoutText('Post', { title: 'Post of the ministry' })
    await ana.caretAtEnd()
    await ben.caretAtEnd()
    await Promise.all([ana.citeSource(), ben.citeSource()])
    for (const one of [ana, ben]) {
      await expect
        .poll(() => one.citations().evaluateAll((all) => all.map((c) => (c as HTMLElement).dataset.n)))
        .toEqual(['1, 2, 3'])
    }
  })

  if (process.env.VOUCH_LONG === '1')
    it('write above each other, and the line one writes in stays to be seen', async () => {
      const { ana, ben } = await together()
      await ana.writeOn(Array.from({ length: 40 }, (_, n) => `Line ${n}.`).join('\n'))
      await ana.saved()
      await ana.text.getByText('Line 20.').click()
      await ben.caretBehind('Line 18.')
      for (let n = 0; n < 30; n++) await ben.page.keyboard.type('\nMore.')
      await expect.poll(() => ana.text.getByText('More.').count()).toBe(30)
      const { y } = (await ana.text.getByText('Line 20.').boundingBox())!
      expect(y).toBeGreaterThan(0)
      expect(y).toBeLessThan(ana.page.viewportSize()!.height)
    })

  if (process.env.VOUCH_LONG === '1')
    it('write in one footnote, where each sees the other’s caret and the page shows it no more', async () => {
      const { ana, ben } = await together()
      await ana.writeOn('Sums are nominal.')
      await ana.page.keyboard.press('ControlOrMeta+Alt+f')
      const hers = ana.page.getByRole('textbox', { name: 'Text of the footnote' })
      await hers.waitFor()
      await ana.page.keyboard.type('At the prices of the day.')
      await ana.saved()
      await ben.text.getByRole('button', { name: /^Footnote a/ }).click()
      const his = ben.page.getByRole('textbox', { name: 'Text of the footnote' })
      await his.locator('.caret').waitFor()
      expect(await ben.text.locator('.caret').count()).toBe(0)
      await his.click()
      await ben.page.keyboard.press('End')
      await ben.page.keyboard.type(' And more.')
      await hers.locator('.caret').waitFor()
      await ana.page.keyboard.press('Escape')
      await ana.page.keyboard.type('x')
      await ben.text.locator('.caret').waitFor()
      await expect.poll(() => his.locator('.caret').count()).toBe(0)
    })
})
