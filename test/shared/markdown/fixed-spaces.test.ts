import { expect, it } from 'vitest'
import type { BodyNode } from '../../../shared/brief/body.ts'
import { toMarkdown } from '../../../shared/markdown/write.ts'
import { fromMarkdown } from '../../../shared/markdown/read.ts'
import { withOrder } from '../../../shared/brief/read.ts'
import { toHtml } from '../../../shared/export/html.ts'

const body = (...texts: string[]): BodyNode => ({
  type: 'doc',
  content: texts.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
})

it('Spaces without a line break, dashes and quotation marks are the same after Markdown, wherever they stand', () => {
  const { contents } = fromMarkdown('')
  const written = body(
    '12\u00a0%',
    '«\u202fnon\u202f»',
    '\u00a0first',
    'last\u00a0',
    'a–b—c…',
    '„nein“ – ’90s',
  )
  const brief = withOrder({ ...contents, body: written })
  expect(fromMarkdown(toMarkdown(brief)).contents.body).toEqual(written)
  expect(toHtml(brief)).toContain('12\u00a0%')
})
