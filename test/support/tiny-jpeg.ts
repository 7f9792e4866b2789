/** The head of a photograph, as far as its size and how it was held: what a file of Word needs to know, and no more. */

/** `orientation`: 1 to 8 (EXIF 2.32, 4.6.4). No program can draw it: there are no lines of a picture in it. */
export const tinyJpeg = (width: number, height: number, orientation: number): Buffer => {
  const exif = Buffer.from(
    `45786966000049492a000800000001001201030001000000${orientation.toString(16).padStart(2, '0')}00000000000000`,
    'hex',
  )
  const frame = Buffer.from([8, height >> 8, height & 255, width >> 8, width & 255, 1, 1, 0x11, 0])
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe1, exif),
    segment(0xc0, frame),
    Buffer.from([0xff, 0xd9]),
  ])
}

const segment = (marker: number, body: Buffer) =>
  Buffer.concat([Buffer.from([0xff, marker, (body.length + 2) >> 8, (body.length + 2) & 255]), body])
