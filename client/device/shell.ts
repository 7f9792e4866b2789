/**
 * Puts the program on this device, and brings a newer version of it. Where the browser has no service worker — on a
 * plain http address, and in development — everything works but opening a page without the server.
 */
import { SCHEMA_VERSION } from '../../shared/editor/schema-version.ts'

const container = () => (typeof navigator === 'undefined' ? undefined : navigator.serviceWorker)

/** Milliseconds, at most, that the page is let alone first. */
const LET_ALONE = 3_000

/** When the page has a moment: the worker brings every file of the program, which must not stand in the way of what was opened. */
export const keepShell = (): void => {
  if (!import.meta.env.PROD) return
  const keep = () =>
    container()
      ?.register('/service-worker.js')
      .catch(() => undefined)
  // Safari does not tell of idle moments.
  if ('requestIdleCallback' in window) requestIdleCallback(keep, { timeout: LET_ALONE })
  else setTimeout(keep, LET_ALONE)
}

const RENEWED = 'vouch renewed'
/** A worker that does not come must not keep a person on a page that cannot write. */
const WORKER_COMES_WITHIN = 10_000

/**
 * The server speaks a newer version than this page: brings its worker and loads the page anew. Once: false when that
 * was done already and the page is still too old.
 */
export const renewOnce = async (): Promise<boolean> => {
  const mine = String(SCHEMA_VERSION)
  try {
    if (sessionStorage.getItem(RENEWED) === mine) return false
    sessionStorage.setItem(RENEWED, mine)
  } catch {
    // Without a memory of having done so, it would go on for ever.
    return false
  }
  const late = new Promise((resolve) => setTimeout(resolve, WORKER_COMES_WITHIN))
  await Promise.race([updated().catch(() => undefined), late])
  location.reload()
  return true
}

const updated = async (): Promise<void> => {
  const registration = await container()?.getRegistration()
  await registration?.update()
  const coming = registration?.installing
  if (!coming) return
  await new Promise<void>((resolve) =>
    coming.addEventListener('statechange', () => {
      if (coming.state === 'activated' || coming.state === 'redundant') resolve()
    }),
  )
}
