/** Writes small pictures by hand (PNG 3rd edition): grey paper with a black box on it. */
import { crc32, deflateSync } from 'node:zlib'

const chunk = (type: string, body: Buffer): Buffer => {
  const named = Buffer.concat([Buffer.from(type), body])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(body.length, 0)
  frame.writeUInt32BE(crc32(named), 4)
  return Buffer.concat([frame.subarray(0, 4), named, frame.subarray(4)])
}

/** `box`: left, top, width, height in points. `claims`: the size that it says it has. */
export const tinyPng = (
  width: number,
  height: number,
  box: [number, number, number, number] = [0, 0, 0, 0],
  claims = { width, height },
): Buffer => {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(claims.width, 0)
  header.writeUInt32BE(claims.height, 4)
  header.set([8, 0, 0, 0, 0], 8)
  const rows = Buffer.alloc((width + 1) * height, 0xdd)
  const [left, top, wide, high] = box
  for (let y = 0; y < height; y++) {
    const row = y * (width + 1)
    rows[row] = 0
    if (y >= top && y < top + high) rows.fill(0, row + 1 + left, row + 1 + left + wide)
  }
  return Buffer.concat([
    Buffer.from('\u0089PNG\r\n\u001a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}
