/**
 * What is not allowed or not possible, by a stable name. One file in the server turns it into a status, another
 * into a close code; the sentence is what a person reads: what is kept, and what to do.
 */
export const REFUSALS = {
  'not-signed-in': {
    status: 401,
    sentence: 'You are not signed in here. Open the sign-in address, or ask for a link.',
  },
  'session-ended': {
    status: 401,
    sentence: 'Your session ended. What you wrote stays on this device; sign in again to send it.',
  },
  'not-allowed': {
    status: 403,
    sentence: 'Your role in this brief does not allow that. Ask its owner for another role.',
  },
  'wrong-origin': {
    status: 403,
    sentence: 'This address may not talk to this server. Open Vouch at its own address.',
  },
  'no-such-brief': { status: 404, sentence: 'There is no such brief, or you are not among its members.' },
  'no-such-source': { status: 404, sentence: 'This brief has no such source.' },
  'no-such-capture': { status: 404, sentence: 'There is no such saved copy, or you may not read it.' },
  erased: { status: 410, sentence: 'This saved copy was erased.' },
  'no-such-link': { status: 404, sentence: 'This link does not work. Ask for a new one.' },
  'link-ended': { status: 410, sentence: 'This link has ended or was taken back. Ask for a new one.' },
  'key-used': {
    status: 410,
    sentence:
      'This sign-in key was used or is too old. Restart the server, or run "npx vouch user link NAME", for a new one.',
  },
  'name-needed': { status: 422, sentence: 'Give your name: it is shown to the people you write with.' },
  'no-such-member': { status: 404, sentence: 'There is no such person in this brief.' },
  'no-such-person': { status: 404, sentence: 'There is no such person in this workspace.' },
  'no-such-token': { status: 404, sentence: 'There is no such token. Nothing was changed.' },
  'last-owner': { status: 409, sentence: 'A brief needs an owner. Make someone else the owner first.' },
  'no-such-page': { status: 404, sentence: 'There is nothing at this address.' },
  'not-json': { status: 400, sentence: 'The request is not valid JSON. Nothing was changed.' },
  invalid: { status: 422, sentence: 'Something in the request is missing or wrong. Nothing was changed.' },
  'too-large': { status: 413, sentence: 'This is larger than the limit. Nothing was changed.' },
  'empty-text': {
    status: 422,
    sentence: 'There is no text in it. Nothing was added; paste the text or choose another file.',
  },
  'not-text': {
    status: 415,
    sentence:
      'This does not read as text. Nothing was added; save it as plain text, HTML, Word or PDF and try again.',
  },
  'unknown-kind': {
    status: 415,
    sentence:
      'This kind of file cannot be read. Nothing was added; save it as .pdf, .docx, .html or .txt, or paste the text.',
  },
  encrypted: {
    status: 422,
    sentence:
      'This file is locked with a password. Nothing was added; save a copy without the password, or paste the text.',
  },
  'range-needed': {
    status: 422,
    sentence: 'This file has too many pages to be read at once. Nothing was added; say which pages you need.',
  },
  unreadable: {
    status: 422,
    sentence:
      'This file is damaged and cannot be read. Nothing was added; open it in its own program and save it again, or paste the text.',
  },
  'needs-much': {
    status: 422,
    sentence:
      'Reading this file takes more memory than one file may have. Nothing was added; save the part that you need as a file of its own, or paste the text.',
  },
  'takes-long': {
    status: 422,
    sentence:
      'Reading this file takes longer than half a minute. Nothing was added; save the part that you need as a file of its own, or paste the text.',
  },
  'address-refused': {
    status: 422,
    sentence:
      'This address is not opened by the server. Nothing was added; save the page from your browser and add the file.',
  },
  'fetch-failed': {
    status: 422,
    sentence:
      'The page could not be fetched. Nothing was added; check the address, or save the page from your browser and add the file.',
  },
  walled: {
    status: 422,
    sentence:
      'The site shows the server a sign-in, a consent page or a check instead of the article. Nothing was added; save it from your browser instead, and add the file.',
  },
  'outside-capture': {
    status: 422,
    sentence: 'The passage lies outside the saved copy. Nothing was added; mark it again.',
  },
  'no-such-publication': {
    status: 404,
    sentence: 'This brief has no such published version. Nothing was changed.',
  },
  'reason-needed': {
    status: 409,
    sentence:
      'This would go outside below the mark of a source, or before an embargo ends. Nothing was exported; give a reason, which is recorded.',
  },
  'not-markdown': { status: 422, sentence: 'This file cannot be read as a brief. Nothing was imported.' },
  'cannot-load': {
    status: 503,
    sentence: 'This brief cannot be loaded just now. Nothing was lost; try again, or tell the operator.',
  },
  'cannot-write': {
    status: 503,
    sentence: 'The server cannot store changes just now. Yours stay on this device; try again later.',
  },
  damaged: {
    status: 503,
    sentence:
      'Part of what was stored of this brief is damaged, so it can be read and exported but not changed. What you wrote stays on this device; its owner can repair it.',
  },
  'brief-full': {
    status: 409,
    sentence:
      'This brief is as large as a brief can be, so nothing more fits in. What is there stays; delete what is not needed any more, or begin a second brief, and try again.',
  },
  'too-many': { status: 429, sentence: 'Too many requests. Wait a moment and try again.' },
} as const satisfies Record<string, { status: number; sentence: string }>

export type RefusalCode = keyof typeof REFUSALS

/** Thrown where something is not allowed or not possible; `detail` adds one sentence of particulars. */
export class Refusal extends Error {
  readonly code: RefusalCode
  readonly detail: string | undefined
  constructor(code: RefusalCode, detail?: string) {
    super(detail ?? REFUSALS[code].sentence)
    this.name = 'Refusal'
    this.code = code
    this.detail = detail
  }
}

/** RFC 9457. `type` is `urn:vouch:refusal:CODE`, stable; `detail` is the sentence for a person. */
export type Problem = { type: string; title: string; status: number; detail: string }

export const toProblem = (code: RefusalCode, detail?: string): Problem => ({
  type: `urn:vouch:refusal:${code}`,
  title: REFUSALS[code].sentence,
  status: REFUSALS[code].status,
  detail: detail ?? REFUSALS[code].sentence,
})
