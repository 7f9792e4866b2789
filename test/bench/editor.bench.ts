/**
 * The page: `npm run bench -- editor [lengths | beside | writers]`. How long a person waits in briefs of three lengths, how that is beside a
 * plain TipTap editor, and among ten who write. VOUCH_ROUNDS rounds take turns, so that a slow minute of the machine falls on all.
 */
import { openBrowser } from '../support/browser.ts'
import { besidePlain, tenWriters } from './editor/beside-plain.ts'
import { lengths } from './editor/lengths.ts'
import { report } from './report.ts'

const rounds = Number(process.env.VOUCH_ROUNDS ?? 5)
const wanted = process.argv.slice(2)
const is = (name: string) => wanted.length === 0 || wanted.includes(name)

const browser = await openBrowser()
try {
  if (is('lengths')) report('editor', await lengths(browser, rounds))
  if (is('beside')) report('editor-beside', await besidePlain(browser, rounds))
  if (is('writers')) report('editor-writers', [await tenWriters(browser)])
} finally {
  await browser.close()
}
// Sockets of colleagues may try to come back.
process.exit(0)
