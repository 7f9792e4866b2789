/**
 * Opens the brief of the address as soon as the program runs: its socket and this device's copy come while the scripts that draw it
 * are still read. Only for who came with the page; anybody else is asked for first.
 */
import { api } from '../api.ts'
import { type OpenBrief, openBrief } from '../brief/open-brief.ts'
import { cameWith } from '../device/came-with.ts'
import type { BriefSummary, Me } from '../../shared/wire/inputs.ts'

type Opening = { brief: BriefSummary; me: Me }

/** Milliseconds. A page that is not drawn by then is not drawn. */
const WAITS = 30_000

let early: (Opening & { open: OpenBrief; leave: ReturnType<typeof setTimeout> }) | null = null

const openFor = ({ brief: { id, role, title }, me }: Opening): OpenBrief =>
  openBrief({
    briefId: id,
    me: { id: me.id, name: me.name },
    role,
    titleBefore: title,
    askRole: async () => (await api.brief(id)).role,
  })

export const openEarly = (): { open: OpenBrief; me: Me } | null => {
  const { brief, me } = cameWith()
  if (early || !brief || !me || location.pathname !== `/b/${brief.id}`) return null
  const open = openFor({ brief, me })
  const leave = setTimeout(() => {
    early = null
    void open.close()
  }, WAITS)
  early = { brief, me, open, leave }
  return early
}

/** The one that was opened early, once; else one that is opened now. */
export const openNow = (opening: Opening): OpenBrief => {
  const was = early
  early = null
  if (!was) return openFor(opening)
  clearTimeout(was.leave)
  const { brief, me } = opening
  if (was.brief.id === brief.id && was.brief.role === brief.role && was.me.id === me.id) return was.open
  void was.open.close()
  return openFor(opening)
}
