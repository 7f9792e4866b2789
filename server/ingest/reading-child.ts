/** A process that reads files, one after the other, and says what it read; reading-room.ts starts and ends it. */
import { readFile } from 'node:fs/promises'
import { Refusal } from '../../shared/wire/refusal.ts'
import { DOCX, kindOf } from './kind.ts'
import { watchMemory } from './memory-watch.ts'
import { read } from './read.ts'
import type { Said, Task } from './reading-room.ts'

/** A bar on screen needs no more. */
const BETWEEN_WORDS_MS = 200

const say = (said: Said) => process.send?.(said)

const perform = async ({ path, memory, asked }: Task): Promise<Said> => {
  let watch: { end(): void } | undefined
  let spoken = Date.now()
  try {
    const told = (done: number, of: number) => {
      if (Date.now() - spoken < BETWEEN_WORDS_MS) return
      spoken = Date.now()
      say({ is: 'at', done, of })
    }
    const begins = () => {
      watch = watchMemory(memory)
      say({ is: 'begins' })
    }
    if ('into' in asked) {
      const { openCollection } = await import('./collection.ts')
      begins()
      return { is: 'unpacked', collection: await openCollection(path, asked.into, told) }
    }
    const bytes = await readFile(path)
    if ('word' in asked) {
      // Says what it is instead.
      kindOf(bytes, null, DOCX)
      const { readWord } = await import('./word-document.ts')
      begins()
      return { is: 'word', ...(await readWord(bytes)) }
    }
    if ('house' in asked) {
      const { readHouse } = await import('./house-template.ts')
      begins()
      return { is: 'house', house: await readHouse(bytes) }
    }
    return { is: 'read', reading: await read({ ...asked, bytes }, told, begins) }
  } catch (error) {
    if (error instanceof Refusal) return { is: 'refused', code: error.code, detail: error.detail }
    return { is: 'broken', stack: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  } finally {
    watch?.end()
  }
}

process.on('message', (task) => void perform(task as Task).then(say))
// Whoever started this is gone.
process.on('disconnect', () => process.exit(0))
