/** `vouch source check`: looks at the address of a source again, and says what came of it. */
import type { Command } from 'commander'
import type { Config } from '../config.ts'
import { addedCapture } from '../../shared/wire/inputs.ts'
import { isLoud } from '../../shared/check/changes.ts'
import { withApi } from './folder.ts'
import type { Speech } from './speech.ts'

export const addSourceCheckCommand = (source: Command, speech: Speech, config: () => Config): void => {
  source
    .command('check')
    .description('look at the address of a source again: another text there becomes a new saved copy')
    .argument('<source>', 'its id')
    .requiredOption('--brief <id>', 'the brief')
    .action(async (id: string, { brief }: { brief: string }) => {
      const address = `/api/briefs/${encodeURIComponent(brief)}/sources/${encodeURIComponent(id)}/check`
      const answer = await withApi(config(), async (api) => addedCapture.parse(await api.post(address)))
      const loud = answer.anchors.filter(isLoud).length
      await speech.answer(
        answer,
        answer.unchanged
          ? 'Unchanged: the text is the one of the newest saved copy.'
          : [
              `Changed: there is a new saved copy, ${answer.capture.hash}.`,
              `Excerpts that need a person: ${loud} of ${answer.anchors.length}.`,
              ...(answer.incomplete ? [answer.incomplete] : []),
            ].join('\n'),
      )
    })
}
