/** The sources of a brief: text pasted, a file, or a work without text; and later captures of the same work. */
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { source } from '../../shared/brief/source.ts'
import type { BibliographyFormat } from '../../shared/cite/bibliography-format.ts'
import type { CslItem } from '../../shared/cite/csl.ts'
import {
  addedCapture,
  type BibliographyResult,
  bibliographyResult,
  collectionResult,
  type CollectionResult,
  type Me,
  newCaptureInput,
  newSourceInput,
  newSourceResult,
} from '../../shared/wire/inputs.ts'
import { addBibliography } from '../brief/add-bibliography.ts'
import { type AddedCapture, addCaptureFromAddress, addCaptureTo } from '../brief/add-capture.ts'
import { addCollection } from '../brief/add-collection.ts'
import { addAddressTo, addPageTo, addSourceTo, sourcesOf } from '../brief/add-source.ts'
import type { Brought, Watch } from '../ingest/ingest.ts'
import { readOtherPages } from '../brief/other-pages.ts'
import { pageRange } from '../ingest/page-range.ts'
import type { Services } from '../services.ts'
import { may } from './access.ts'
import { gives, path, takesJsonOrFile } from './describe.ts'
import { pasted, pastedAs } from './input.ts'
import { isForm, receiveUpload, type Upload } from './upload.ts'
import { tellsProgress, worked } from './progress.ts'
import type { Visited } from './session.ts'

const list = createRoute({
  method: 'get',
  path: '/',
  summary: 'The sources of a brief',
  middleware: may('read'),
  request: { params: path('id') },
  responses: gives(200, z.array(source), 'The sources, removed ones too'),
})

const pagesAsked = z.object({
  pages: z
    .string()
    .max(20)
    .optional()
    .describe('Of a PDF with more than 500 pages: the ones to read, as "1-200"'),
})

const create = createRoute({
  method: 'post',
  path: '/',
  summary:
    'Add a source: pasted text, pasted mark-up, a file (.pdf, .docx, .html, .mhtml, .md, .txt), an address of the public web, a page as a browser had it, a bibliography (.bib, .ris, CSL-JSON), an archive of one with its files (.zip), or a work without text',
  middleware: may('write'),
  request: { params: path('id'), query: pagesAsked, ...takesJsonOrFile(newSourceInput) },
  responses: {
    ...gives(
      201,
      z.union([newSourceResult, bibliographyResult, collectionResult]),
      'Added; of a bibliography, how many; of one with files, what came of each work',
    ),
    ...tellsProgress,
  },
})

const recapture = createRoute({
  method: 'post',
  path: '/{source}/captures',
  summary:
    'Add a new capture of the same work: text, mark-up, a file, or what stands at an address now (the same text there is no new capture)',
  middleware: may('write'),
  request: { params: path('id', 'source'), query: pagesAsked, ...takesJsonOrFile(newCaptureInput) },
  responses: {
    ...gives(201, addedCapture, 'Added, or found to be there; how each excerpt of the source stands in it'),
    ...tellsProgress,
  },
})

export const sourceRoutes = (s: Services) =>
  new OpenAPIHono<Visited>()
    .openapi(list, async (c) => c.json(await sourcesOf(s, c.var.briefId), 200))
    .openapi(create, async (c) => {
      const to = { briefId: c.var.briefId, by: c.var.me }
      const { forget, ...given } = isForm(c)
        ? fileGiven(await receiveUpload(c, s.incoming))
        : { ...jsonGiven(c.req.valid('json')), forget: undefined }
      return worked(
        c,
        s.log,
        (watch) => addGiven(s, to, given, watch).finally(forget),
        (answer) => c.json(answer, 201),
      )
    })
    .openapi(recapture, async (c) => {
      const { briefId, me: by } = c.var
      const sourceId = c.req.valid('param').source
      const where = { briefId, by, sourceId }
      const file = isForm(c) ? await receiveUpload(c, s.incoming) : null
      const given = file ?? c.req.valid('json')
      const add = (watch: Watch): Promise<AddedCapture> => {
        if ('capture' in given)
          return readOtherPages(s, { ...where, ...given, range: pageRange(c.req.query('pages')) }, watch)
        if ('url' in given) return addCaptureFromAddress(s, { ...where, address: given.url }, watch)
        const brought = 'brought' in given ? given.brought : pastedAs(given)
        return addCaptureTo(s, { ...where, brought }, watch).finally(file?.forget)
      }
      return worked(c, s.log, add, (answer) => c.json(answer, 201))
    })

type Given =
  | { item?: CslItem | undefined; brought?: Brought | undefined }
  | { address: string; item?: CslItem | undefined; id?: string | undefined }
  | { seen: { html: string; address: string; selection?: string | undefined } }
  | { references: Brought; format: BibliographyFormat }
  | { collection: Brought }

type Answer = z.infer<typeof newSourceResult> | BibliographyResult | CollectionResult

const addGiven = (
  s: Services,
  to: { briefId: string; by: Me },
  given: Given,
  watch: Watch,
): Promise<Answer> => {
  if ('address' in given) return addAddressTo(s, { ...to, ...given }, watch)
  if ('seen' in given) return addPageTo(s, { ...to, ...given.seen }, watch)
  if ('references' in given) return addBibliography(s, { ...to, ...given })
  if ('collection' in given) return addCollection(s, { ...to, ...given }, watch)
  return addSourceTo(s, { ...to, ...given }, watch)
}

const jsonGiven = (input: z.infer<typeof newSourceInput>): Given => {
  if ('url' in input) return { address: input.url, item: input.item, id: input.id }
  if ('address' in input && input.address !== undefined) return { seen: input }
  for (const format of ['bibtex', 'ris', 'csl'] as const)
    if (format in input)
      return { references: pasted((input as Record<typeof format, string>)[format]), format }
  const { text, html, item } = input as { text?: string; html?: string; item?: CslItem }
  if (text !== undefined) return { item, brought: pasted(text) }
  return { item, brought: html === undefined ? undefined : pastedAs({ html }) }
}

const fileGiven = ({ brought, forget }: Upload): Given & { forget: Upload['forget'] } => {
  const extension = /\.(bib|ris|json|zip)$/i.exec(brought.filename ?? '')?.[1]?.toLowerCase()
  if (extension === 'zip') return { collection: brought, forget }
  const format = extension && FORMATS[extension]
  return format ? { references: brought, format, forget } : { brought, forget }
}

const FORMATS: Record<string, BibliographyFormat> = { bib: 'bibtex', ris: 'ris', json: 'csl' }
