/** `vouch backup` and `vouch restore`: the store as one file, and back. */
import path from 'node:path'
import type { Command } from 'commander'
import type { Config } from '../config.ts'
import { type Backup, backUp } from '../storage/backup.ts'
import { restore } from '../storage/restore.ts'
import type { Speech } from './speech.ts'

export const addBackupCommands = (
  program: Command,
  speech: Speech,
  config: () => Config,
  exit: (status: number) => void,
): void => {
  program
    .command('backup')
    .description('copy everything into one checked file, while people write; status 1 if anything is damaged')
    .argument('<file>', 'the backup to be; it must not exist')
    .action(async (file: string) => {
      const made = await backUp(config().dataDir, path.resolve(file))
      await speech.answer(
        made,
        [`Backed up to ${made.file}: ${contents(made)}, all read again.`, ...sayDamage(made)].join('\n'),
      )
      exit(made.damage.length > 0 ? 1 : 0)
    })

  program
    .command('restore')
    .description('put a backup in the place of the store; the server must not run')
    .argument('<file>', 'a backup')
    .option('--to <dir>', 'the data folder to be; DATA_DIR otherwise')
    .action(async (file: string, { to }: { to?: string }) => {
      const done = restore(path.resolve(file), to === undefined ? config().dataDir : path.resolve(to))
      const aside = done.keptAside ? [`What was there before is kept as ${done.keptAside}.`] : []
      await speech.answer(
        done,
        [
          `Restored into ${done.dataDir}: ${contents(done)}.`,
          ...aside,
          'Whoever wrote after the backup finds those words under "Recovered text" when their brief opens again.',
          ...sayDamage(done),
        ].join('\n'),
      )
      exit(done.damage.length > 0 ? 1 : 0)
    })
}

const contents = ({ documents, rows, captures }: Pick<Backup, 'documents' | 'rows' | 'captures'>): string =>
  `${documents} documents in ${rows} rows, ${captures} saved copies`

const sayDamage = ({ damage }: Pick<Backup, 'damage'>): string[] =>
  damage.length === 0
    ? []
    : [...damage, 'All the rest is whole. "npx vouch repair ID" says what can be saved of a damaged brief.']
