/** How tests look at a refusal: its status, its stable type, and one clear sentence. */
import { expect } from 'vitest'
import { REFUSALS, type RefusalCode } from '../../shared/wire/refusal.ts'
import type { Answer } from './server.ts'

/** Expects the answer to be this refusal, as RFC 9457 has it; `sentence` is what it must say. */
export const expectRefusal = (answer: Answer, code: RefusalCode, sentence?: RegExp): void => {
  expect(answer.body).toMatchObject({
    type: `urn:vouch:refusal:${code}`,
    status: REFUSALS[code].status,
    title: REFUSALS[code].sentence,
  })
  expect(answer.status).toBe(REFUSALS[code].status)
  expect(answer.headers.get('content-type')).toBe('application/problem+json')
  expect(answer.body.detail).toMatch(/^[A-Z"].*[.?!A-Z]$/s)
  if (sentence) expect(answer.body.detail).toMatch(sentence)
}
