/** A key combination as this system writes it: `keyText('mod alt [')` is "⌘⌥[" on a Mac, "Ctrl+Alt+[" elsewhere. */
const isMac = () => typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.userAgent)

const MAC: Record<string, string> = { mod: '⌘', alt: '⌥', shift: '⇧' }
const OTHER: Record<string, string> = { mod: 'Ctrl', alt: 'Alt', shift: 'Shift' }

export const keyText = (keys: string, mac: boolean = isMac()): string =>
  keys
    .split(' ')
    .map((key) => (mac ? MAC : OTHER)[key] ?? key)
    .join(mac ? '' : '+')
