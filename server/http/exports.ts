/** A brief as a file, and a brief from a file. */
import { open, readFile } from 'node:fs/promises'
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { type AnyFormatName, EVERY_FORMAT, EVERY_FORMAT_NAME } from '../../shared/export/formats.ts'
import { obstaclesOf } from '../../shared/export/obstacles.ts'
import {
  exportReason,
  exportReasonNoted,
  importInput,
  importResult,
  type Me,
  TEXT_LIMIT,
} from '../../shared/wire/inputs.ts'
import { Refusal } from '../../shared/wire/refusal.ts'
import { exportAs, readStoredBrief } from '../brief/export.ts'
import { letOut } from '../brief/go-outside.ts'
import { importArchive } from '../brief/import-archive.ts'
import { importMarkdown } from '../brief/import.ts'
import { importWord } from '../brief/import-word.ts'
import { decode } from '../ingest/decode.ts'
import type { HouseTemplate } from '../ingest/house-template.ts'
import { kindOf } from '../ingest/kind.ts'
import type { Services } from '../services.ts'
import { exportReasonsOf } from '../storage/export-reasons.ts'
import { may } from './access.ts'
import { gives, givesNothing, path, takes, takesFile, takesJsonOrFile } from './describe.ts'
import { signedIn, type Visited } from './session.ts'
import { isForm, receiveUpload } from './upload.ts'

const options = z.object({
  citations: z.enum(['footnotes', 'pandoc', 'plain']).optional(),
  evidence: z.enum(['all', 'key', 'none']).optional(),
  audience: z.enum(['inside', 'outside']).optional(),
  /** Asked for where it goes outside against a mark or an embargo; recorded. */
  reason: exportReason.optional(),
})

const get = (format: AnyFormatName) =>
  createRoute({
    method: 'get',
    path: `/{id}/export.${format}`,
    summary: SUMMARIES[format],
    middleware: may('read'),
    request: { params: path('id'), query: options },
    responses: {
      200: {
        description: 'The file',
        content: { [EVERY_FORMAT[format].mediaType.split(';')[0]!]: { schema: z.string() } },
      },
    },
  })

const SUMMARIES: Record<AnyFormatName, string> = {
  md: 'The brief as Markdown that pandoc compiles and that can be imported again',
  html: 'The brief as one web page that stands alone, without scripts; for outside, unless said otherwise',
  'csl.json': 'The cited works as CSL-JSON',
  bib: 'The cited works as BibTeX, in the dialect of BibLaTeX',
  ris: 'The cited works as RIS',
  docx: 'The brief as a Word file: each citation a field of Zotero’s, in a footnote or, where the style says so, in the line',
  pdf: 'The brief as a tagged PDF, A4, with its notes at the foot of each page',
  zip: 'The brief as Markdown and web page with its works, excerpts and pictures; inside, with the text of its saved copies. `manifest.sha256` has their hashes',
}

const listReasons = createRoute({
  method: 'get',
  path: '/{id}/export-reasons',
  summary: 'Why the brief went outside against a mark or an embargo, the last first',
  middleware: may('write'),
  request: { params: path('id') },
  responses: gives(200, z.array(exportReasonNoted), 'Who, when, why, as what'),
})

const noteReason = createRoute({
  method: 'post',
  path: '/{id}/export-reasons',
  summary: 'Say why the brief goes outside, before it is exported elsewhere than on this server',
  middleware: may('read'),
  request: {
    params: path('id'),
    ...takes(z.object({ format: z.enum(EVERY_FORMAT_NAME), reason: exportReason })),
  },
  responses: givesNothing,
})

const create = createRoute({
  method: 'post',
  path: '/import',
  summary:
    'Make a brief from Markdown or an exported archive, with its ties, or from a Word file, with the citations that Zotero and Mendeley wrote into it',
  middleware: signedIn,
  request: takesJsonOrFile(importInput),
  responses: gives(201, importResult, 'Made; the report says what was not understood'),
})

const inHouse = createRoute({
  method: 'post',
  path: '/{id}/export.docx',
  summary:
    'The brief as a Word file that looks as another one: its styles, page, margins, and what stands above and below its pages. Of the text of `file` nothing is taken',
  middleware: may('read'),
  request: {
    params: path('id'),
    query: options,
    ...takesFile,
  },
  responses: {
    200: {
      description: 'The file',
      content: { [EVERY_FORMAT.docx.mediaType]: { schema: z.string() } },
    },
  },
})

