/** The bytes of a saved copy that is a picture, as an address that this page alone can draw. */
import { useQuery } from '@tanstack/react-query'
import { api } from '../../../api.ts'

/** Nothing else is drawn: what a server calls otherwise might be a program. */
const DRAWN = /^image\/(?:png|jpeg|gif|webp)$/

export const isPicture = (mediaType: string): boolean => DRAWN.test(mediaType)

/** Pictures that the browser holds for this page; those before them are fetched again from its cache. */
const HELD = 40
const held: string[] = []

const addressOf = async (hash: string, mediaType: string): Promise<string> => {
  const address = URL.createObjectURL(new Blob([await api.captureBytes(hash)], { type: mediaType }))
  if (held.push(address) > HELD) URL.revokeObjectURL(held.shift()!)
  return address
}

export const usePicture = (hash: string, mediaType: string) => {
  const picture = useQuery({
    queryKey: ['picture', hash],
    queryFn: () => addressOf(hash, mediaType),
    enabled: isPicture(mediaType),
    staleTime: Infinity,
    gcTime: 0,
    retry: 1,
  })
  return { address: picture.data ?? null, error: picture.error, again: () => void picture.refetch() }
}
