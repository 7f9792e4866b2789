/** Erasing evidence for good, by an owner and with a reason; and which backups still hold it. */
import fs from 'node:fs'
import path from 'node:path'
import { createRoute, OpenAPIHono } from '@hono/zod-openapi'
import { eraseInput, eraseReport } from '../../shared/wire/inputs.ts'
import { eraseFrom } from '../brief/erase.ts'
import type { Services } from '../services.ts'
import { ASIDE } from '../storage/restore.ts'
import { backupsIn } from '../storage/scheduled-backups.ts'
import { may } from './access.ts'
import { gives, path as inPath, takes } from './describe.ts'
import type { Visited } from './session.ts'

const erase = createRoute({
  method: 'post',
  path: '/{id}/erase',
  summary: 'Erase a source, a saved copy or an excerpt for good',
  middleware: may('own'),
  request: { params: inPath('id'), ...takes(eraseInput) },
  responses: gives(200, eraseReport, 'Erased; and the files made before that still hold it'),
})

export const eraseRoutes = (s: Services) =>
  new OpenAPIHono<Visited>().openapi(erase, async (c) => {
    const { kind, target, why } = c.req.valid('json')
    const { id, name } = c.var.me
    const operates = c.var.visitor.by === 'operator' || c.var.me.owner
    const what = { kind, id: target }
    const done = await eraseFrom(s, { briefId: c.var.briefId, what, by: { id, name }, why, operates })
    // Where files lie on the server is for who runs it.
    const stillIn = operates ? filesFromBefore(s) : []
    return c.json({ ...done, stillIn }, 200)
  })

/** Backups, and stores that a restore kept aside: all are older than what was erased just now. */
const filesFromBefore = ({ config }: Services): string[] => [
  ...(config.backups ? backupsIn(config.backups.dir) : []),
  ...fs
    .readdirSync(config.dataDir)
    .filter((name) => ASIDE.test(name))
    .map((name) => path.join(config.dataDir, name)),
]
