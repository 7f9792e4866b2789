/** The pictures of an open brief that lie on this device: asked for again each time when the server is reached anew. */
import { api } from '../api.ts'
import { shelfOf } from './capture-shelf.ts'
import { type KeptPictures, keepPictures } from './kept-pictures.ts'
import type { OpenBrief } from './open-brief.ts'

export const picturesOf = (
  { briefId, doc, unsent, connection }: Pick<OpenBrief, 'briefId' | 'doc' | 'unsent' | 'connection'>,
  person: string,
  canWrite: boolean,
  onLeftOver?: (called: string) => void,
): KeptPictures => {
  const kept = keepPictures({
    brief: briefId,
    doc,
    shelf: shelfOf(person),
    add: canWrite ? (picture, signal) => api.addPicture(briefId, picture, signal) : null,
    unsent,
    ...(onLeftOver && { onLeftOver }),
  })
  let away = true
  const look = () => {
    const { is } = connection.get()
    if (is === 'offline' || is === 'not-kept' || is === 'retrying') away = true
    if (is !== 'saved' || !away) return
    away = false
    void kept.reached()
  }
  look()
  const stop = connection.subscribe(look)
  return {
    ...kept,
    close() {
      stop()
      return kept.close()
    },
  }
}
