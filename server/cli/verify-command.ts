/** `vouch verify FILE.zip`: says whether an exported archive is as it was made and its quoted words stand; status 1 if not. */
import fs from 'node:fs'
import type { Command } from 'commander'
import { type Verdict, verifyArchive } from '../brief/verify.ts'
import { StartMistake } from '../storage/start-mistake.ts'
import type { Speech } from './speech.ts'

export const addVerifyCommand = (program: Command, speech: Speech, exit: (status: number) => void): void => {
  program
    .command('verify')
    .description(
      'hold an exported .zip against its hashes, and its excerpts against its saved copies; status 1 if anything differs',
    )
    .argument('<file>', 'the archive')
    .action(async (file: string) => {
      if (!fs.statSync(file, { throwIfNoEntry: false })?.isFile())
        throw new StartMistake(`${file} cannot be read: there is no such file.`)
      const verdict = await verifyArchive(file)
      await speech.answer(verdict, sentences(verdict).join('\n'))
      exit(verdict.problems.length > 0 ? 1 : 0)
    })
}

const counted = (n: number, one: string, more: string) => (n === 1 ? `1 ${one}` : `${n} ${more}`)

const sentences = ({ files, stand, passages, unheld, problems }: Verdict): string[] => [
  ...problems,
  `${counted(files, 'file is', 'files are')} as the archive was made.`,
  ...(passages > 0
    ? [
        stand === passages
          ? `${counted(passages, 'passage stands', 'passages stand')} word for word in the saved copies.`
          : `${stand} of ${counted(passages, 'passage', 'passages')} stand word for word in the saved copies.`,
      ]
    : []),
  ...(unheld > 0
    ? [
        `${counted(unheld, 'passage has', 'passages have')} no saved copy in the archive, and could be held against nothing.`,
      ]
    : []),
]
