/**
 * The language that was chosen on this device. It stays when a person leaves: the pages before signing in are in it, too, and it
 * says nothing of anybody.
 */
const KEY = 'vouch.language'

/** A BCP 47 tag; null: as the browser says. */
export const keptLanguage = (): string | null => {
  try {
    return localStorage.getItem(KEY)
  } catch {
    // A browser without a store has nothing kept.
    return null
  }
}

export const keepLanguage = (chosen: string | null): void => {
  try {
    if (chosen === null) localStorage.removeItem(KEY)
    else localStorage.setItem(KEY, chosen)
  } catch {
    // The browser's own languages go on deciding.
  }
}
