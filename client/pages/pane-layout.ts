/** How wide the side panes are and which are folded: remembered on the device, for all briefs alike. */
import { z } from 'zod'

export const PANE_MIN = 240
export const PANE_MAX = 480

export const clampWidth = (width: number): number => Math.round(Math.max(PANE_MIN, Math.min(PANE_MAX, width)))

const width = (usual: number) => z.number().transform(clampWidth).catch(usual)

const paneLayout = z
  .object({
    sources: width(288),
    evidence: width(320),
    sourcesFolded: z.boolean().catch(false),
    evidenceFolded: z.boolean().catch(false),
  })
  .catch({ sources: 288, evidence: 320, sourcesFolded: false, evidenceFolded: false })
export type PaneLayout = z.infer<typeof paneLayout>

/** Whatever was kept, by whatever version: a field that does not read takes its usual value. */
export const readLayout = (kept: string | null): PaneLayout => {
  let json: unknown = {}
  try {
    json = JSON.parse(kept ?? '{}')
  } catch {
    // Not ours, or cut short: the usual layout.
  }
  return paneLayout.parse(json)
}

const KEY = 'vouch.panes'

/** A device that keeps nothing (private window) has the usual layout every time. */
export const keptLayout = (): PaneLayout => {
  try {
    return readLayout(localStorage.getItem(KEY))
  } catch {
    return readLayout(null)
  }
}

export const keepLayout = (layout: PaneLayout): void => {
  try {
    localStorage.setItem(KEY, JSON.stringify(layout))
  } catch {
    // The layout holds for this visit all the same.
  }
}
