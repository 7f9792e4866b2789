/**
 * The program between the keys and the page by which people write Japanese, Chinese, Korean or an accent: what it shows of a word
 * under way, and the word in the end. True compositions of the browser, not events that a page made.
 */
import type { Page } from 'playwright-core'
import { sessionOfFirefox, sessionOfPage } from './firefox.ts'

export type InputMethod = {
  /** Shows the word as it is now, the caret at its end. Of `chosen`, a part of it, other signs are being chosen. */
  show(word: string, chosen?: string): Promise<void>
  /** The word stands. */
  commit(word: string): Promise<void>
  /** Gives up the word. */
  giveUp(): Promise<void>
}

export const inputMethodOf = (page: Page): Promise<InputMethod> =>
  page.context().browser()!.browserType().name() === 'firefox' ? inFirefox(page) : inChromium(page)

const inChromium = async (page: Page): Promise<InputMethod> => {
  const keys = await page.context().newCDPSession(page)
  const show = (text: string) =>
    keys.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
  return {
    async show(word) {
      await show(word)
    },
    async commit(word) {
      await keys.send('Input.insertText', { text: word })
    },
    async giveUp() {
      await show('')
    },
  }
}

type Window = { context: string; clientWindow: string; 'moz:name'?: string }

/** Firefox has a processor of text input for input methods; it is spoken to in the browser's own window around the page. */
const inFirefox = async (page: Page): Promise<InputMethod> => {
  const session = sessionOfFirefox(page.context().browser()!)
  const windows = async (params: Record<string, unknown>) =>
    ((await session.send('browsingContext.getTree', { maxDepth: 0, ...params })) as { contexts: Window[] })
      .contexts
  const [here] = await windows({ root: sessionOfPage(page).sessionId })
  const around = (await windows({ 'moz:scope': 'chrome' })).find(
    ({ clientWindow }) => clientWindow === here!.clientWindow,
  )
  if (!around) throw new Error('The window around the page is not to be found.')
  const act = async (script: string) => {
    const answer = await session.send('script.evaluate', {
      target: { context: around.context },
      expression: `{
        const Processor = Components.interfaces.nsITextInputProcessor
        globalThis.inputMethod ??= Components.classes['@mozilla.org/text-input-processor;1'].createInstance(Processor)
        if (!inputMethod.beginInputTransactionForTests(window)) throw new Error('Another input method is at work.')
        ${script}
      }`,
      awaitPromise: true,
    })
    if (answer.type !== 'success') throw new Error(JSON.stringify(answer))
  }
  return {
    show(word, chosen = '') {
      const at = word.indexOf(chosen)
      const clauses = [
        [at, 'ATTR_CONVERTED_CLAUSE'],
        [chosen.length, 'ATTR_SELECTED_CLAUSE'],
        [word.length - at - chosen.length, chosen ? 'ATTR_CONVERTED_CLAUSE' : 'ATTR_RAW_CLAUSE'],
      ] as const
      return act(`
        inputMethod.setPendingCompositionString(${JSON.stringify(word)})
        ${clauses.map(([length, kind]) => (length ? `inputMethod.appendClauseToPendingComposition(${length}, inputMethod.${kind})` : '')).join('\n')}
        inputMethod.setCaretInPendingComposition(${word.length})
        if (!inputMethod.flushPendingComposition()) throw new Error('The page does not take it.')`)
    },
    commit: (word) => act(`inputMethod.commitCompositionWith(${JSON.stringify(word)})`),
    giveUp: () => act('inputMethod.cancelComposition()'),
  }
}
