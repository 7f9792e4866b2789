/** Says how many pictures no file can have yet: they lie on the device of whoever brought them. */
import type * as Y from 'yjs'
import { waitingPictures } from '../../../shared/brief/waiting-pictures.ts'
import { say } from '../../words/en/export.ts'

export const MissingPictures = ({ doc }: { doc: Y.Doc }) => {
  const missing = [...waitingPictures(doc).values()].flat().length
  return missing > 0 && <p role="alert">{say.picturesOnTheirWay(missing)}</p>
}
