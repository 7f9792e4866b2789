/** The blocks whose content is inline: text, citations and hard breaks. */
export const textBlocks: ReadonlySet<string> = new Set(['paragraph', 'heading', 'codeBlock', 'caption'])
