/** Words that are composed (Japanese, Chinese, Korean, an accent) and emoji, while a colleague writes in the same paragraph. */
import { expect, it } from 'vitest'
import type { Analyst } from '../../support/analyst.ts'
import { inputMethodOf } from '../../support/input-method.ts'
import type { Journeys } from '../../support/together.ts'

/** What the page heard of compositions: how many began, how many ended, and with what. */
const listen = (ana: Analyst) =>
  ana.text.evaluate((text) => {
    const heard = { began: 0, ended: [] as string[] }
    text.addEventListener('compositionstart', () => heard.began++, true)
    text.addEventListener(
      'compositionend',
      (event) => heard.ended.push((event as CompositionEvent).data),
      true,
    )
    Object.assign(globalThis, { heard })
  })
const heard = (ana: Analyst) => ana.page.evaluate('heard') as Promise<{ began: number; ended: string[] }>

/** What an input method shows on the way to a word; of a pair, the second is the part for which other signs are being chosen. */
const WORDS: readonly [language: string, word: string, way: readonly (string | [string, string])[]][] = [
  ['Japanese', '日本の経済', ['に', 'にほんのけいざい', ['日本の係財', '係財'], ['日本の経済', '経済']]],
  ['Chinese', '经济部', ['j', 'jing ji bu', ['经济部', '经济部']]],
  ['Korean', '한', ['ㅎ', '한']],
  ['an accent', 'é', ['´']],
]

export const composing = ({ together }: Journeys): void => {
  it('words are composed while a colleague writes before and after them, and stay in one piece', async () => {
    const { ana, ben } = await together()
    await ana.writeOn('First: Then: Last:')
    await expect.poll(() => ben.blocks()).toEqual(['First: Then: Last:'])
    await ana.caretBehind('Then:')
    const keys = await inputMethodOf(ana.page)
    await listen(ana)
    let [before, hers, after] = ['', '', '']
    for (const [n, [, word, way]] of WORDS.entries()) {
      for (const [step, shown] of way.entries()) {
        await (typeof shown === 'string' ? keys.show(shown) : keys.show(...shown))
        const now = typeof shown === 'string' ? shown : shown[0]
        const sign = String.fromCodePoint(97 + n) + step
        await ben.caretBehind(step % 2 ? `Last:${after}` : `First:${before}`)
        await ben.page.keyboard.type(sign)
        if (step % 2) after += sign
        else before += sign
        // His words come in around hers, and hers goes on.
        await expect.poll(() => ana.blocks()).toEqual([`First:${before} Then:${hers}${now} Last:${after}`])
        expect(await heard(ana)).toEqual({ began: n + 1, ended: WORDS.slice(0, n).map(([, each]) => each) })
      }
      await keys.commit(word)
      hers += word
      for (const one of [ana, ben])
        await expect.poll(() => one.blocks()).toEqual([`First:${before} Then:${hers} Last:${after}`])
    }
    // One that is given up leaves nothing.
    await keys.show('けいざい')
    await ben.caretBehind(`Last:${after}`)
    await ben.page.keyboard.type('!')
    await expect.poll(async () => (await ana.blocks())[0]).toMatch(/!$/)
    await keys.giveUp()
    await ana.page.keyboard.type('.')
    for (const one of [ana, ben])
      await expect.poll(() => one.blocks()).toEqual([`First:${before} Then:${hers}. Last:${after}!`])
    for (const { seat } of [ana, ben]) expect(seat.mistakes).toEqual([])
  })

  it('emoji of many parts stay whole while a colleague writes, and one Backspace takes one', async () => {
    const { ana, ben } = await together()
    await ana.writeOn('Left: Right:')
    await expect.poll(() => ben.blocks()).toEqual(['Left: Right:'])
    await ana.caretBehind('Left:')
    await ben.caretBehind('Right:')
    const emoji = ['👨‍👩‍👧‍👦', '👩🏽‍🚀', '🇺🇦', '👍🏿', '❤️']
    let his = ''
    for (const [n, each] of emoji.entries()) {
      await ana.page.keyboard.insertText(each)
      await ben.page.keyboard.insertText(`${n}${each}`)
      his += `${n}${each}`
    }
    for (const one of [ana, ben])
      await expect.poll(() => one.blocks()).toEqual([`Left:${emoji.join('')} Right:${his}`])
    for (let left = emoji.length - 1; left >= 0; left--) {
      await ana.page.keyboard.press('Backspace')
      await ben.page.keyboard.type('x')
      his += 'x'
      for (const one of [ana, ben])
        await expect.poll(() => one.blocks()).toEqual([`Left:${emoji.slice(0, left).join('')} Right:${his}`])
    }
    for (const { seat } of [ana, ben]) expect(seat.mistakes).toEqual([])
  })
}
