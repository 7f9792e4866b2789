/** The library: every work of the briefs that one may read, where it is used, and the words of the saved copies. */
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Library } from 'lucide-react'
import { useState } from 'react'
import { api, sentenceOf } from '../api.ts'
import { FoundCopies } from '../features/library/found-copies.tsx'
import { ScaleChoice } from '../features/library/scale-choice.tsx'
import { WorkRow } from '../features/library/work-row.tsx'
import type { Me } from '../../shared/wire/inputs.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { TextField } from '../ui/text-field.tsx'
import { useSettled } from '../ui/use-settled.ts'
import { HomeFrame } from './home-frame.tsx'
import '../styles/library.css'
import { say } from '../words/en/library.ts'

/** One letter is in every text. */
const SEARCHED_FROM = 2

export const LibraryPage = ({ me }: { me: Me }) => {
  const [typed, setTyped] = useState('')
  const q = useSettled(typed.trim())
  const works = useInfiniteQuery({
    queryKey: ['library', 'works', q],
    queryFn: ({ pageParam, signal }) => api.library(q, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.cursor,
    placeholderData: (before) => before,
  })
  const found = useQuery({
    queryKey: ['library', 'search', q],
    queryFn: ({ signal }) => api.searchLibrary(q, signal),
    enabled: q.length >= SEARCHED_FROM,
    placeholderData: (before) => before,
  })
  const all = works.data?.pages.flatMap((page) => page.works) ?? []
  const total = works.data?.pages[0]?.total ?? 0
  const copies = q.length >= SEARCHED_FROM ? (found.data ?? []) : []
  const error = works.error ?? found.error
  const searching = q !== ''

  return (
    <HomeFrame me={me} at="library" title={say.library}>
      <search>
        <TextField
          label={say.searchLabel}
          type="search"
          value={typed}
          onValue={setTyped}
          placeholder={say.searchExample}
        />
      </search>
      {error && (
        <p role="alert" className="briefs-error">
          {sentenceOf(error)}{' '}
          <Button
            onClick={() => {
              void works.refetch()
              if (q.length >= SEARCHED_FROM) void found.refetch()
            }}
          >
            {say.tryAgain}
          </Button>
        </p>
      )}
      {works.data && !searching && all.length === 0 && (
        <EmptyState icon={<Library aria-hidden />} title={say.noSourceYet}>
          <p>{say.howToBegin}</p>
        </EmptyState>
      )}
      {works.data && searching && all.length === 0 && copies.length === 0 && !found.isFetching && (
        <EmptyState title={say.nothingHasInIt(q)}>
          <p>{say.nothingFoundWhere}</p>
        </EmptyState>
      )}
      {all.length > 0 && (
        <section aria-labelledby="library-works">
          <h2 id="library-works" className="library-head">
            {say.works(total)}
          </h2>
          <ul className="briefs-list">
            {all.map((work) => (
              <WorkRow key={work.work} work={work} />
            ))}
          </ul>
          {works.hasNextPage && (
            <p className="library-more">
              <Button busy={works.isFetchingNextPage} onClick={() => void works.fetchNextPage()}>
                {say.showMore}
              </Button>
            </p>
          )}
        </section>
      )}
      {copies.length > 0 && (
        <section aria-labelledby="library-copies">
          <h2 id="library-copies" className="library-head">
            {say.foundInSavedCopiesCount(copies.length)}
          </h2>
          <FoundCopies found={copies} />
        </section>
      )}
      {me.owner && all.length > 0 && !searching && <ScaleChoice />}
    </HomeFrame>
  )
}
