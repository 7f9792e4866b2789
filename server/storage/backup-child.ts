/**
 * A backup as a process of its own: reading a whole store must not hold up those who write.
 * Its arguments are the data folder and the file to be; it answers in JSON, and with 0 or 1.
 */
import { backUp, removeUnfinished } from './backup.ts'
import { StartMistake } from './start-mistake.ts'

const [dataDir, file] = process.argv.slice(2)
process.once('SIGTERM', () => {
  removeUnfinished(file!)
  process.exit(1)
})
try {
  process.stdout.write(JSON.stringify(await backUp(dataDir!, file!)))
} catch (error) {
  process.stderr.write(error instanceof StartMistake ? error.message : String((error as Error).stack))
  process.exitCode = 1
}
