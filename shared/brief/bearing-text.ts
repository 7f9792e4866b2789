/** What a reader must know of how a source bears on the sentence. That it supports it is what a citation says anyway. */
import type { Cite } from './citation.ts'
import { english, type WrittenWords } from '../words/english.ts'

export const bearingText = ({ bearing }: Pick<Cite, 'bearing'>, words: WrittenWords = english): string => {
  if (bearing === 'contradicts') return words.contradicts
  return bearing === 'context' ? words.forContext : ''
}
