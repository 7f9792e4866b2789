/** What a source is used for and how it bears on the sentence, in a reader's words. */
import { say } from '../../words/en/cite.ts'

export const USES = {
  quoted: say.quoted,
  paraphrased: say.paraphrased,
  computed: say.computedFromIt,
  background: say.background,
} as const
export const BEARINGS = {
  supports: say.supports,
  contradicts: say.bearsAgainst,
  context: say.givesContext,
} as const
