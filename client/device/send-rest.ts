/** Gives the server what lies on this device unsent, before all of it is taken away: often it has it already, and only said so too late. */
import type { Me } from '../../shared/wire/inputs.ts'
import { deviceStore } from '../brief/local-store.ts'
import type { KeptPictures } from '../brief/kept-pictures.ts'
import type { OpenBrief } from '../brief/open-brief.ts'
import { canWrite } from '../../shared/brief/role.ts'
import { sendWaiting, unsentWaiting } from '../brief/waiting-room.ts'
import { keptBriefs } from './answers.ts'

/** A person who wants to leave is not held up longer; what is unsent then is named. */
const SENT_WITHIN = 6_000

/** Resolves when all is sent that could be, or after a few seconds. */
export const sendRest = async ({ id: person, name }: Me): Promise<void> => {
  const unsent = new Set([...(await deviceStore.unsent(person)), ...(await unsentWaiting(person))])
  if (unsent.size === 0) return
  // A part of the editor's page, which somebody who only signs out need not have.
  const [{ openBrief }, { picturesOf }] = await Promise.all([
    import('../brief/open-brief.ts'),
    import('../brief/pictures-of.ts'),
  ])
  const send = async (briefId: string) => {
    const role = keptBriefs(person)?.find(({ id }) => id === briefId)?.role ?? 'viewer'
    const open = openBrief({ briefId, me: { id: person, name }, role })
    if (await isSaved(open)) {
      await sendWaiting(person, briefId, () => undefined)
      await sendPictures(open, picturesOf(open, person, canWrite(role, 'brief')))
    }
    await open.close()
  }
  await Promise.all([...unsent].map((briefId) => send(briefId).catch(() => undefined)))
}

const sendPictures = async (open: OpenBrief, pictures: KeptPictures): Promise<void> => {
  let isNamedAnew = false
  open.doc.once('update', () => (isNamedAnew = true))
  await Promise.race([pictures.reached(), new Promise((resolve) => setTimeout(resolve, SENT_WITHIN))])
  // Only then may the device let go of it.
  if (isNamedAnew) await isSaved(open)
  await pictures.close()
}

const isSaved = ({ connection }: OpenBrief): Promise<boolean> =>
  new Promise((resolve) => {
    const end = (saved: boolean) => {
      clearTimeout(timer)
      stop()
      resolve(saved)
    }
    const timer = setTimeout(() => end(false), SENT_WITHIN)
    const stop = connection.subscribe(() => {
      const { is } = connection.get()
      if (is === 'saved') end(true)
      // It does not change by waiting.
      if (is === 'refused') end(false)
    })
  })
