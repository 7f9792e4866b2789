/** `vouch token`: what lets programs in, made, listed and taken back. */
import type { Command } from 'commander'
import { z } from 'zod'
import { type TokenInfo, tokenInfo } from '../../shared/wire/inputs.ts'
import type { Config } from '../config.ts'
import { StartMistake } from '../storage/start-mistake.ts'
import { withApi } from './folder.ts'
import type { Speech } from './speech.ts'

export const addTokenCommands = (program: Command, speech: Speech, config: () => Config): void => {
  const token = program.command('token').description('tokens for programs')

  token
    .command('create')
    .description('make an API token of the owner’s; it is shown this once')
    .requiredOption('--name <name>', 'what it is for')
    .action(async ({ name }: { name: string }) => {
      const answer = await withApi(config(), async (api) =>
        z.object({ token: z.string() }).parse(await api.post('/api/tokens', { name })),
      )
      await speech.answer(answer, answer.token)
    })

  token
    .command('list')
    .description('list the tokens of everybody: id, day, person, name')
    .action(async () => {
      const tokens = await withApi(config(), async (api) =>
        z.array(tokenInfo).parse(await api.get('/api/tokens')),
      )
      await speech.answer(tokens, tokens.map(lineOf).join('\n') || 'There are no tokens.')
    })

  token
    .command('revoke')
    .description('take a token back; what it let in is closed at once')
    .argument('<token>', 'id or name')
    .action(async (given: string) => {
      const revoked = await withApi(config(), async (api) => {
        const found = tokenCalled(given, z.array(tokenInfo).parse(await api.get('/api/tokens')))
        await api.delete(`/api/tokens/${found.id}`)
        return found
      })
      await speech.answer(revoked, `Revoked ${revoked.name} (${revoked.id})`)
    })
}

const lineOf = ({ id, created, person, name }: TokenInfo): string =>
  [id, created.slice(0, 10), person.name, name].join('  ')

const tokenCalled = (given: string, tokens: readonly TokenInfo[]): TokenInfo => {
  const found = tokens.filter(({ id, name }) => id === given || name === given)
  if (found.length === 1) return found[0]!
  throw new StartMistake(
    found.length === 0
      ? `There is no token ${given}. Nothing was changed; "npx vouch token list" shows them all.`
      : `There are ${found.length} tokens called ${given}. Nothing was changed; give an id: ${found.map(({ id }) => id).join(', ')}`,
  )
}
