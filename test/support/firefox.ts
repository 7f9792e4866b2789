/**
 * Firefox (Debian's ESR) for the same journeys: Playwright speaks WebDriver BiDi to it, so that what a person does there is
 * written once for both browsers.
 */
/* oxlint-disable no-underscore-dangle -- Playwright's names for what it keeps to itself */
import { type Browser, firefox, type Page } from 'playwright-core'

const FIREFOX = process.env.FIREFOX_PATH ?? '/usr/bin/firefox-esr'

type Params = Record<string, unknown>
/** A session of BiDi: the browser's, or a page's. */
export type Session = {
  sessionId: string
  send(method: string, params: Params): Promise<Params>
  emit(event: string, params: Params): boolean
}
type Keyboard = {
  _page: { _page: { mainFrame(): { mainContext(): Promise<Main> } } }
  sendText(progress: unknown, text: string): Promise<void>
  _performActions(progress: unknown, actions: { type: string; value: string }[]): Promise<void>
}

/** Where the page's own scripts run. */
type Main = { evaluate<T>(act: (given: T) => void, given: T): Promise<void> }

/** What Playwright keeps of a thing of its own within this process. */
const within = <T>(thing: object): T =>
  (thing as { _connection: { toImpl(of: object): T } })._connection.toImpl(thing)

export const sessionOfFirefox = (browser: Browser): Session =>
  within<{ _browserSession: Session }>(browser)._browserSession

export const sessionOfPage = (page: Page): Session =>
  within<{ delegate: { _session: Session } }>(page).delegate._session

/** Where Playwright's way to Firefox is still short, for all sessions at once. */
const mendSessions = (session: Session): void => {
  const kind = Object.getPrototypeOf(session) as Session
  const { send, emit } = kind
  // It asks for all that the newest Firefox can do. What an older one has never heard of (to choose light or dark) is left undone.
  kind.send = function (this: Session, method, params) {
    return send.call(this, method, params).catch((error: unknown) => {
      if (!String(error).includes('unknown command')) throw error
      return {}
    })
  }
  // It knows a download by its navigation; a file that a page makes has none.
  kind.emit = function (this: Session, event, params) {
    const isDownload = event.startsWith('browsingContext.download') && !params.navigation
    return emit.call(this, event, isDownload ? { ...params, download: params.url } : params)
  }
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })
const ENTER = '\uE006'

/** What a person would paste. */
const LONG = 200

/**
 * It writes a text by script in a way of which neither the page's editor nor React hears; here it comes in by keys, a character each, and a long
 * one as the browser's own command puts it in.
 */
const mendKeyboard = async (browser: Browser): Promise<void> => {
  const context = await browser.newContext()
  const page = await context.newPage()
  const { rawKeyboard } = within<{ delegate: { rawKeyboard: Keyboard } }>(page).delegate
  const kind = Object.getPrototypeOf(rawKeyboard) as Keyboard
  kind.sendText = async function (this: Keyboard, progress, text) {
    if (text.length > LONG) {
      const main = await this._page._page.mainFrame().mainContext()
      return main.evaluate((given) => void document.execCommand('insertText', false, given), text)
    }
    const keys = [...graphemes.segment(text)].map(({ segment }) => (segment === '\n' ? ENTER : segment))
    return this._performActions(
      progress,
      keys.flatMap((value) => ['keyDown', 'keyUp'].map((type) => ({ type, value }))),
    )
  }
  await context.close()
}

export const openFirefox = async (): Promise<Browser> => {
  const browser = await firefox
    .launch({
      channel: 'moz-firefox',
      executablePath: FIREFOX,
      headless: true,
      // Whoever composes a word speaks to the browser itself: input-method.ts.
      args: ['--remote-allow-system-access'],
      // A fine pointer that hovers (2 + 4): on a machine without a mouse the page would be laid out for a finger.
      // And no list of downloads, which would open over the page and take the keys.
      firefoxUserPrefs: {
        'ui.primaryPointerCapabilities': 6,
        'ui.allPointerCapabilities': 6,
        'browser.download.alwaysOpenPanel': false,
      },
    })
    .catch((error: unknown) => {
      throw new Error(`${FIREFOX} does not start. On Debian: apt install firefox-esr. ${String(error)}`)
    })
  mendSessions(sessionOfFirefox(browser))
  await mendKeyboard(browser)
  return browser
}

let shared: Promise<Browser> | null = null

/** One for a worker of the tests, as sharedBrowser has it. */
export const sharedFirefox = (): Promise<Browser> => (shared ??= openFirefox())
