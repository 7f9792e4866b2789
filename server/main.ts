/** The server's process. */
import { serve } from './run.ts'

process.exit(await serve(process.env))
