/**
 * Opens the original bytes of a PDF for drawing. pdf.js is large and comes when the first PDF is looked at; its worker,
 * fonts and character maps are files of our own.
 */
import type * as PdfJs from 'pdfjs-dist/legacy/build/pdf.mjs'
import { api } from '../../../api.ts'

type Pdf = typeof PdfJs
export type OpenPdf = { pdf: Pdf; document: PdfJs.PDFDocumentProxy; close(): void }

/** Beside the page's own files; see `pdfFiles` in vite.config.ts. */
const FILES = '/pdf'

const loadPdf = async (): Promise<Pdf> => {
  const [pdf, worker] = await Promise.all([
    import('pdfjs-dist/legacy/build/pdf.mjs'),
    import('pdfjs-dist/legacy/build/pdf.worker.min.mjs?url'),
  ])
  pdf.GlobalWorkerOptions.workerSrc = worker.default
  return pdf
}

/** Throws what the API throws, or what pdf.js says of a file that it cannot draw. */
export const openPdf = async (hash: string): Promise<OpenPdf> => {
  const [pdf, data] = await Promise.all([loadPdf(), api.captureBytes(hash)])
  const task = pdf.getDocument({
    data,
    cMapUrl: `${FILES}/cmaps/`,
    cMapPacked: true,
    standardFontDataUrl: `${FILES}/standard_fonts/`,
    wasmUrl: `${FILES}/wasm/`,
    // The page's policy lets no text become code; the files have a way without.
    useWasm: false,
    isEvalSupported: false,
    enableXfa: false,
    disableFontFace: false,
  })
  const document = await task.promise
  return { pdf, document, close: () => void task.destroy() }
}
