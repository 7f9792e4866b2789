/** What a source is used for and how it bears on the sentence, in a reader's words. */
export const USES = {
  quoted: 'Quoted',
  paraphrased: 'Paraphrased',
  computed: 'Computed from it',
  background: 'Background',
} as const
export const BEARINGS = {
  supports: 'Supports',
  contradicts: 'Contradicts',
  context: 'Gives context',
} as const