export const exportRoutes = (s: Services) => {
  const routes = new OpenAPIHono<Visited>()
  const made = async (
    { briefId, me: by }: { briefId: string; me: Me },
    format: AnyFormatName,
    { reason, ...asked }: z.infer<typeof options>,
    house?: HouseTemplate,
  ) => {
    const brief = await readStoredBrief(s.rooms, briefId)
    const against = obstaclesOf(format, brief, asked, Date.now())
    await letOut(s, { briefId, against, format, by, reason })
    return exportAs(s, { briefId, brief, format, options: asked, house })
  }
  const headers = (briefId: string, format: AnyFormatName) => ({
    'content-disposition': `attachment; filename="${briefId}.${format}"`,
    'content-type': EVERY_FORMAT[format].mediaType,
  })
  for (const format of EVERY_FORMAT_NAME)
    routes.openapi(get(format), async (c) =>
      c.body(await made(c.var, format, c.req.valid('query')), 200, headers(c.var.briefId, format)),
    )
  routes.openapi(inHouse, async (c) => {
    const { brought, forget } = await receiveUpload(c, s.incoming)
    try {
      const content = 'bytes' in brought ? brought.bytes : brought.file
      const house = await s.readers.readHouse(content, { signal: c.req.raw.signal })
      const file = await made(c.var, 'docx', c.req.valid('query'), house)
      return c.body(file, 200, headers(c.var.briefId, 'docx'))
    } finally {
      await forget()
    }
  })
  routes
    .openapi(listReasons, async (c) => c.json(await exportReasonsOf(s.db, c.var.briefId), 200))
    .openapi(noteReason, async (c) => {
      const { briefId, me: by } = c.var
      const { format, reason } = c.req.valid('json')
      const brief = await readStoredBrief(s.rooms, briefId)
      const against = obstaclesOf(format, brief, { audience: 'outside' }, Date.now())
      await letOut(s, { briefId, against, format, by, reason })
      return c.body(null, 204)
    })
  return routes.openapi(create, async (c) => {
    const { me: owner } = c.var
    if (isForm(c)) return c.json(await importFile(s, c, owner), 201)
    const { markdown, title } = c.req.valid('json')
    if (Buffer.byteLength(markdown) > TEXT_LIMIT) tooLarge()
    return c.json(await importMarkdown(s, { markdown, owner, title }), 201)
  })
}

/** What begins so is a zip file (APPNOTE 6.3, 4.3.7). */
const ZIP = 'PK\u0003\u0004'

const importFile = async (s: Services, c: Context, owner: Me) => {
  const { brought, path: at, forget } = await receiveUpload(c, s.incoming)
  try {
    const { filename = null, mediaType = null } = brought
    const fallback = filename
      ?.split(/[\\/]/)
      .at(-1)
      ?.replace(/\.[^.]*$/, '')
    const start = await firstBytes(at)
    if (start.startsWith(ZIP) && !isWord(filename))
      return await importArchive(s, { archive: at, owner, fallback })
    if (start.startsWith(ZIP))
      return await importWord(s, {
        content: 'bytes' in brought ? brought.bytes : brought.file,
        owner,
        fallback,
      })
    if (!('bytes' in brought) && brought.file.size > TEXT_LIMIT) tooLarge()
    const bytes = 'bytes' in brought ? brought.bytes : await readFile(at)
    if (kindOf(bytes, filename, mediaType) === 'text/html')
      throw new Refusal(
        'not-markdown',
        'This is a web page, not Markdown. Nothing was imported; add it to a brief as a source.',
      )
    const { text } = decode(bytes, 'text/markdown')
    return await importMarkdown(s, { markdown: text, owner, fallback })
  } finally {
    await forget()
  }
}

/** A Word file is a zip file, too. */
const isWord = (filename: string | null) => /\.docx$/i.test(filename ?? '')

const firstBytes = async (file: string): Promise<string> => {
  const handle = await open(file)
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(4), 0, 4, 0)
    return buffer.subarray(0, bytesRead).toString('latin1')
  } finally {
    await handle.close()
  }
}

const tooLarge = () => {
  throw new Refusal('too-large', `This is larger than ${TEXT_LIMIT / 1024 / 1024} MB. Nothing was imported.`)
}
