/**
 * A short message that goes by itself: `toast('Copied.')`, or with `{ title, description, action }`. For what was
 * done, never for what needs an answer; a refusal stays until it is closed (`stays: true`). Drawn by toasts.tsx;
 * what is said before that is there is shown once it is.
 */
export type ToastMessage = {
  title: string
  description?: string
  action?: { label: string; run: () => void }
  stays?: boolean
}

/** Shows a message until the returned function is called, or it goes. */
export type ShowToast = (message: ToastMessage) => () => void

type Waiting = { message: ToastMessage; close: () => void; closed: boolean }

let show: ShowToast | null = null
const waiting: Waiting[] = []

/** Called once, by what draws them. */
export const showToastsBy = (shows: ShowToast): void => {
  show = shows
  for (const one of waiting.splice(0)) if (!one.closed) one.close = shows(one.message)
}

export const toast = (message: string | ToastMessage): void => void said(message)

/** For what is still going on: it stays until the returned function is called, or somebody closes it. */
export const toastWhile = (message: ToastMessage): (() => void) => said({ ...message, stays: true })

const said = (words: string | ToastMessage): (() => void) => {
  const message = typeof words === 'string' ? { title: words } : words
  if (show) return show(message)
  const one: Waiting = { message, close: () => undefined, closed: false }
  waiting.push(one)
  return () => {
    one.closed = true
    one.close()
  }
}
