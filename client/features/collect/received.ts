/** What another site's page says to our window: hostile until its shape, its size and where it comes from were looked at. */
import { z } from 'zod'
import { SELECTION_LIMIT, TEXT_LIMIT } from '../../../shared/wire/inputs.ts'
import { PAGE } from './bookmarklet.ts'
import { say } from '../../words/en/collect.ts'

const shape = z.strictObject({
  vouch: z.literal(PAGE),
  html: z.string().min(1),
  address: z.string().max(4000),
  title: z.string(),
  selection: z.string(),
})

export type SentPage = {
  html: string
  address: string
  title: string
  /** Empty: nothing was selected. */
  selection: string
  /** Where it truly comes from, as the browser says. */
  origin: string
}

export type Received = { page: SentPage } | { refused: string }

/** Null for what is no page that was sent to us. */
export const received = (data: unknown, origin: string): Received | null => {
  const sent = shape.safeParse(data)
  if (!sent.success) return null
  const { html, address, title, selection } = sent.data
  // A page can say any address; the browser says which site it is of.
  if (
    !URL.canParse(address) ||
    !/^https?:$/.test(new URL(address).protocol) ||
    new URL(address).origin !== origin
  )
    return {
      refused: say.pageHasNoAddress,
    }
  if (html.length > TEXT_LIMIT)
    return {
      refused: say.pageIsLarger(TEXT_LIMIT / 1024 / 1024),
    }
  return {
    page: {
      html,
      address,
      title: title.trim().slice(0, 500),
      selection: selection.length > SELECTION_LIMIT ? '' : selection.trim(),
      origin,
    },
  }
}
