/** How deeply a brief can be nested, apart from the schema: what reads a brief need not bring the editor. */

/** So many types inside each other. Deeper ones are nobody's writing, and what walks a document by recursion ends at a few thousand. */
export const DEPTH_LIMIT = 64

/** Where a block of text can stand at the deepest: below it come its text, what is embedded there, and the attributes of that. */
export const TEXT_DEPTH = DEPTH_LIMIT - 4
