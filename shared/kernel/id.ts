/** UUID version 7 (RFC 9562): the first 48 bits are the time, so ids sort by when they were made. */
export type Id = string;

export const ID_PATTERN = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** Builds an id from the time in ms and 10 random bytes; both arrive as arguments so that domain code stays pure. */
export function uuidV7(nowMs: number, random: Uint8Array): Id {
  if (random.length < 10) throw new RangeError('uuidV7 needs 10 random bytes');
  const hex = (value: number, width: number) => value.toString(16).padStart(width, '0');
  const bytes = Array.from(random.subarray(0, 10), (byte) => byte);
  bytes[0] = (bytes[0]! & 0x0f) | 0x70;
  bytes[2] = (bytes[2]! & 0x3f) | 0x80;
  const tail = bytes.map((byte) => hex(byte, 2)).join('');
  const time = hex(nowMs, 12);
  return `${time.slice(0, 8)}-${time.slice(8)}-${tail.slice(0, 4)}-${tail.slice(4, 8)}-${tail.slice(8)}`;
}
