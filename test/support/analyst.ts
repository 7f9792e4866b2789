/**
 * A person at the screen, in the words of what they do: the journeys' small language. Everything goes through
 * what is drawn — names, buttons, keys — so that a journey breaks when a person would be lost.
 */
import { readFile } from 'node:fs/promises'
import type { Browser, Locator, Page } from 'playwright-core'
import { openSeat, PATIENCE, type Seat } from './browser.ts'

export type Source = { title: string; author?: string; outlet?: string; date?: string; address?: string }
export type Who = { says?: string; unnamed?: boolean; via?: string }
export type Passage = Who & { words: string }

export class Analyst {
  readonly seat: Seat
  readonly page: Page
  readonly text: Locator
  readonly sources: Locator
  readonly evidence: Locator

  constructor(seat: Seat) {
    this.seat = seat
    this.page = seat.page
    this.text = seat.page.getByRole('textbox', { name: 'Brief text' })
    this.sources = seat.page.getByRole('complementary', { name: 'Sources' })
    this.evidence = seat.page.getByRole('complementary', { name: 'Evidence' })
  }

  static async sitDown(browser: Browser, options?: Parameters<typeof openSeat>[1]): Promise<Analyst> {
    return new Analyst(await openSeat(browser, options))
  }

  /** Opens an address that asks a newcomer for a name: the printed one, or a link of a brief. */
  async arrive(address: string, name: string): Promise<void> {
    await this.page.goto(address)
    await this.page.getByLabel('Your name').fill(name)
    await this.page.getByRole('button', { name: /^(Begin|Join)$/ }).click()
    await this.text.waitFor()
  }

