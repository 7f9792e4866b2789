/**
 * The kinds of files a brief is written as: the one list for the button, the address and the command line. Their writers stand in
 * write.ts, so that a page that offers them need not bring them.
 */
import type { MarkdownOptions } from '../markdown/options.ts'

export type ExportOptions = MarkdownOptions
export type Audience = NonNullable<ExportOptions['audience']>

export type Format = {
  /** In a dialog. */
  name: string
  mediaType: string
  /** Who it is for, where nobody says. */
  audience: Audience
  /** Which of the options change it. */
  takes: readonly (keyof ExportOptions)[]
  /** Whether the bytes of pictures stand in the one file. */
  pictures?: true
}

/** By the end of the file's name. */
export const FORMATS = {
  md: {
    name: 'Markdown',
    mediaType: 'text/markdown; charset=utf-8',
    audience: 'inside',
    takes: ['audience', 'citations', 'evidence'],
  },
  html: {
    name: 'Web page',
    mediaType: 'text/html; charset=utf-8',
    audience: 'outside',
    takes: ['audience', 'evidence'],
    pictures: true,
  },
  'csl.json': {
    name: 'Cited works, CSL-JSON',
    mediaType: 'application/vnd.citationstyles.csl+json',
    audience: 'outside',
    takes: [],
  },
  bib: {
    name: 'Cited works, BibTeX',
    mediaType: 'application/x-bibtex; charset=utf-8',
    audience: 'outside',
    takes: [],
  },
  ris: {
    name: 'Cited works, RIS',
    mediaType: 'application/x-research-info-systems; charset=utf-8',
    audience: 'outside',
    takes: [],
  },
} as const satisfies Record<string, Format>

export type FormatName = keyof typeof FORMATS
export const FORMAT_NAMES = Object.keys(FORMATS) as FormatName[]

/** Made by the server only: they hold what no document does. Their writers stand in server/brief/export.ts. */
export const SERVER_FORMATS = {
  docx: {
    name: 'Word',
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    audience: 'outside',
    takes: ['audience', 'evidence'],
  },
  pdf: { name: 'PDF', mediaType: 'application/pdf', audience: 'outside', takes: ['audience', 'evidence'] },
  zip: {
    name: 'Everything, as an archive',
    mediaType: 'application/zip',
    audience: 'inside',
    takes: ['audience'],
  },
} as const satisfies Record<string, Format>

export type ServerFormatName = keyof typeof SERVER_FORMATS
export type AnyFormatName = FormatName | ServerFormatName
export const EVERY_FORMAT: Record<AnyFormatName, Format> = { ...FORMATS, ...SERVER_FORMATS }
export const EVERY_FORMAT_NAME = Object.keys(EVERY_FORMAT) as AnyFormatName[]

export const isServerFormat = (format: AnyFormatName): format is ServerFormatName => format in SERVER_FORMATS
