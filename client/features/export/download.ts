/** Hands a text made on this device to the browser as a file. */

/** Long enough for a slow device to start reading; the address is of no use afterwards. */
const HELD_FOR = 60_000

export const download = (name: string, mediaType: string, content: string | Blob): void => {
  const url = URL.createObjectURL(new Blob([content], { type: mediaType }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), HELD_FOR)
}
