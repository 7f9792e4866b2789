/** The number of the schema, apart from it: the first page asks for the number and must not bring the editor. */

/**
 * Raised whenever a node or mark is added or its meaning changes. A client that knows less is kept out of the
 * document, because a ProseMirror binding deletes what it does not know.
 */
export const SCHEMA_VERSION = 2
