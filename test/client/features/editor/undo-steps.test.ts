/** What one press of undo takes back: a word or an act, whoever writes meanwhile and however slowly. */
import { afterEach, describe, expect, it } from 'vitest'
import { briefWith, Page } from './pages.ts'

const pages: Page[] = []
afterEach(() => {
  for (const page of pages.splice(0)) page.close()
})

const open = (text: string) => {
  const beginning = briefWith(text)
  const made = [new Page('ana', 11, beginning), new Page('ben', 22, beginning)] as const
  pages.push(...made)
  const [ana, ben] = made
  return { ana, ben }
}

/** What is read after each press of undo, until nothing is left. */
const backwards = (page: Page): string[] => {
  const texts: string[] = []
  while (page.desk.undo.manager.undoStack.length > 0) texts.push(page.back().text)
  return texts
}

const backspace = (page: Page, times: number) => {
  for (let n = 0; n < times; n++) {
    const { head } = page.state.selection
    page.erase(head - 1, head)
  }
  return page
}

/** An input method writes its word anew with each key. */
const compose = (page: Page, id: number, ...drafts: string[]) => {
  const from = page.state.selection.head
  let to = from
  for (const draft of drafts) {
    page.dispatch(page.state.tr.insertText(draft, from, to).setMeta('composition', id))
    to = from + draft.length
  }
  return page
}

describe('undo takes back a word', () => {
  it('of what was typed without a rest, with the blank behind it', () => {
    const { ana } = open('So.')
    ana.at('So.|').type(' Exports fell, they say.')
    expect(backwards(ana)).toEqual(['So. Exports fell, they ', 'So. Exports fell, ', 'So. Exports ', 'So.'])
    for (let n = 0; n < 4; n++) ana.again()
    expect(ana.text).toBe('So. Exports fell, they say.')
  })

  it.each([
    ['don’t go', ['don’t ', '']],
    ['3.5 well-known', ['3.5 ', '']],
    ['a (or b)', ['a (or ', 'a ', '']],
    ['ends—here', ['ends—', '']],
  ])('%s', (typed, texts) => {
    const { ana } = open('x')
    ana.select(1, 2).erase(1, 2).type(typed)
    expect(backwards(ana).slice(0, -1)).toEqual(texts)
  })

  it('whatever a colleague writes between its letters, in the same line too', () => {
    const { ana, ben } = open('Exports. Ben:')
    ana.at('Exports.|')
    ben.at('Ben:|')
    for (const letter of ' They fell') {
      ana.type(letter)
      ben.receive(ana).type('x')
      ana.receive(ben)
    }
    const his = ' Ben:xxxxxxxxxx'
    expect(backwards(ana)).toEqual(
      [`Exports. They ${his.trim()}`, `Exports.${his}`].map((t) => t.replace('They Ben', 'They  Ben')),
    )
  })

  it('and begins with the place: words elsewhere are a step of their own', () => {
    const { ana } = open('One. Two.')
    ana.at('One|.').type('a').at('Two|.').type('b').type('c')
    expect(backwards(ana)).toEqual(['Onea. Two.', 'One. Two.'])
  })

  it('of what was erased', () => {
    const { ana } = open('Exports fell again')
    backspace(ana.at('again|'), 10)
    expect(ana.text).toBe('Exports ')
    expect(backwards(ana)).toEqual(['Exports fell ', 'Exports fell again'])
  })

  it('apart from what was typed before it was erased', () => {
    const { ana } = open('So.')
    backspace(ana.at('So.|').type(' teh'), 2).type('he')
    expect(backwards(ana)).toEqual(['So. t', 'So. teh', 'So.'])
  })

  it('and what is typed after redo is no part of what came back', () => {
    const { ana } = open('So.')
    ana.at('So.|').type(' Then').back().again()
    ana.at('Then|').type('x')
    expect(backwards(ana)).toEqual(['So. Then', 'So.'])
  })
})

describe('undo takes back an act', () => {
  it('a word that was composed, and the one composed behind it apart', () => {
    const { ana } = open('So.')
    compose(compose(ana.at('So.|'), 1, 'に', 'にほ', '日本'), 2, 'ご', '語')
    expect(backwards(ana)).toEqual(['So.日本', 'So.'])
  })

  it('an accent of a dead key is a letter of its word', () => {
    const { ana } = open('So.')
    compose(ana.at('So.|').type(' caf'), 1, '´', 'é').type('s')
    expect(backwards(ana)).toEqual(['So.'])
  })

  it('a paste, a line, a format, each by itself', () => {
    const { ana } = open('So.')
    ana.at('So.|').type(' It')
    ana.dispatch(ana.state.tr.insertText(' was pasted').setMeta('paste', true))
    ana.type('s')
    const bold = ana.state.schema.marks.bold!
    ana.dispatch(ana.state.tr.addMark(1, 3, bold.create()))
    ana.dispatch(ana.state.tr.split(ana.state.selection.head))
    ana.type('On')
    expect(backwards(ana)).toEqual([
      'So. It was pasteds\n',
      'So. It was pasteds',
      'So. It was pasteds',
      'So. It was pasted',
      'So. It',
      'So.',
    ])
  })

  it('what an emoji of several parts is erased with is one sign', () => {
    const { ana } = open('Hi 👩‍👩‍👧 x')
    const at = ana.find('👩')
    ana.select(at + 8, at + 8).erase(at, at + 8)
    backspace(ana, 2)
    expect(backwards(ana)).toEqual(['Hi  x', 'Hi 👩‍👩‍👧 x'])
  })
})
