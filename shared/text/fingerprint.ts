/**
 * A short name for some words, the same on every machine: two texts that read the same have the same one.
 * It tells a check whether its sentence is still the one that was read.
 */
import { digest } from 'lib0/hash/sha256'

/** SHA-256 of the words in NFC with every run of white space as one space; 32 hexadecimal digits (128 bits). */
export const fingerprint = (words: string): string => {
  const plain = words.normalize('NFC').replace(/\s+/gu, ' ').trim()
  const bytes = digest(new TextEncoder().encode(plain))
  return Array.from(bytes.subarray(0, 16), (b) => b.toString(16).padStart(2, '0')).join('')
}
