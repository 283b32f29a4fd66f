const LEAD_FIRST = 0x81;
const LEAD_LAST = 0xfe;
const TRAIL_FIRST = 0x40;
const TRAIL_LAST = 0xfe;

/**
 * Text → GB18030 bytes for ASCII and the two-byte characters (all of GBK). Platforms ship the decoder alone, so the
 * table is that decoder asked for every pair (WHATWG Encoding § 10.2); throws on a character of four bytes.
 */
export function encodeGb18030(text: string): Uint8Array<ArrayBuffer> {
  const table = twoByteTable();
  const bytes = new Uint8Array(text.length * 2);
  let length = 0;
  for (const character of text) {
    const code = character.codePointAt(0)!;
    if (code < 0x80) {
      bytes[length++] = code;
      continue;
    }
    const pair = table.get(character);
    if (pair === undefined) throw new RangeError(`Not a two-byte character of GB18030: ${character}`);
    bytes[length++] = pair >> 8;
    bytes[length++] = pair & 0xff;
  }
  return bytes.slice(0, length);
}

let known: ReadonlyMap<string, number> | null = null;

function twoByteTable(): ReadonlyMap<string, number> {
  if (known !== null) return known;
  const decoder = new TextDecoder('gb18030');
  const table = new Map<string, number>();
  const pair = new Uint8Array(2);
  for (let lead = LEAD_FIRST; lead <= LEAD_LAST; lead++) {
    for (let trail = TRAIL_FIRST; trail <= TRAIL_LAST; trail++) {
      if (trail === 0x7f) continue;
      pair.set([lead, trail]);
      const character = decoder.decode(pair);
      if (character.length === 1 && character !== '\uFFFD') table.set(character, (lead << 8) | trail);
    }
  }
  known = table;
  return table;
}
