/** How the camera was held that took a photograph: all that is read of EXIF. */

export const EXIF = 'Exif\0\0'

/** How the camera was held, 1 to 8 (EXIF 2.32, 4.6.4); 1 where it is not said. */
export const orientationOf = (view: Buffer): number => {
  try {
    for (let at = 2; view[at] === 0xff && view[at + 1] !== 0xda;) {
      const end = at + 2 + view.readUInt16BE(at + 2)
      if (view[at + 1] === 0xe1 && view.toString('latin1', at + 4, at + 10) === EXIF)
        return inDirectory(view.subarray(at + 10, end))
      at = end
    }
  } catch {
    // Cut off: not said.
  }
  return 1
}

const inDirectory = (tiff: Buffer): number => {
  const little = tiff.toString('latin1', 0, 2) === 'II'
  const short = (at: number) => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at))
  const first = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4)
  const count = short(first)
  for (let n = 0; n < count; n++) {
    const entry = first + 2 + n * 12
    if (short(entry) !== 0x0112) continue
    const value = short(entry + 8)
    return value >= 1 && value <= 8 ? value : 1
  }
  return 1
}
