/** The command line, `npx vouch …`: commands for whoever runs the server and for scripts. */
import fs from 'node:fs'
import path from 'node:path'
import { Command, CommanderError } from 'commander'
import { z } from 'zod'
import {
  bibliographyResult,
  importResult,
  me,
  newSourceResult,
  reindexReport,
  repairReport,
} from '../../shared/wire/inputs.ts'
import { readStoredBrief } from '../brief/export.ts'
import { findingsOf } from '../brief/findings.ts'
import { readConfig } from '../config.ts'
import { serve } from '../run.ts'
import { StartMistake } from '../storage/start-mistake.ts'
import { addBackupCommands } from './backup-commands.ts'
import { addEraseCommand } from './erase-command.ts'
import { addExportCommand } from './export-command.ts'
import { readFolder, withApi } from './folder.ts'
import { repairWords } from './repair-words.ts'
import { createSpeech, type Speech, type Streams } from './speech.ts'
import { addSourceCheckCommand } from './source-check-command.ts'
import { addTokenCommands } from './token-commands.ts'
import { addVerifyCommand } from './verify-command.ts'

const WRONG_USE = 2

/** Runs one command and resolves to its exit status: 0, 1 for a refusal or findings, 2 for a wrong call. */
export const run = async (argv: string[], streams: Streams = process): Promise<number> => {
  const speech = createSpeech(streams, argv.includes('--json'))
  let status = 0
  const program = commands(speech, (code) => {
    status = code
  })
  try {
    await program.parseAsync(argv, { from: 'user' })
    return status
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : WRONG_USE
    speech.fail(error)
    return 1
  }
}

const config = () => readConfig(process.env)

const commands = (speech: Speech, exit: (status: number) => void): Command => {
  const program = new Command('vouch')
    .description('Briefs in which every statement is tied to the exact words of a source.')
    .option('--json', 'answer in JSON')
    .exitOverride()
    .configureOutput(speech.streams)
    .addHelpText(
      'after',
      '\nThe folder with the data is DATA_DIR (./data). A running server may go on running.',
    )

  program
    .command('serve')
    .description('run the server')
    .action(async () => exit(await serve(process.env)))

  addExportCommand(program, speech, config)
  addVerifyCommand(program, speech, exit)

  program
    .command('import')
    .description('make a brief of a Markdown file or an exported archive')
    .argument('<file>', 'an exported brief (.md, .zip), or any Markdown')
    .action(async (file: string) => {
      const answer = await withApi(config(), async (api) =>
        importResult.parse(await api.post('/api/briefs/import', formOf(file))),
      )
      await speech.answer(answer, [`Imported as ${answer.id}`, ...answer.report].join('\n'))
    })

  program
    .command('check')
    .description('say what a reader of the brief should look at again; status 1 if there is anything')
    .argument('<id>', 'the brief')
    .action(async (id: string) => {
      const findings = await readFolder(config(), async (rooms) =>
        findingsOf(await readStoredBrief(rooms, id)),
      )
      await speech.answer(findings, findings.map((each) => each.message).join('\n') || 'Nothing found.')
      exit(findings.length ? 1 : 0)
    })

  program
    .command('repair')
    .description('say what of a brief is damaged and what can be saved; status 1 if anything is')
    .argument('<id>', 'the brief')
    .option('--yes', 'begin the brief anew with what can be saved')
    .action(async (id: string, { yes = false }: { yes?: boolean }) => {
      const report = await withApi(config(), async (api) =>
        repairReport.parse(await api.post(`/api/briefs/${encodeURIComponent(id)}/repair`, { apply: yes })),
      )
      await speech.answer(report, repairWords(id, report))
      exit(report.documents.length > 0 && !report.repaired ? 1 : 0)
    })

  program
    .command('reindex')
    .description(
      'make the library and its search anew from the briefs and saved copies; status 1 if a brief cannot be read',
    )
    .action(async () => {
      const { unread, ...made } = await withApi(config(), async (api) =>
        reindexReport.parse(await api.post('/api/library/reindex')),
      )
      await speech.answer(
        { ...made, unread },
        [
          `The library was made anew: ${made.sources} sources of ${made.briefs} briefs, and the words of ${made.captures} saved copies.`,
          ...unread.map(
            (id) =>
              `Brief ${id} cannot be read; what was listed of it stays. "npx vouch repair ${id}" says more.`,
          ),
        ].join('\n'),
      )
      exit(unread.length > 0 ? 1 : 0)
    })

  addBackupCommands(program, speech, config, exit)
  addEraseCommand(program, speech, config)

  const source = program.command('source').description('bring sources into a brief, and look at them again')
  addSourceCheckCommand(source, speech, config)
  source
    .command('add')
    .description(
      'add a file, what stands at an address of the web, or the works of a bibliography (.bib, .ris, .json)',
    )
    .argument('<file or address>', 'a file, or an address that begins with https:// or http://')
    .requiredOption('--brief <id>', 'the brief')
    .action(async (given: string, { brief }: { brief: string }) => {
      const answer = await withApi(config(), async (api) =>
        z
          .union([newSourceResult, bibliographyResult])
          .parse(
            await api.post(
              `/api/briefs/${encodeURIComponent(brief)}/sources`,
              /^https?:\/\//i.test(given) ? { url: given } : formOf(given),
            ),
          ),
      )
      await speech.answer(
        answer,
        'source' in answer
          ? `Added as ${answer.source.id} (${answer.source.key})`
          : [
              `Added ${answer.added}, there already ${answer.merged}`,
              ...answer.problems.map(({ line, why }) => `Line ${line}: ${why}`),
            ].join('\n'),
      )
    })

  addTokenCommands(program, speech, config)

  const user = program.command('user').description('people of the workspace')
  user
    .command('add')
    .description('add a person; the first one owns the workspace')
    .argument('<name>')
    .action(async (name: string) => {
      const answer = await withApi(config(), async (api) => me.parse(await api.post('/api/people', { name })))
      await speech.answer(answer, `Added ${answer.name} (${answer.id})`)
    })
  user
    .command('link')
    .description('make a one-time sign-in address for a person')
    .argument('<name>', 'name or id')
    .action(async (name: string) => {
      const answer = await withApi(config(), async (api) => {
        const person = personCalled(name, z.array(me).parse(await api.get('/api/people')))
        return z.object({ url: z.string() }).parse(await api.post(`/api/people/${person.id}/sign-in-keys`))
      })
      await speech.answer(answer, answer.url)
    })
  return program
}

const personCalled = (name: string, people: z.infer<typeof me>[]) => {
  const found = people.filter((each) => each.id === name || each.name === name)
  if (found.length === 1) return found[0]!
  throw new StartMistake(
    found.length === 0
      ? `There is no ${name} in this workspace. Add a person first: npx vouch user add NAME`
      : `There are ${found.length} people called ${name}. Give an id: ${found.map((each) => each.id).join(', ')}`,
  )
}

const formOf = (file: string): FormData => {
  const form = new FormData()
  form.set('file', new File([readFile(file)], path.basename(file)))
  return form
}

const readFile = (file: string): Uint8Array<ArrayBuffer> => {
  try {
    return new Uint8Array(fs.readFileSync(file))
  } catch (error) {
    throw new StartMistake(
      `${file} cannot be read (${(error as NodeJS.ErrnoException).code}). Nothing was changed.`,
    )
  }
}
