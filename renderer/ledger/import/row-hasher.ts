/** A 64-bit hash as two unsigned halves. */
export interface Hash64 {
  readonly hi: number;
  readonly lo: number;
}

const encoder = new TextEncoder();

/**
 * A 64-bit hash of a row in two lanes (MurmurHash3 x86 rounds with different constants), without allocating.
 * Not for secrets: it tells rows apart. `start`, then any mix of values, then `finish` and read `hi` and `lo`.
 */
export class RowHasher {
  hi = 0;
  lo = 0;
  private count = 0;

  start(seed: number): void {
    this.hi = seed ^ 0x243f6a88;
    this.lo = seed ^ 0x85a308d3;
    this.count = 0;
  }

  word(value: number): void {
    let k = Math.imul(value, 0xcc9e2d51);
    k = Math.imul((k << 15) | (k >>> 17), 0x1b873593);
    const hi = this.hi ^ k;
    this.hi = (Math.imul((hi << 13) | (hi >>> 19), 5) + 0xe6546b64) | 0;
    k = Math.imul(value, 0x239b961b);
    k = Math.imul((k << 16) | (k >>> 16), 0xab0e9789);
    const lo = this.lo ^ k;
    this.lo = (Math.imul((lo << 17) | (lo >>> 15), 5) + 0x561ccd1b) | 0;
    this.count += 4;
  }

  /** A safe integer. */
  whole(value: number): void {
    this.word(value >>> 0);
    this.word(Math.floor(value / 4_294_967_296) | 0);
  }

  bytes(source: Uint8Array, start: number, end: number): void {
    this.word(end - start);
    let at = start;
    for (; at + 4 <= end; at += 4) this.word(source[at]! | (source[at + 1]! << 8) | (source[at + 2]! << 16) | (source[at + 3]! << 24));
    let tail = 0;
    for (let shift = 0; at < end; at++, shift += 8) tail |= source[at]! << shift;
    if (tail !== 0) this.word(tail);
  }

  finish(): void {
    this.hi = avalanche(this.hi ^ this.count);
    this.lo = avalanche(this.lo ^ this.count);
    this.hi = (this.hi + this.lo) >>> 0;
    this.lo = (this.lo + this.hi) >>> 0;
  }
}

function avalanche(value: number): number {
  let h = value;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

const textHasher = new RowHasher();

/** Of the text's UTF-8 bytes, so that it does not depend on the file's encoding. */
export function hashText(text: string): Hash64 {
  const bytes = encoder.encode(text);
  textHasher.start(0);
  textHasher.bytes(bytes, 0, bytes.length);
  textHasher.finish();
  return { hi: textHasher.hi, lo: textHasher.lo };
}
