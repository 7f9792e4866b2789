/** The name of an exported file from the brief's title, as every system takes it: "closing-the-gap.md". */

/** Leaves room for a number in brackets within the 255 bytes that file systems take. */
const LONGEST = 80

export const fileName = (title: string, ending = 'md'): string => {
  const words = title
    .normalize('NFC')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
  const short = [...words].slice(0, LONGEST).join('').replace(/-$/, '')
  // Windows keeps these names for devices.
  return `${short === '' || /^(con|prn|aux|nul|com\d|lpt\d)$/.test(short) ? `brief${short && `-${short}`}` : short}.${ending}`
}
