/**
 * What the server says of a refusal beyond its code. It comes in English, which programs read too; another language has its sentences
 * by the English ones, with {} for what is put in (client/words/particular.ts).
 */
import { spoken } from '../language.ts'

export const say = spoken('particulars', {} as Record<string, string>)
