/** A device that outlives its browser: whatever was kept on it is there when somebody sits down at it again. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { chromium } from 'playwright-core'
import { onTestFinished } from 'vitest'
import { Analyst } from './analyst.ts'
import { BROWSER, seatIn } from './browser.ts'

/** A folder that goes when the test ends. */
export const folder = async (): Promise<string> => {
  const dir = await mkdtemp(path.join(tmpdir(), 'vouch-journey-'))
  onTestFinished(() => rm(dir, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }))
  return dir
}

/** A browser with a memory: the same folder is the same device. It closes when the test ends. */
export const sitDownAt = async (device: string): Promise<Analyst> => {
  const context = await chromium.launchPersistentContext(device, {
    ...BROWSER,
    viewport: { width: 1440, height: 900 },
    acceptDownloads: true,
  })
  onTestFinished(() => context.close().catch(() => undefined))
  return new Analyst(await seatIn(context))
}
