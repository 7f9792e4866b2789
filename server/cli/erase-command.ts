/** `vouch erase`: evidence leaves for good, and whoever runs the server hears which files still hold it. */
import { type Command, Option } from 'commander'
import type { Config } from '../config.ts'
import { eraseReport } from '../../shared/wire/inputs.ts'
import { StartMistake } from '../storage/start-mistake.ts'
import { withApi } from './folder.ts'
import type { Speech } from './speech.ts'

type Flags = { brief: string; why: string; source?: string; capture?: string; excerpt?: string }

export const addEraseCommand = (program: Command, speech: Speech, config: () => Config): void => {
  program
    .command('erase')
    .description(
      'erase a source, a saved copy or an excerpt for good: its words leave every place that is Vouch’s',
    )
    .requiredOption('--brief <id>', 'the brief')
    .requiredOption('--why <reason>', 'shown where the evidence was')
    .addOption(
      new Option('--source <id>', 'a source with all its saved copies').conflicts(['capture', 'excerpt']),
    )
    .addOption(new Option('--capture <hash>', 'one saved copy').conflicts(['source', 'excerpt']))
    .option('--excerpt <id>', 'one excerpt; the saved copy it was marked in keeps its text')
    .action(async ({ brief, why, source, capture, excerpt }: Flags) => {
      const [kind, target] = source
        ? ['source', source]
        : capture
          ? ['capture', capture]
          : ['excerpt', excerpt]
      if (!target)
        throw new StartMistake(
          'Say what to erase: --source ID, --capture HASH or --excerpt ID. Nothing was changed.',
        )
      const done = await withApi(config(), async (api) =>
        eraseReport.parse(
          await api.post(`/api/briefs/${encodeURIComponent(brief)}/erase`, { kind, target, why }),
        ),
      )
      const { excerpts, captures, briefs, stillIn } = done
      await speech.answer(
        done,
        `Erased: ${excerpts} excerpts and ${captures} saved copies, in ${briefs} briefs. ${
          stillIn.length > 0
            ? `These files from before still hold it; delete them when you can: ${stillIn.join(', ')}`
            : 'Backups that were made before, wherever you keep them, still hold it.'
        }`,
      )
    })
}
