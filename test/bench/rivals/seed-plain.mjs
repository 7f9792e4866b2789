/** A body as JSON (ProseMirror's) from standard input into an update of a plain editor's document, on standard output. */
import { getSchema } from '@tiptap/core'
import { prosemirrorJSONToYDoc } from '@tiptap/y-tiptap'
import { encodeStateAsUpdate } from 'yjs'
import { extensions } from './plain-editor/schema.mjs'

let json = ''
for await (const piece of process.stdin) json += piece
const doc = prosemirrorJSONToYDoc(getSchema(extensions), JSON.parse(json), 'default')
process.stdout.write(encodeStateAsUpdate(doc))
