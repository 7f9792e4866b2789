/** Pictures of a state, for whoever wants to look at it: VOUCH_PICTURES names the folder, without it there are none. */
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import type { Analyst } from './analyst.ts'

const LOOKS = [
  ['light', 1440],
  ['dark', 1440],
  ['light', 390],
  ['dark', 390],
] as const

/** `before` is done in each look before the picture is taken. */
export const pictures = async (
  { page }: Analyst,
  name: string,
  before?: () => Promise<unknown>,
): Promise<void> => {
  const to = process.env.VOUCH_PICTURES
  if (!to) return
  await mkdir(to, { recursive: true })
  for (const [colorScheme, width] of LOOKS) {
    await page.emulateMedia({ colorScheme })
    await page.setViewportSize({ width, height: 800 })
    await before?.()
    // Colours turn over a moment.
    await page.waitForTimeout(400)
    await page.screenshot({ path: path.join(to, `${name}-${colorScheme}-${width}.png`) })
  }
  await page.emulateMedia({ colorScheme: 'light' })
  await page.setViewportSize({ width: 1440, height: 900 })
}