  async newBrief(title: string): Promise<string> {
    await this.page.getByRole('link', { name: 'All briefs' }).click()
    await this.page.getByRole('button', { name: 'New brief' }).click()
    await this.page.getByLabel('Title').fill(title)
    await this.page.getByRole('button', { name: 'Make it' }).click()
    await this.page.waitForURL(/\/b\//)
    await this.text.waitFor()
    return this.page.url().split('/b/')[1]!
  }

  /** Makes a link through the Share dialog and gives its address. */
  async share(): Promise<string> {
    await this.page.getByRole('button', { name: 'Share', exact: true }).click()
    await this.page.getByRole('button', { name: 'Make link' }).click()
    const address = await this.page.getByRole('textbox', { name: /Link|address/i }).inputValue()
    await this.page.getByRole('button', { name: 'Copy link' }).click()
    await this.page.getByText('Copied. This link is shown only this once.').waitFor()
    await this.page.keyboard.press('Escape')
    await this.page.getByRole('dialog').waitFor({ state: 'hidden' })
    return address
  }

  async saved(): Promise<void> {
    await this.headerSays(/^Saved$/)
  }

  /** Waits until the header says this of what was written. */
  async headerSays(words: RegExp): Promise<void> {
    await this.page.locator('.saved-state', { hasText: words }).waitFor({ timeout: PATIENCE })
  }

  /** Types at the end of the text, as a person does who clicks there and goes on. */
  async writeOn(words: string, delay = 0): Promise<void> {
    await this.caretAtEnd()
    await this.page.keyboard.type(words, { delay })
  }

  async caretAtEnd(): Promise<void> {
    await this.toText()
    await this.page.keyboard.press('ControlOrMeta+End')
    await this.settle()
  }

  /** The editor hears of a moved caret in a task of its own; nobody's fingers are faster. */
  private settle(): Promise<void> {
    return this.page.waitForTimeout(60)
  }

  private async toText(): Promise<void> {
    await this.text.focus()
    await this.settle()
  }

  /** Puts the caret directly behind the first place where the words stand in the text. */
  async caretBehind(words: string): Promise<void> {
    await this.toText()
    await this.text.evaluate((text, wanted) => {
      const walk = document.createTreeWalker(text, NodeFilter.SHOW_TEXT)
      for (let node = walk.nextNode(); node; node = walk.nextNode()) {
        const at = node.nodeValue!.indexOf(wanted)
        // The box of a task is named with the task's words.
        if (at < 0 || node.parentElement!.closest('label')) continue
        getSelection()!.collapse(node, at + wanted.length)
        return
      }
      throw new Error(`The page has no words "${wanted}".`)
    }, words)
    await this.settle()
  }

  /** Pastes where the caret is: words by their type, or a file. */
  async paste(
    data: Record<string, string>,
    file?: { name: string; type: string; bytes: Uint8Array },
  ): Promise<void> {
    const given = file && { ...file, bytes: [...file.bytes] }
    await this.page.evaluate(
      ([texts, one]) => {
        const clipboardData = new DataTransfer()
        for (const [type, text] of Object.entries(texts)) clipboardData.setData(type, text)
        if (one) clipboardData.items.add(new File([new Uint8Array(one.bytes)], one.name, { type: one.type }))
        const event = new ClipboardEvent('paste', { bubbles: true, cancelable: true })
        // Firefox gives an event that a page made a clipboard of its own, which is empty.
        Object.defineProperty(event, 'clipboardData', { value: clipboardData })
        document.activeElement!.dispatchEvent(event)
      },
      [data, given] as const,
    )
  }

  async pasteSource(text: string, source: Source): Promise<void> {
    await this.toSourceList()
    await this.sources.getByRole('button', { name: 'Add source' }).click()
    const dialog = this.page.getByRole('dialog', { name: 'Add source' })
    await dialog.getByLabel('Text', { exact: true }).fill(text)
    await this.fill(dialog, source)
    await dialog.getByRole('button', { name: 'Add source' }).click()
    await this.sources.getByRole('article', { name: /^Text of/ }).waitFor()
  }

  async addAddress(address: string): Promise<void> {
    await this.toSourceList()
    await this.sources.getByRole('button', { name: 'Add source' }).click()
    const dialog = this.page.getByRole('dialog', { name: 'Add source' })
    await dialog.getByRole('tab', { name: 'Web address' }).click()
    await dialog.getByRole('textbox', { name: 'Web address' }).fill(address)
    await dialog.getByRole('button', { name: 'Add source' }).click()
    await dialog.waitFor({ state: 'hidden' })
  }

  async sourceWithoutText(kind: string, source: Source): Promise<void> {
    await this.toSourceList()
    await this.sources.getByRole('button', { name: 'Add source' }).click()
    const dialog = this.page.getByRole('dialog', { name: 'Add source' })
    await dialog.getByRole('tab', { name: 'Without text' }).click()
    await dialog.getByLabel('Kind').selectOption({ label: kind })
    await this.fill(dialog, source)
    await dialog.getByRole('button', { name: 'Add source' }).click()
    await dialog.waitFor({ state: 'hidden' })
  }

  /** Types words heard or seen in the open source without text. */
  async attest(words: string, who: Who & { place?: string } = {}): Promise<void> {
    await this.sources.getByRole('button', { name: 'Add words by hand' }).click()
    const dialog = this.page.getByRole('dialog', { name: 'Add words by hand' })
    await dialog.getByLabel(/^Words/).fill(words)
    if (who.place) await dialog.getByLabel(/^(From, to|Number)$/).fill(who.place)
    await this.who(dialog, who)
    await dialog.getByRole('button', { name: 'Add excerpt' }).click()
    await dialog.waitFor({ state: 'hidden' })
  }

  async toSourceList(): Promise<void> {
    const back = this.sources.getByRole('button', { name: 'All sources', exact: true })
    if (await back.isVisible()) await back.click()
  }

  async openSource(title: string): Promise<void> {
    await this.toSourceList()
    await this.sources.getByRole('button', { name: title, exact: true }).click()
  }

  /** Draws over the words in the reader with the mouse. */
  async mark(words: string): Promise<void> {
    const reader = this.sources.getByRole('article', { name: /^Text of/ })
    const block = reader.locator('.reader-block', { hasText: words }).first()
    await block.evaluate((element) => element.scrollIntoView({ block: 'center' }))
    const [from, to] = await block.evaluate((element, wanted) => {
      const start = element.textContent!.indexOf(wanted)
      const place = (offset: number) => {
        const walk = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
        let left = offset
        for (let node = walk.nextNode(); node; node = walk.nextNode()) {
          if (left < node.nodeValue!.length) return { node, at: left }
          left -= node.nodeValue!.length
        }
        throw new Error('The words end outside the paragraph.')
      }
      const box = (offset: number) => {
        const { node, at } = place(offset)
        const range = document.createRange()
        range.setStart(node, at)
        range.setEnd(node, at + 1)
        return range.getClientRects()[0]!
      }
      const first = box(start)
      const last = box(start + wanted.length - 1)
      return [
        { x: first.left + 0.5, y: first.top + first.height / 2 },
        { x: last.right - 0.5, y: last.top + last.height / 2 },
      ] as const
    }, words)
    await this.page.mouse.move(from.x, from.y)
    await this.page.mouse.down()
    await this.page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2)
    await this.page.mouse.move(to.x, to.y)
    await this.page.mouse.up()
    await this.bar().waitFor()
  }

