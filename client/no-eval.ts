/**
 * Shapes are checked without making programs of them: the page's policy lets none run (script-src 'self'), and to find that out
 * each time is a mistake in the console of Firefox. Imported before anything that has a shape.
 */
import { config } from 'zod'

config({ jitless: true })
