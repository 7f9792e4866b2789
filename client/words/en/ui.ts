/** The controls that every page is made of, and days. */
import { spoken } from '../language.ts'

export const say = spoken('ui', {
  // copy-text.ts
  cannotCopyHere: 'This browser lets no page copy here: select the text and copy it yourself.',

  // when.ts
  yesterday: 'yesterday',
  todayAt: (time: string) => `today, ${time}`,

  // dialog.tsx
  close: 'Close',

  // error-boundary.tsx
  stoppedWorking: (label: string) => `${label} stopped working.`,
  textIsKept: 'What you wrote is kept on this device and is sent when the page works again.',
  reloadToGoOn: 'Reload the page to go on.',
  whatWentWrong: (message: string) => `What went wrong: ${message}`,
  reloadThePage: 'Reload the page',
  tryWithoutReloading: 'Try again without reloading',

  // mark-field.tsx
  handling: 'Handling',

  // toast.tsx
  closeMessage: 'Close message',
  messages: 'Messages',
})
