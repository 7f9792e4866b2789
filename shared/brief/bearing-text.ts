/** What a reader must know of how a source bears on the sentence. That it supports it is what a citation says anyway. */
import type { Cite } from './citation.ts'

export const bearingText = ({ bearing }: Pick<Cite, 'bearing'>): string => {
  if (bearing === 'contradicts') return 'Contradicts the sentence'
  return bearing === 'context' ? 'For context' : ''
}
