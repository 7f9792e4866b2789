/** Leads to the page where an excerpt was published, at its words; of a PDF, at its page. Nothing where it has no address. */
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { AnchoredExcerpt } from '../../shared/brief/excerpt.ts'
import { passageLink, placedLink } from '../../shared/cite/passage-link.ts'
import { useBrief } from './brief-context.ts'
import { say } from '../words/en/brief.ts'

const PDF = 'application/pdf'

export const LiveLink = ({ excerpt, url }: { excerpt: AnchoredExcerpt; url: string | undefined }) => {
  const { captures } = useBrief()
  const { capture, selector } = excerpt
  const [{ start, end }, { exact }] = selector
  const plain = passageLink(url, exact)
  // Whether the words stand there more than once is known from the copy; until it is here, the plain link will do.
  const copy = useQuery({
    queryKey: ['capture', capture],
    queryFn: () => captures.get(capture),
    enabled: plain !== null,
    staleTime: Infinity,
    retry: false,
  })
  const href = useMemo(() => {
    if (!plain || !url || !copy.data) return plain
    const { text, info } = copy.data
    const page = info.mediaType === PDF && info.pages?.findLast((each) => each.start <= start)?.page
    return !page ? placedLink(url, text, { start, end }) : `${url.split('#')[0]}#page=${page}`
  }, [plain, url, copy.data, start, end])
  if (!href || excerpt.erased) return null
  return (
    <a className="button quiet" href={href} target="_blank" rel="noreferrer noopener">
      {say.seeItOnThePage}
    </a>
  )
}
