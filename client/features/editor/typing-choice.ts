/** Whether signs become those of the language while one types: a choice of this device. */
const KEY = 'vouch.typing'

/** Asked at each key: read once. */
let isSmart: boolean | null = null

export const typesSmart = (): boolean => {
  if (isSmart === null)
    try {
      isSmart = localStorage.getItem(KEY) !== 'as typed'
    } catch {
      // A browser without a store: as usual.
      isSmart = true
    }
  return isSmart
}

export const chooseTyping = (smart: boolean): void => {
  isSmart = smart
  try {
    if (smart) localStorage.removeItem(KEY)
    else localStorage.setItem(KEY, 'as typed')
  } catch {
    // It holds until the page is closed.
  }
}
