/** What the house writes of a work or a place in it (shared/words), in the language of the page: for lists and cards, which no file is made of. */
import { writtenIn } from '../../shared/words/written.ts'
import { language } from './language.ts'

export const written = writtenIn(language())
