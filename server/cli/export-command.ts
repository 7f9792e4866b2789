/** `vouch export`: a brief as a file, to standard output or into a folder; without a kind, a folder for Git. */
import fs from 'node:fs'
import path from 'node:path'
import { type Command, Option } from 'commander'
import { type AnyFormatName, EVERY_FORMAT_NAME, type ExportOptions } from '../../shared/export/formats.ts'
import { obstaclesOf } from '../../shared/export/obstacles.ts'
import { exportAs, readStoredBrief } from '../brief/export.ts'
import { readHouse } from '../ingest/house-template.ts'
import { folderOf } from '../brief/bundle.ts'
import { refuseWithoutReason } from '../brief/go-outside.ts'
import type { PackedFile } from '../brief/zip.ts'
import type { Config } from '../config.ts'
import { StartMistake } from '../storage/start-mistake.ts'
import { readFolder, withApi } from './folder.ts'
import type { Speech } from './speech.ts'

type Flags = ExportOptions & { format?: AnyFormatName; to?: string; reason?: string; template?: string }

export const addExportCommand = (program: Command, speech: Speech, config: () => Config): void => {
  program
    .command('export')
    .description('write a brief as a file, to standard output or into a folder')
    .argument('<id>', 'the brief')
    .addOption(new Option('--format <format>', 'kind of file (md)').choices(EVERY_FORMAT_NAME))
    .option(
      '--to <dir>',
      'write into this folder: brief.FORMAT; without --format brief.md, brief.csl.json and figures/, for Git',
    )
    .addOption(new Option('--citations <style>').choices(['footnotes', 'pandoc', 'plain']))
    .addOption(new Option('--evidence <amount>').choices(['all', 'key', 'none']))
    .addOption(new Option('--audience <readers>').choices(['inside', 'outside']))
    .option('--template <file>', 'a .docx whose styles, page and margins the Word file takes on')
    .option('--reason <why>', 'why it goes outside against a mark or an embargo; recorded')
    .action(async (id: string, { format, to, reason, template, ...options }: Flags) => {
      const kind = format ?? 'md'
      const house = template === undefined ? undefined : await houseIn(template, kind)
      const against = await readFolder(config(), async (rooms) =>
        obstaclesOf(kind, await readStoredBrief(rooms, id), options, Date.now()),
      )
      refuseWithoutReason(against, reason)
      if (against.length > 0)
        await withApi(config(), (api) =>
          api.post(`/api/briefs/${encodeURIComponent(id)}/export-reasons`, { format: kind, reason }),
        )
      if (to !== undefined && format === undefined) {
        const files = await readFolder(config(), async (rooms, db) =>
          folderOf({ db }, { briefId: id, brief: await readStoredBrief(rooms, id), options }),
        )
        const written = writeFolder(to, files)
        return speech.answer({ file: written[0], files: written }, `Written to ${written.join(', ')}`)
      }
      const file = await readFolder(config(), async (rooms, db) =>
        exportAs(
          { db },
          { briefId: id, brief: await readStoredBrief(rooms, id), format: kind, options, house },
        ),
      )
      if (to !== undefined) {
        const target = path.join(to, `brief.${kind}`)
        writeFile(target, file)
        return speech.answer({ file: target }, `Written to ${target}`)
      }
      if (!speech.json) return speech.write(file)
      const said = typeof file === 'string' ? file : Buffer.from(file).toString('base64')
      return speech.write(JSON.stringify(kind === 'md' ? { markdown: said } : { format: kind, file: said }))
    })
}

const houseIn = async (file: string, kind: AnyFormatName) => {
  if (kind !== 'docx')
    throw new StartMistake(
      '--template is for Word files. Nothing was exported; add --format docx, or leave it out.',
    )
  let bytes: Uint8Array
  try {
    bytes = fs.readFileSync(file)
  } catch (error) {
    throw new StartMistake(
      `${file} cannot be read (${(error as NodeJS.ErrnoException).code}). Nothing was exported.`,
    )
  }
  return readHouse(bytes)
}

/** A figure as an export names it; what else lies in that folder is somebody's own. */
const OUR_FIGURE = /^([0-9a-f]{64})\.png$/

/** The paths. Figures of an earlier export that this one does not have are taken away. */
const writeFolder = (dir: string, files: readonly PackedFile[]): string[] => {
  const written = files.map(({ name, bytes }) => {
    const target = path.join(dir, name)
    writeFile(target, bytes)
    return target
  })
  const figures = path.join(dir, 'figures')
  for (const name of fs.existsSync(figures) ? fs.readdirSync(figures) : [])
    if (OUR_FIGURE.test(name) && !written.includes(path.join(figures, name)))
      fs.rmSync(path.join(figures, name))
  return written
}

const writeFile = (target: string, content: string | Uint8Array) => {
  try {
    fs.mkdirSync(path.dirname(target), { recursive: true })
    fs.writeFileSync(target, content)
  } catch (error) {
    throw new StartMistake(`${target} cannot be written (${(error as NodeJS.ErrnoException).code}).`)
  }
}
