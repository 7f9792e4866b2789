/** What hangs on the evidence while people write: numbers, quotations, checks, citations that lost their place. */
import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import type * as Y from 'yjs'
import { roots } from '../../shared/brief/document.ts'
import { journeys } from '../support/together.ts'

const ARTICLE = new URL('../fixtures/articles/council.txt', import.meta.url)
const QUARREL = 'a quarrel between ministries that has slowed at least four projects'
const MANDATE = 'this body will have a mandate, a secretary and a date by which it must deliver'

const { together, workspace } = journeys()

describe('Evidence that follows the text', () => {
  it('numbers follow when anyone inserts, deletes or takes it back', async () => {
    const { ana, ben } = await together()
    await ana.sourceWithoutText('Interview', { title: 'Talk with the secretary' })
    await ana.writeOn('Exports fell.')
    await ana.citeSource()
    await ana.sourceWithoutText('Video', { title: 'Video of the session' })
    await ana.writeOn('\nPrices rose.')
    await ana.citeSource()
    await expect.poll(() => ben.blocks()).toEqual(['Exports fell.[1]', 'Prices rose.[2]'])
    // Ben takes the first citation out; the second becomes number 1 on both screens.
    await ben.caretBehind('Exports fell.')
    await ben.page.keyboard.press('Delete')
    for (const one of [ana, ben])
      await expect.poll(() => one.blocks()).toEqual(['Exports fell.', 'Prices rose.[1]'])
    await ben.page.keyboard.press('ControlOrMeta+z')
    for (const one of [ana, ben])
      await expect.poll(() => one.blocks()).toEqual(['Exports fell.[1]', 'Prices rose.[2]'])
    expect(await ana.evidence.getByText('Unplaced citations').count()).toBe(0)
    // Moved by cut and paste, it is the same citation.
    await ben.caretBehind('Exports fell.')
    await ben.page.keyboard.press('Shift+ArrowRight')
    await ben.page.keyboard.press('ControlOrMeta+x')
    await expect.poll(() => ana.blocks()).toEqual(['Exports fell.', 'Prices rose.[1]'])
    await ben.caretAtEnd()
    await ben.page.keyboard.press('ControlOrMeta+v')
    for (const one of [ana, ben])
      await expect.poll(() => one.blocks()).toEqual(['Exports fell.', 'Prices rose.[1][2]'])
    // And so it is when it is dragged.
    const idOf = (which: 'first' | 'last') => ben.citations()[which]().getAttribute('data-id')
    const id = await idOf('last')
    const [from, to] = await Promise.all([
      ben.citations().last().boundingBox(),
      ben.text.locator('p').first().boundingBox(),
    ])
    const { mouse } = ben.page
    await mouse.move(from!.x + from!.width / 2, from!.y + from!.height / 2)
    await mouse.down()
    await mouse.move(from!.x, from!.y - 6, { steps: 3 })
    await mouse.move(to!.x + 1, to!.y + to!.height / 2, { steps: 3 })
    await mouse.up()
    for (const one of [ana, ben])
      await expect.poll(() => one.blocks()).toEqual(['[1]Exports fell.', 'Prices rose.[2]'])
    expect(await idOf('first')).toBe(id)
    await ben.page.keyboard.press('ControlOrMeta+z')
    await expect.poll(() => ana.blocks()).toEqual(['Exports fell.', 'Prices rose.[1][2]'])
    expect(await idOf('last')).toBe(id)
  })

  it('quoted words that differ from the source say so at once, on both screens', async () => {
    const { ana, ben } = await together()
    await ana.pasteSource(await readFile(ARTICLE, 'utf8'), { title: 'A council for AI' })
    await ana.writeOn('Officials speak of a quarrel.\n')
    await ana.take({ words: QUARREL }, 'Quote')
    await expect.poll(() => ben.text.locator('blockquote[data-quotation]').innerText()).toContain(QUARREL)
    await ben.evidence.getByText('Quotations that differ').waitFor({ state: 'hidden' })
    await ben.caretBehind('at least four')
    for (let n = 0; n < 4; n++) await ben.page.keyboard.press('Backspace')
    await ben.page.keyboard.type('five')
    for (const one of [ana, ben]) {
      await one.evidence.getByText('Quotations that differ').waitFor()
      await one.evidence.locator('del', { hasText: 'four' }).waitFor()
      await one.evidence.locator('ins', { hasText: 'five' }).waitFor()
    }
  })

  it('a checked sentence that changes later says since when, with the difference', async () => {
    const { ana, ben } = await together()
    await ana.pasteSource(await readFile(ARTICLE, 'utf8'), { title: 'A council for AI' })
    await ana.writeOn('The council has a deadline.')
    await ana.take({ words: MANDATE, via: 'accounts of his remarks' }, 'Cite')
    await ben.citations().first().click()
    await ben.evidence.getByRole('button', { name: 'I checked this' }).click()
    await ben.evidence.getByText(/^Checked by Ben, /).waitFor()
    await ana.citations().first().click()
    await ana.evidence.getByText(/^Checked by Ben, /).waitFor()
    await ana.caretBehind('The council has a ')
    await ana.page.keyboard.type('firm ')
    for (const one of [ana, ben]) {
      await one.evidence.getByText('Sentence changed since Ben checked it').waitFor()
      await one.evidence.locator('ins', { hasText: 'firm' }).waitFor()
    }
  })

  it('what a person says by hand of a video is cited, and never shown as checked by a machine', async () => {
    const { ana, ben } = await together()
    await ana.sourceWithoutText('Video', { title: 'Video of the session' })
    await ana.attest('We begin on Monday.', { place: '1:13', says: 'Oleg Tamm' })
    await ana.writeOn('Work begins on Monday.')
    await ana.sources.getByRole('button', { name: 'Cite', exact: true }).click()
    await expect.poll(() => ben.citations().count()).toBe(1)
    await ben.citations().first().click()
    await ben.evidence.getByText(/transcript, not machine-checked/).waitFor()
    await ben.evidence
      .getByText(/Oleg Tamm/)
      .first()
      .waitFor()
  })

  it('a citation that a merge took out of the text is listed with its sentence, and put back there', async () => {
    const { id, ana, ben } = await together()
    await ana.sourceWithoutText('Interview', { title: 'Talk with the secretary' })
    await ana.writeOn('Exports fell in spring. Prices rose.')
    await ana.caretBehind('Exports fell in spring.')
    await ana.citeSource()
    const cited = ['Exports fell in spring.[1] Prices rose.']
    await expect.poll(() => ben.blocks()).toEqual(cited)
    // What a race of splits and joins does: the node goes, and nobody has said so.
    await workspace().server.services.rooms.transact(id, (doc) => {
      const text = (roots(doc).body.get(0) as Y.XmlElement).get(0) as Y.XmlText
      text.delete('Exports fell in spring.'.length, 1)
    })
    for (const one of [ana, ben]) {
      await one.evidence.getByText('Unplaced citations').waitFor()
      await one.evidence.locator('[data-unplaced]').getByText('Exports fell in spring.').waitFor()
    }
    await ben.evidence.getByRole('button', { name: 'Put it back' }).click()
    for (const one of [ana, ben]) {
      await expect.poll(() => one.blocks()).toEqual(cited)
      await one.evidence.getByText('Unplaced citations').waitFor({ state: 'hidden' })
    }
  })

  it('what is missing is asked for once, by one person, and then left alone', async () => {
    const { ana, ben } = await together()
    await ana.sources.getByRole('button', { name: 'Add source' }).click()
    const adding = ana.page.getByRole('dialog', { name: 'Add source' })
    await adding.getByLabel('Text', { exact: true }).fill(await readFile(ARTICLE, 'utf8'))
    // It begins with no headline, and a look at another way loses nothing.
    await adding.getByRole('tab', { name: 'Web address' }).click()
    await adding.getByRole('tab', { name: 'Paste text' }).click()
    await adding.getByRole('button', { name: 'Add source' }).click()
    await ana.sources.getByText(/No title/).waitFor()
    await ana.sources.getByRole('button', { name: 'Add one' }).click()
    await ana.page.keyboard.type('A council for AI')
    await ana.page.keyboard.press('Enter')
    await ana.sources.getByText(/No date/).waitFor()
    await ana.sources.getByRole('button', { name: /Leave .*open/ }).click()
    await ana.sources.getByText(/No address/).waitFor()
    await ana.sources.getByRole('button', { name: /Leave .*open/ }).click()
    await ana.toSourceList()
    for (const one of [ana, ben])
      await expect.poll(() => one.sources.getByText(/^No (title|date|address)/).count()).toBe(0)
    expect(await ana.exported()).not.toContain('n.d.')
  })
})
