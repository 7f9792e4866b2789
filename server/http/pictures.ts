/** Pictures for the figures of a brief. They are read where captures are, by their hash. */
import { createRoute, OpenAPIHono } from '@hono/zod-openapi'
import { pictureAdded } from '../../shared/wire/inputs.ts'
import { addPicture, holdPicture } from '../brief/add-picture.ts'
import type { Services } from '../services.ts'
import { may } from './access.ts'
import { gives, givesNothing, path, takesFile } from './describe.ts'
import type { Visited } from './session.ts'
import { receiveUpload } from './upload.ts'

const create = createRoute({
  method: 'post',
  path: '/',
  summary:
    'Bring in a picture (PNG, JPEG, GIF, WebP) for a figure; what a camera wrote into it is taken out. The body names it by `sha256`',
  middleware: may('write'),
  request: { params: path('id'), ...takesFile },
  responses: gives(201, pictureAdded, 'Stored, or there already'),
})

const hold = createRoute({
  method: 'put',
  path: '/{hash}',
  summary: 'Let the brief hold a picture that you may read in another brief',
  middleware: may('write'),
  request: { params: path('id', 'hash') },
  responses: givesNothing,
})

export const pictureRoutes = (s: Services) =>
  new OpenAPIHono<Visited>()
    .openapi(create, async (c) => {
      const { brought, forget } = await receiveUpload(c, s.incoming)
      try {
        return c.json(await addPicture(s, { briefId: c.var.briefId, by: c.var.me }, brought), 201)
      } finally {
        await forget()
      }
    })
    .openapi(hold, async (c) => {
      await holdPicture(s, { briefId: c.var.briefId, by: c.var.me }, c.req.valid('param').hash)
      return c.body(null, 204)
    })
