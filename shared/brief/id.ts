/**
 * Ids of what people make in a brief. Letters and digits that cannot be mistaken for one another, a letter
 * first, so that an id is valid as a Markdown footnote label, an HTML id and an XML name.
 */
import { customAlphabet } from 'nanoid'

const letter = customAlphabet('abcdefghijkmnpqrstuvwxyz', 1)
const rest = customAlphabet('23456789abcdefghijkmnpqrstuvwxyz', 9)

/** A fresh id of ten characters (about 49 bits): unique within a brief without asking anyone, offline too. */
export const newId = (): string => letter() + rest()

/** What an id of a record looks like; ids from files and other programs are held against it. */
export const ID_PATTERN = /^[A-Za-z][A-Za-z0-9_-]{0,63}$/
