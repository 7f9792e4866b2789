/**
 * Each block of the schema on one page, between two others: made, written in, moved by keys and by its handle; then all
 * of them are copied into another brief, go out as a file and come in again.
 */
import { expect, it, onTestFinished } from 'vitest'
import type { BodyNode } from '../../../shared/brief/body.ts'
import { readBrief } from '../../../shared/brief/read.ts'
import { schema } from '../../../shared/editor/schema.ts'
import { Analyst } from '../../support/analyst.ts'
import { tinyPng } from '../../support/tiny-png.ts'
import type { Journeys } from '../../support/together.ts'

type Row = {
  /** Node type, with what tells it from others of its type. */
  kind: string
  make: (ana: Analyst) => Promise<void>
  /** What is written in it, a line an item of a list; nothing in what is drawn. */
  words: string[]
}

const typed = (signs: string) => (ana: Analyst) => ana.page.keyboard.type(signs)

/** By the `/` menu, which finds it by these words. */
const chosen = (words: string) => async (ana: Analyst) => {
  await ana.page.keyboard.type(`/${words}`)
  await ana.page.getByRole('listbox', { name: 'Insert' }).getByRole('option').first().waitFor()
  await ana.page.keyboard.press('Enter')
}

const QUOTED = 'Exports fell by a third in spring'

const picture = async (ana: Analyst) => {
  const asked = ana.page.waitForEvent('filechooser')
  await chosen('picture')(ana)
  await (
    await asked
  ).setFiles({
    name: 'chart.png',
    mimeType: 'image/png',
    buffer: Buffer.from(tinyPng(64, 40, [8, 8, 20, 20])),
  })
  const dialog = ana.page.getByRole('dialog', { name: 'Describe the picture' })
  await dialog.getByRole('textbox').fill('A black box')
  await ana.page.keyboard.press('Enter')
  await dialog.waitFor({ state: 'hidden' })
}

const noted = async (ana: Analyst) => {
  await ana.page.keyboard.type('Noted')
  await ana.page.keyboard.press('ControlOrMeta+Alt+f')
  const note = ana.page.getByRole('textbox', { name: 'Text of the footnote' })
  await expect.poll(() => note.evaluate((text) => text === document.activeElement)).toBe(true)
  await ana.page.keyboard.type('At the prices of the day.')
  await ana.page.keyboard.press('Escape')
  await note.waitFor({ state: 'hidden' })
}

const ROWS: readonly Row[] = [
  { kind: 'paragraph', make: chosen('text'), words: ['Plain words'] },
  { kind: 'heading 1', make: typed('# '), words: ['First'] },
  { kind: 'heading 2', make: chosen('heading 2'), words: ['Second'] },
  { kind: 'heading 3', make: typed('### '), words: ['Third'] },
  { kind: 'bulletList', make: typed('- '), words: ['A point', 'B point'] },
  { kind: 'orderedList', make: chosen('numbered'), words: ['A step', 'B step'] },
  { kind: 'taskList', make: typed('[ ] '), words: ['A task', 'B task'] },
  { kind: 'callout key-judgment', make: chosen('key judgment'), words: ['A judgment'] },
  { kind: 'callout bottom-line', make: chosen('bottom line'), words: ['A line'] },
  { kind: 'callout box', make: typed('!!! '), words: ['A box'] },
  { kind: 'callout box', make: typed('!!! '), words: ['A reason', 'B reason'] },
  { kind: 'blockquote', make: typed('> '), words: ['Set in'] },
  { kind: 'quotation', make: (ana) => ana.take({ words: QUOTED }, 'Quote'), words: [QUOTED] },
  { kind: 'codeBlock', make: typed('``` '), words: ['a = 1'] },
  { kind: 'table', make: chosen('table'), words: ['Cell'] },
  { kind: 'horizontalRule', make: chosen('dividing line'), words: [] },
  { kind: 'references', make: chosen('list of sources'), words: [] },
  { kind: 'tableOfContents', make: chosen('table of contents'), words: [] },
  { kind: 'figure', make: picture, words: ['A caption'] },
  // A paragraph with a footnote.
  { kind: 'paragraph', make: noted, words: ['Noted'] },
]