  /** Cites the open source as a whole, at the caret. */
  async citeSource(): Promise<void> {
    await this.sources.getByRole('button', { name: /^More for / }).click()
    await this.page.getByRole('menuitem', { name: 'Cite the source' }).click()
  }

  bar(): Locator {
    return this.page.getByRole('group', { name: 'Marked passage' })
  }

  /** Marks the passage, says who says it, and does with it what the bar offers. */
  async take(passage: Passage, how: 'Cite' | 'Quote' | 'Quote inline'): Promise<void> {
    await this.mark(passage.words)
    if (passage.says || passage.via) {
      await this.bar().getByRole('button', { name: 'Who says this?' }).click()
      await this.who(this.bar(), passage)
    }
    await this.bar()
      .getByRole('button', { name: how === 'Quote' ? /^Quote( ⏎)?$/ : how, exact: how !== 'Quote' })
      .click()
    await this.bar().waitFor({ state: 'hidden' })
  }

  /** Text of each block of the page, citations as [n]. */
  async blocks(): Promise<string[]> {
    return this.text.evaluate((text) =>
      [...text.children].map((block) => {
        const copy = block.cloneNode(true) as HTMLElement
        for (const caret of copy.querySelectorAll('.caret')) caret.remove()
        for (const citation of copy.querySelectorAll<HTMLElement>('[data-citation]'))
          citation.textContent = `[${citation.dataset.n ?? '?'}]`
        return copy.textContent!.replaceAll('\u2060', '').replaceAll('\ufeff', '')
      }),
    )
  }

  citations(): Locator {
    return this.text.locator('[data-citation]')
  }

  /** The file that the Export button makes on the device. */
  /** The file that the Export button makes; of another kind than Markdown, by its name in the list. */
  async exported(kind = 'Markdown'): Promise<string> {
    await this.page.getByRole('button', { name: 'Export', exact: true }).click()
    const dialog = this.page.getByRole('dialog')
    if (kind !== 'Markdown') await dialog.getByLabel('File', { exact: true }).selectOption({ label: kind })
    const download = this.page.waitForEvent('download')
    await dialog.getByRole('button', { name: /^Download / }).click()
    const path = await (await download).path()
    if (await dialog.isVisible()) await this.page.keyboard.press('Escape')
    return readFile(path, 'utf8')
  }

  offline(off: boolean): Promise<void> {
    return this.seat.context.setOffline(off)
  }

  leave(): Promise<void> {
    return this.seat.context.close()
  }

  private async fill(dialog: Locator, source: Source): Promise<void> {
    await dialog.getByLabel('Title').fill(source.title)
    if (source.author) await dialog.getByLabel('Author').fill(source.author)
    if (source.outlet) await dialog.getByLabel('Outlet or publisher').fill(source.outlet)
    if (source.date) await dialog.getByLabel('Date').fill(source.date)
    if (source.address) await dialog.getByLabel('Address').fill(source.address)
  }

  private async who(form: Locator, { says, unnamed, via }: Who): Promise<void> {
    if (says) await form.getByLabel('Name or description').fill(says)
    if (unnamed) await form.getByLabel('Named in the source').uncheck()
    if (via) await form.getByLabel('Via').fill(via)
  }
}
