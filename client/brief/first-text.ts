/** The text that a brief's page came with, to be read until the editor is there. It is there once, after the page was loaded. */

const found = (): HTMLElement | null => document.getElementById('first-text')

/** The text of that brief, for whoever shows it in its place. */
export const firstTextOf = (briefId: string): HTMLElement | null => {
  const text = found()
  return text?.dataset.brief === briefId ? text : null
}

/** Puts it into the drawn page, which is a landmark with a heading itself. */
export const placeFirstText = (text: HTMLElement, into: HTMLElement): void => {
  const words = text.querySelector('.page-text')
  if (words) text.replaceChildren(words)
  into.append(text)
}

/** Another page is shown, or the brief cannot be. */
export const dropFirstText = (): void => found()?.remove()
