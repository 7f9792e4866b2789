/**
 * The server's HTTP API as the client uses it: one function a request, answers held against the shapes of
 * shared/wire/inputs.ts, refusals thrown as `Refusal`, no answer at all as `NotReached`.
 */
import { z } from 'zod'
import type { BibliographyFormat } from '../shared/cite/bibliography-format.ts'
import type { CslItem } from '../shared/cite/csl.ts'
import type { Role } from '../shared/brief/role.ts'
import type { GradeScale } from '../shared/check/grades.ts'
import {
  addedCapture,
  bibliographyResult,
  type BriefSummary,
  briefSummary,
  captureFound,
  captureInfo,
  importResult,
  exportReasonNoted,
  libraryPage,
  me,
  member,
  newSourceResult,
  notice,
  pictureAdded,
  publication,
  role as roleShape,
  type ScheduleInput,
  shareLink,
  sourceCheck,
  type WithdrawalInput,
  takeOverResult,
  workDetails,
  workspaceSettings,
} from '../shared/wire/inputs.ts'
import { Refusal, type RefusalCode, REFUSALS } from '../shared/wire/refusal.ts'
import { say } from './words/en/device.ts'
import { language } from './words/language.ts'
import { particular } from './words/particular.ts'
import { say as refusals } from './words/en/refusals.ts'

/** The server did not answer: no network, or it is not running. */
export class NotReached extends Error {
  constructor(cause: unknown) {
    super(say.serverNotReached, { cause })
    this.name = 'NotReached'
  }
}

/** There is no server, and this device has no room for what the server would have taken. */
export class NotKept extends Error {
  constructor(cause: unknown) {
    super(say.noRoomToKeep, { cause })
    this.name = 'NotKept'
  }
}

/** One sentence for a person, whatever went wrong. */
export const sentenceOf = (error: unknown): string => {
  if (error instanceof Refusal)
    return error.message === REFUSALS[error.code].sentence
      ? refusals[error.code]
      : (particular(error.message) ?? error.message)
  return error instanceof NotReached || error instanceof NotKept
    ? error.message
    : say.somethingWentWrongOnOurSide
}

/** `open`: the brief to show first. */
const signedIn = me.extend({ open: z.string().nullable() })
/** What a link leads to; `me` is null when nobody is signed in here. */
const invitation = z.object({ title: z.string(), role: roleShape, by: z.string(), me: me.nullable() })

const problem = z.object({ type: z.string(), detail: z.string().optional() })

/** What says more than its code, and cannot be said in the language of the page, is said as its code is. */
const sayable = (code: RefusalCode, detail: string | undefined): string | undefined =>
  detail === undefined || language().startsWith('en') || particular(detail) !== null
    ? detail
    : REFUSALS[code].sentence

/** The refusal that an answer carries; an answer without a problem document is named by its status. */
export const refusalFrom = (status: number, body: unknown): Refusal => {
  const said = problem.safeParse(body)
  const code = said.data?.type.replace(/^urn:vouch:refusal:/, '')
  if (code && code in REFUSALS)
    return new Refusal(code as RefusalCode, sayable(code as RefusalCode, said.data?.detail))
  const same = (Object.keys(REFUSALS) as RefusalCode[]).find((name) => REFUSALS[name].status === status)
  return new Refusal(same ?? 'cannot-load')
}

type Request = { method?: string; json?: unknown; form?: FormData; signal?: AbortSignal }

const send = async (
  path: string,
  { method = 'GET', json, form, signal }: Request = {},
): Promise<Response> => {
  const response = await fetch(`/api${path}`, {
    method,
    ...(signal && { signal }),
    credentials: 'same-origin',
    headers: json === undefined ? undefined : { 'content-type': 'application/json' },
    body: json === undefined ? form : JSON.stringify(json),
  }).catch((cause: unknown) => {
    throw new NotReached(cause)
  })
  if (!response.ok) throw refusalFrom(response.status, await response.json().catch(() => null))
  return response
}

const ask = async <T>(shape: z.ZodType<T>, path: string, request?: Request): Promise<T> =>
  shape.parse(await (await send(path, request)).json())

const brief = (id: string) => `/briefs/${encodeURIComponent(id)}`
const sourceOf = (id: string, source: string) => `${brief(id)}/sources/${encodeURIComponent(source)}`

const sourcesCounted = z.object({ sources: z.number() })