/** Nobody makes one: it comes with a file of a later version. */
const LATER = '---\ntitle: Every block\n---\n\nBegin.\n\n<!-- block chart -->\n> Exports by year\n\nEnd.\n'

const kindOf = ({ type, attrs }: BodyNode) =>
  [type, type === 'callout' ? (attrs?.kind ?? 'box') : type === 'heading' ? (attrs?.level ?? 1) : '']
    .join(' ')
    .trim()
const words = (node: BodyNode): string =>
  node.text ?? (node.content ?? []).map((inner) => (inner.type === 'footnote' ? '*' : words(inner))).join('|')
const lineOf = (node: BodyNode) => `${kindOf(node)}: ${words(node)}`

const swapped = <T>(list: readonly T[], n: number): T[] => list.with(n, list[n + 1]!).with(n + 1, list[n]!)

export const everyBlock = ({ workspace }: Journeys): void => {
  it('each block is made, written in, moved, copied, exported and imported, and each step is taken back', async () => {
    const { server, browser } = workspace()
    const ana = await Analyst.sitDown(browser)
    onTestFinished(() => ana.leave())
    await server.signIn(ana.page)
    const { keyboard } = ana.page
    const press = (keys: string) => keyboard.press(keys)
    const briefHere = () => ana.page.url().split('/b/')[1]!
    const body = async (id = briefHere()) =>
      readBrief(await server.services.rooms.read(id)).body.content ?? []
    const lines = async () => (await body()).map(lineOf)
    const ids = async () => (await body()).map(({ attrs }) => attrs?.id)
    const become = (wanted: string[], what: string) => expect.poll(lines, { message: what }).toEqual(wanted)
    /** What is written without a rest is one step of undo. */
    const rest = () => ana.page.waitForTimeout(600)
    const importFile = async (file: string) => {
      const asked = ana.page.waitForEvent('filechooser')
      await ana.page.getByRole('button', { name: 'Import', exact: true }).click()
      await (
        await asked
      ).setFiles({ name: 'blocks.md', mimeType: 'text/markdown', buffer: Buffer.from(file) })
      await ana.page.waitForURL(/\/b\//)
      await ana.text.waitFor()
      await ana.saved()
    }

    await ana.page.goto(server.url)
    await importFile(LATER)
    await ana.pasteSource(`${QUOTED}, the ministry said. Nobody asked why.`, { title: 'Trade in spring' })
    await ana.caretBehind('Begin.')
    await keyboard.type(ROWS.map((_, n) => `\nLine ${n}.`).join(''))
    await expect.poll(async () => (await body()).length).toBe(ROWS.length + 3)

    const moveEachWay = async (kind: string, n: number, items: string[]) => {
      const before = await lines()
      const idsBefore = await ids()
      const [first = '', last = first] = items
      /** An item passes its neighbour in its list, everything else the blocks before and behind it. */
      const after = (to: -1 | 1) =>
        items.length > 1
          ? before.with(n, before[n]!.replace(items.join('|'), items.toReversed().join('|')))
          : swapped(before, to < 0 ? n - 1 : n)
      const goTo = async (place: string) => {
        if (place) return ana.caretBehind(place)
        // What is drawn is selected as a whole, from the line below.
        await ana.caretBehind(/Line \d+\.|End\./.exec(before[n + 1]!)![0])
        await press('Home')
        // The editor hears of a moved caret in a task of its own.
        await ana.page.waitForTimeout(60)
        await press('ArrowLeft')
        await ana.text.locator('.ProseMirror-selectednode').waitFor()
      }
      const back = async (how: string) => {
        await press('ControlOrMeta+z')
        await become(before, `${kind}, ${how}, undone`)
        expect(await ids()).toEqual(idsBefore)
      }
      await goTo(last)
      await press('Alt+Shift+ArrowUp')
      await become(after(-1), `${kind}, up by keys`)
      if (items.length < 2) {
        // What came with a file gets an id when it is first touched; none is lost or changed.
        const kept = swapped(idsBefore, n - 1).map((id, at) => id ?? (at === n - 1 ? expect.any(String) : id))
        expect(await ids()).toEqual(kept)
      } else {
        await press('Alt+Shift+ArrowUp')
        await become(swapped(after(-1), n - 1), `${kind}, all of it up by keys`)
        await press('ControlOrMeta+z')
        await become(after(-1), `${kind}, all of it up by keys, undone`)
      }
      await back('up by keys')
      await goTo(first)
      await press('Alt+Shift+ArrowDown')
      await become(after(1), `${kind}, down by keys`)
      await back('down by keys')

      const block = ana.text.locator(':scope > *').nth(n)
      await (last ? block.getByText(last).last() : block).hover()
      await ana.page.getByRole('button', { name: 'Move or change this block' }).click()
      await ana.page.getByRole('menuitem', { name: /^Move up/ }).click()
      await become(after(-1), `${kind}, up by its handle`)
      await expect.poll(() => ana.text.evaluate((text) => text === document.activeElement)).toBe(true)
      await back('up by its handle')
    }

    for (const [row, { kind, make, words: items }] of ROWS.entries()) {
      const n = row + 1
      const last = items.at(-1)
      await ana.caretBehind(`Line ${row}.`)
      for (let left = `Line ${row}.`.length; left > 0; left--) await press('Backspace')
      const cleared = await lines()
      await rest()
      await make(ana)
      await expect
        .poll(async () => (await body()).map(kindOf), { message: `${kind} made` })
        .toEqual(cleared.map((line) => line.split(':')[0]).with(n, kind))
      expect((await ids())[n], `${kind} has an id`).toEqual(expect.any(String))
      if (last && !(await lines())[n]!.includes(last)) await keyboard.type(items.join('\n'))
      if (last) {
        await expect.poll(async () => (await lines())[n], { message: kind }).toContain(last)
        const before = await lines()
        await rest()
        await ana.caretBehind(last)
        // Written on from where the typing ended, a word's blank would be taken back with the word before.
        await press('ArrowLeft')
        await press('ArrowRight')
        await keyboard.insertText(' more')
        await become(before.with(n, before[n]!.replace(last, `${last} more`)), `${kind}, written in`)
        await press('ControlOrMeta+z')
        await become(before, `${kind}, writing undone`)
        await press('ControlOrMeta+Shift+z')
        await become(before.with(n, before[n]!.replace(last, `${last} more`)), `${kind}, writing done again`)
        await press('ControlOrMeta+z')
        await become(before, `${kind}, writing undone once more`)
      }
      await moveEachWay(kind, n, items)
    }
    await moveEachWay('unknown', ROWS.length + 1, [])
    const whole = await lines()
    expect(new Set((await body()).map(({ type }) => type))).toEqual(
      new Set(
        Object.values(schema.nodes)
          .filter(({ spec }) => spec.group?.split(' ').includes('block'))
          .map(({ name }) => name),
      ),
    )

    // All of it copied into another brief, and taken back there.
    const other = await server.newBrief('Copies')
    await ana.caretAtEnd()
    await press('ControlOrMeta+a')
    await press('ControlOrMeta+c')
    await ana.saved()
    const file = await ana.exported()
    await ana.page.goto(`${server.url}/b/${other.id}`)
    await ana.text.waitFor()
    await ana.saved()
    await ana.caretAtEnd()
    await press('ControlOrMeta+v')
    await become(whole, 'pasted')
    await press('ControlOrMeta+z')
    await become(['paragraph: '], 'pasting undone')
    await press('ControlOrMeta+Shift+z')
    await become(whole, 'pasted again')

    // The file that went out comes in as a brief, which goes out as the same file.
    await ana.page.getByRole('link', { name: 'All briefs' }).click()
    await importFile(file)
    expect(await lines()).toEqual(whole)
    expect(await ana.exported()).toBe(file)
    expect(ana.seat.mistakes).toEqual([])
  }, 600_000)
}
