/** What the server or the device did not do. */
import { spoken } from '../language.ts'

export const say = spoken('device', {
  // api.ts
  serverNotReached: 'The server cannot be reached. Nothing was changed; try again when you are connected.',
  noRoomToKeep:
    'There is no connection, and this device has no room to keep it. Nothing was added; make room, or add it when you are connected.',
  somethingWentWrongOnOurSide:
    'Something went wrong on our side. Nothing was changed; reload the page and try again.',

  // leave-device.ts
  untitledBrief: 'Untitled brief',
})
