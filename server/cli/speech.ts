/** What a command says: a line for a person or JSON for a program, and every error in one sentence. */
import { ConfigMistakes } from '../config.ts'
import { Refusal, toProblem } from '../../shared/wire/refusal.ts'
import { StartMistake } from '../storage/start-mistake.ts'

type Sink = { write(text: string | Uint8Array, done: (error?: Error | null) => void): unknown }
export type Streams = { stdout: Sink; stderr: Sink }

export type Speech = {
  json: boolean
  /** For commander's own help and errors. */
  streams: { writeOut(text: string): void; writeErr(text: string): void }
  /** Resolves when the reader took it: a pipe may be slow, and what is left at the exit is lost. */
  write(text: string | Uint8Array): Promise<void>
  answer(value: unknown, line: string): Promise<void>
  fail(error: unknown): void
}

export const createSpeech = ({ stdout, stderr }: Streams, json: boolean): Speech => {
  const write = (text: string | Uint8Array) =>
    new Promise<void>((resolve, reject) => {
      stdout.write(text, (error) => (error ? reject(error) : resolve()))
    })
  const writeErr = (text: string) => void stderr.write(text, () => {})
  return {
    json,
    streams: { writeOut: (text) => void stdout.write(text, () => {}), writeErr },
    write,
    answer: (value, line) => write(`${json ? JSON.stringify(value) : line}\n`),
    fail(error) {
      const sentence = sentenceOf(error)
      const problem =
        error instanceof Refusal
          ? toProblem(error.code, error.detail)
          : { type: 'urn:vouch:mistake', detail: sentence }
      writeErr(`${json ? JSON.stringify(problem) : sentence}\n`)
    },
  }
}

const sentenceOf = (error: unknown): string => {
  if (error instanceof Refusal || error instanceof StartMistake || error instanceof ConfigMistakes)
    return error.message
  // Nobody foresaw it: whoever mends it needs to know where it happened.
  return error instanceof Error
    ? `Something went wrong on our side. ${error.stack}`
    : 'Something went wrong on our side.'
}
