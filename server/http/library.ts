/** The library: works across the briefs that one may read, where they are used, and the words of their saved copies. */
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { can } from '../../shared/brief/role.ts'
import {
  captureFound,
  gradeInput,
  holdCopiesInput,
  libraryPage,
  reindexReport,
  takeOverInput,
  takeOverResult,
  workDetails as workDetailsShape,
  workspaceSettings,
} from '../../shared/wire/inputs.ts'
import { Refusal } from '../../shared/wire/refusal.ts'
import { gradeWork, holdCopies, takeOver, workDetails } from '../brief/library.ts'
import type { Services } from '../services.ts'
import { roleIn } from '../storage/briefs.ts'
import { searchCaptures } from '../storage/capture-search.ts'
import { worksOf } from '../storage/library.ts'
import { chooseGradeScale, gradeScaleOf } from '../storage/workspace.ts'
import { may } from './access.ts'
import { gives, givesNothing, path, takes } from './describe.ts'
import { operates, signedIn, type Visited } from './session.ts'

const PAGE = 50
const HITS = 20

const works = createRoute({
  method: 'get',
  path: '/',
  summary: 'The works of the briefs that one may read, the last added first',
  middleware: signedIn,
  request: {
    query: z.object({ q: z.string().max(500).default(''), before: z.string().max(4500).optional() }),
  },
  responses: gives(200, libraryPage, 'A page of works'),
})

const details = createRoute({
  method: 'get',
  path: '/work',
  summary: 'Where a work is used: briefs, sentences, excerpts, and how many origins they have',
  middleware: signedIn,
  request: { query: z.object({ work: z.string().min(1).max(4500) }) },
  responses: gives(200, workDetailsShape, 'The uses in briefs that one may read'),
})

const search = createRoute({
  method: 'get',
  path: '/search',
  summary:
    'Saved copies that hold all of these words, in their own or in Latin letters, whole words or beginnings',
  middleware: signedIn,
  request: { query: z.object({ q: z.string().max(500) }) },
  responses: gives(200, z.array(captureFound), 'The best ones first'),
})

const take = createRoute({
  method: 'post',
  path: '/{id}/sources/from-library',
  summary: 'Take a source of another brief over, with its saved copies and chosen excerpts',
  middleware: may('write'),
  request: { params: path('id'), ...takes(takeOverInput) },
  responses: gives(201, takeOverResult, 'Taken over'),
})

const hold = createRoute({
  method: 'post',
  path: '/{id}/sources/copies',
  summary:
    'Let the brief hold saved copies that came with text from another brief; what one may not read is left out',
  middleware: may('write'),
  request: { params: path('id'), ...takes(holdCopiesInput) },
  responses: givesNothing,
})

const grade = createRoute({
  method: 'put',
  path: '/grade',
  summary: 'Grade a work for the whole workspace, or take its grade back',
  middleware: signedIn,
  request: takes(gradeInput),
  responses: givesNothing,
})

const anew = createRoute({
  method: 'post',
  path: '/reindex',
  summary: 'Make the library anew from the briefs and their saved copies (the owner only)',
  middleware: operates,
  responses: gives(200, reindexReport, 'What it holds now'),
})

const settings = createRoute({
  method: 'get',
  path: '/settings',
  summary: 'What the workspace decided: the scale that works are graded on',
  middleware: signedIn,
  responses: gives(200, workspaceSettings, 'The settings'),
})

const choose = createRoute({
  method: 'put',
  path: '/settings',
  summary: 'Choose the scale that works are graded on; grades that were given stay what they were',
  middleware: signedIn,
  request: takes(workspaceSettings),
  responses: gives(200, workspaceSettings, 'Chosen'),
})

export const libraryRoutes = (s: Services) =>
  new OpenAPIHono<Visited>()
    .openapi(works, async (c) => {
      const { q, before } = c.req.valid('query')
      await s.library.upToDate()
      return c.json(await worksOf(s.db, c.var.me.id, { typed: q, before, limit: PAGE }), 200)
    })
    .openapi(details, async (c) => {
      await s.library.upToDate()
      return c.json(await workDetails(s, c.var.me.id, c.req.valid('query').work), 200)
    })
    .openapi(grade, async (c) => {
      await gradeWork(s, c.var.me, c.req.valid('json'))
      return c.body(null, 204)
    })
    .openapi(anew, async (c) => c.json(await s.library.reindex(), 200))
    .openapi(settings, async (c) => c.json({ gradeScale: await gradeScaleOf(s.db) }, 200))
    .openapi(choose, async (c) => {
      if (!c.var.me.owner)
        throw new Refusal(
          'not-allowed',
          'Only the owner of the workspace chooses its scale. Nothing was changed.',
        )
      const { gradeScale } = c.req.valid('json')
      await chooseGradeScale(s.db, gradeScale)
      return c.json({ gradeScale }, 200)
    })
    .openapi(search, async (c) => {
      await s.library.upToDate()
      return c.json(await searchCaptures(s.db, c.var.me.id, c.req.valid('query').q, HITS), 200)
    })

export const takeOverRoutes = (s: Services) =>
  new OpenAPIHono<Visited>()
    .openapi(hold, async (c) => {
      await holdCopies(s, { briefId: c.var.briefId, by: c.var.me }, c.req.valid('json').hashes)
      return c.body(null, 204)
    })
    .openapi(take, async (c) => {
      const { brief, source, excerpts } = c.req.valid('json')
      const role = await roleIn(s.db, brief, c.var.me.id)
      if (!role || !can(role, 'read')) throw new Refusal('no-such-brief')
      const taken = await takeOver(s, {
        into: c.var.briefId,
        by: { id: c.var.me.id, name: c.var.me.name },
        from: { brief, source },
        excerpts,
      })
      return c.json(taken, 201)
    })