export const api = {
  /** Null when nobody is signed in here. */
  me: () =>
    ask(me, '/session').catch((error: unknown) => {
      if (error instanceof Refusal && REFUSALS[error.code].status === 401) return null
      throw error
    }),
  signIn: (key: string, name?: string) => ask(signedIn, '/sign-in', { method: 'POST', json: { key, name } }),
  signOut: () => send('/session', { method: 'DELETE' }),
  invitation: (key: string) => ask(invitation, `/join/${encodeURIComponent(key)}`),
  join: (key: string, name?: string) =>
    ask(z.object({ brief: z.string(), me }), `/join/${encodeURIComponent(key)}`, {
      method: 'POST',
      json: { name },
    }),

  briefs: () => ask(z.array(briefSummary), '/briefs'),
  brief: (id: string) => ask(briefSummary, brief(id)),
  newBrief: (
    title: string,
    from: { copyOf?: string; template?: string; lang?: string } = {},
  ): Promise<BriefSummary> => ask(briefSummary, '/briefs', { method: 'POST', json: { title, ...from } }),
  removeBrief: (id: string) => send(brief(id), { method: 'DELETE' }),
  /** Markdown, or an exported archive. */
  importFile: (file: File) => {
    const form = new FormData()
    form.set('file', file)
    return ask(importResult, '/briefs/import', { method: 'POST', form })
  },

  /** A file that only the server makes. */
  exported: async (id: string, format: string, options: Record<string, string>) =>
    (await send(`${brief(id)}/export.${format}?${new URLSearchParams(options)}`)).blob(),
  /** A Word file that looks as the house's own. */
  exportedInHouse: async (id: string, template: File, options: Record<string, string>) => {
    const form = new FormData()
    form.set('file', template)
    const address = `${brief(id)}/export.docx?${new URLSearchParams(options)}`
    return (await send(address, { method: 'POST', form })).blob()
  },
  /** Why it goes outside against a mark or an embargo. */
  sayWhy: (id: string, format: string, reason: string) =>
    send(`${brief(id)}/export-reasons`, { method: 'POST', json: { format, reason } }),
  exportReasons: (id: string) => ask(z.array(exportReasonNoted), `${brief(id)}/export-reasons`),

  publications: (id: string) => ask(z.array(publication), `${brief(id)}/publications`),
  publish: (id: string, json: { openly: boolean; embargoUntil?: string; reason?: string }) =>
    ask(publication, `${brief(id)}/publications`, { method: 'POST', json }),
  unpublish: (id: string, version: string) =>
    send(`${brief(id)}/publications/${encodeURIComponent(version)}`, { method: 'DELETE' }),

  members: (id: string) => ask(z.array(member), `${brief(id)}/members`),
  changeMember: (id: string, person: string, role: Role) =>
    send(`${brief(id)}/members/${encodeURIComponent(person)}`, { method: 'PATCH', json: { role } }),
  removeMember: (id: string, person: string) =>
    send(`${brief(id)}/members/${encodeURIComponent(person)}`, { method: 'DELETE' }),

  links: (id: string) => ask(z.array(shareLink), `${brief(id)}/links`),
  newLink: (id: string, role: Role, expires?: string) =>
    ask(z.object({ url: z.string() }), `${brief(id)}/links`, { method: 'POST', json: { role, expires } }),
  takeLinkBack: (id: string, link: string) =>
    send(`${brief(id)}/links/${encodeURIComponent(link)}`, { method: 'DELETE' }),

  addText: (id: string, text: string, item: CslItem) =>
    ask(newSourceResult, `${brief(id)}/sources`, { method: 'POST', json: { text, item } }),
  /** Mark-up as a browser or a word processor puts it beside the text that is copied. */
  addHtml: (id: string, html: string, item: CslItem) =>
    ask(newSourceResult, `${brief(id)}/sources`, { method: 'POST', json: { html, item } }),
  /** A page as its reader's browser had it. */
  addPage: (id: string, page: { html: string; address: string; selection?: string }) =>
    ask(newSourceResult, `${brief(id)}/sources`, { method: 'POST', json: page }),
  /** The same bytes twice are one saved copy. */
  addCapture: (id: string, source: string, text: string) =>
    ask(addedCapture, `${sourceOf(id, source)}/captures`, { method: 'POST', json: { text } }),
  /** Of a PDF that is here; `pages`: "201-400". */
  readOtherPages: (id: string, source: string, capture: string, pages: string) =>
    ask(addedCapture, `${sourceOf(id, source)}/captures?${new URLSearchParams({ pages })}`, {
      method: 'POST',
      json: { capture },
    }),

  sourceChecks: (id: string) => ask(z.array(sourceCheck), `${brief(id)}/source-checks`),
  /** Looks at the address of a source again. */
  checkAgain: (id: string, source: string, signal: AbortSignal) =>
    ask(addedCapture, `${sourceOf(id, source)}/check`, { method: 'POST', signal }),
  checkAllAgain: (id: string) => ask(sourcesCounted, `${brief(id)}/source-checks`, { method: 'POST' }),
  setSchedule: (id: string, source: string, schedule: ScheduleInput) =>
    send(`${sourceOf(id, source)}/schedule`, { method: 'PUT', json: schedule }),
  setScheduleOfAll: (id: string, schedule: ScheduleInput) =>
    ask(sourcesCounted, `${brief(id)}/source-checks/schedule`, { method: 'PUT', json: schedule }),
  stopSchedule: (id: string, source: string) =>
    send(`${sourceOf(id, source)}/schedule`, { method: 'DELETE' }),

  /** `source`: what it is to be called; asked for twice, it is there once. */
  addAddress: (id: string, url: string, source?: string) =>
    ask(newSourceResult, `${brief(id)}/sources`, { method: 'POST', json: { url, id: source } }),
  /** `text`: BibTeX, RIS or CSL-JSON, as `format` says. */
  addReferences: (id: string, format: BibliographyFormat, text: string) =>
    ask(bibliographyResult, `${brief(id)}/sources`, { method: 'POST', json: { [format]: text } }),

  /** `before`: the cursor of the page before. */
  library: (q: string, before: string | null, signal: AbortSignal) =>
    ask(libraryPage, `/library?${new URLSearchParams({ q, ...(before !== null && { before }) })}`, {
      signal,
    }),
  work: (work: string) => ask(workDetails, `/library/work?${new URLSearchParams({ work })}`),
  gradeWork: (work: string, grade: string | null, why: string) =>
    send('/library/grade', { method: 'PUT', json: { work, grade, why } }),
  librarySettings: () => ask(workspaceSettings, '/library/settings'),
  chooseScale: (gradeScale: GradeScale) =>
    ask(workspaceSettings, '/library/settings', { method: 'PUT', json: { gradeScale } }),
  searchLibrary: (q: string, signal: AbortSignal) =>
    ask(z.array(captureFound), `/library/search?${new URLSearchParams({ q })}`, { signal }),
  /** Saved copies that came with text from another brief; those that one may not read there stay behind. */
  holdCopies: (id: string, hashes: readonly string[]) =>
    send(`${brief(id)}/sources/copies`, { method: 'POST', json: { hashes } }),
  takeOver: (into: string, from: string, source: string, excerpts: string[]) =>
    ask(takeOverResult, `${brief(into)}/sources/from-library`, {
      method: 'POST',
      json: { brief: from, source, excerpts },
    }),

  notices: (id: string) => ask(z.array(notice), `${brief(id)}/notices`),
  settleNotice: (id: string, event: number, how: 'take' | 'dismiss') =>
    send(`${brief(id)}/notices/${event}`, { method: 'POST', json: { do: how } }),
  withdraw: (id: string, source: string, kind: WithdrawalInput['kind'], why: string) =>
    send(`${sourceOf(id, source)}/withdrawal`, {
      method: 'POST',
      json: { kind, why },
    }),
  takeWithdrawalBack: (id: string, source: string, why: string) =>
    send(`${sourceOf(id, source)}/withdrawal/taken-back`, { method: 'POST', json: { why } }),

  captureInfo: (hash: string) => ask(captureInfo, `/captures/${hash}`),
  captureText: async (hash: string) => (await send(`/captures/${hash}/text`)).text(),
  /** Replaces what the browser's cache holds of a capture by what the server says now. */
  renewCapture: async (hash: string) => {
    for (const part of ['', '/text', '/bytes'])
      await fetch(`/api/captures/${hash}${part}`, { credentials: 'same-origin', cache: 'reload' })
  },
  addPicture: (id: string, file: Blob, signal?: AbortSignal) => {
    const form = new FormData()
    form.set('file', file)
    return ask(pictureAdded, `${brief(id)}/pictures`, { method: 'POST', form, ...(signal && { signal }) })
  },
  /** What a Word file says that came back, as shared/word/document.ts has it. */
  readWord: async (id: string, file: File): Promise<unknown> => {
    const form = new FormData()
    form.set('file', file)
    const answer = (await (await send(`${brief(id)}/word`, { method: 'POST', form })).json()) as {
      file?: unknown
    }
    return answer.file
  },
  /** A picture of another brief that one reads. */
  holdPicture: (id: string, sha256: string) => send(`${brief(id)}/pictures/${sha256}`, { method: 'PUT' }),

  captureBytes: async (hash: string) =>
    new Uint8Array(await (await send(`/captures/${hash}/bytes`)).arrayBuffer()),
}
