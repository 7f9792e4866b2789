/** A real Chromium for the journeys: one browser a worker of the tests, a context (cookies, storage) a person. */
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** A generous ceiling for waiting on a state: slow machines are slow, not wrong. */
export const PATIENCE = 60_000

export const BROWSER = { executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium', args: FLAGS }

export const openBrowser = (): Promise<Browser> => chromium.launch(BROWSER)

let shared: Promise<Browser> | null = null

/**
 * One for all files of journeys that a worker of the tests runs: starting one takes as long as a short journey. Nobody closes it; it
 * ends with its worker. What people have in it is theirs: each seat is a context of its own.
 */
export const sharedBrowser = (): Promise<Browser> => (shared ??= openBrowser())

export type Seat = { context: BrowserContext; page: Page; mistakes: string[] }

/** A fresh device: nothing kept, nobody signed in. Uncaught errors and console errors of its pages are collected. */
export const openSeat = async (
  browser: Browser,
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<Seat> => {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    acceptDownloads: true,
    // Each seat is a new device and would bring the whole program into its store; what a device keeps has journeys of its own.
    serviceWorkers: 'block',
    // Nothing is waited for that only moves. That nothing does move so is looked at in access.test.ts.
    reducedMotion: 'reduce',
    ...options,
  })
  return seatIn(context)
}

/** A seat at a device that is there already. */
export const seatIn = async (context: BrowserContext): Promise<Seat> => {
  // tsx names the functions inside what is sent to the page by a helper that the page does not have.
  await context.addInitScript('globalThis.__name ??= (named) => named')
  const mistakes: string[] = []
  context.on('page', (page) => {
    page.on('pageerror', (error) => mistakes.push(error.message))
    page.on('console', (message) => {
      // A refused or cut request is the journey's own doing; the page must say so, which the journey looks at.
      if (
        message.type() === 'error' &&
        !/Failed to load resource|WebSocket connection|net::ERR/.test(message.text())
      )
        mistakes.push(message.text())
    })
  })
  const page = await context.newPage()
  page.setDefaultTimeout(PATIENCE)
  return { context, page, mistakes }
}
