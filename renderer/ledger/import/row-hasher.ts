/** A 64-bit hash as two unsigned halves. */
export interface Hash64 {
  readonly hi: number;
  readonly lo: number;
}

/** As much of a hash as one number holds exactly: its lower 53 bits. */
export const lower53 = (hi: number, lo: number): number => (hi & 0x1fffff) * 4_294_967_296 + lo;

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

  /** One well-mixed word for each lane: half the work of two words for both. */
  pair(toHi: number, toLo: number): void {
    let k = Math.imul(toHi, 0xcc9e2d51);
    k = Math.imul((k << 15) | (k >>> 17), 0x1b873593);
    const hi = this.hi ^ k;
    this.hi = (Math.imul((hi << 13) | (hi >>> 19), 5) + 0xe6546b64) | 0;
    k = Math.imul(toLo, 0x239b961b);
    k = Math.imul((k << 16) | (k >>> 16), 0xab0e9789);
    const lo = this.lo ^ k;
    this.lo = (Math.imul((lo << 17) | (lo >>> 15), 5) + 0x561ccd1b) | 0;
    this.count += 4;
  }

  word(value: number): void {
    this.pair(value, value);
  }

  /** A safe integer under a seed: its upper half is folded into the lanes differently, so that no two share both. */
  whole(value: number, seed: number): void {
    const upper = Math.floor(value / 4_294_967_296) | 0;
    const lower = (value >>> 0) + Math.imul(seed, 0x9e3779b1);
    this.pair(lower ^ Math.imul(upper, 0x85ebca6b), lower ^ Math.imul(upper, 0xc2b2ae35));
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

/** Of the text's UTF-8 bytes, so that it does not depend on the file's encoding; the seed tells fields apart. */
export function hashText(text: string, seed = 0): Hash64 {
  const bytes = encoder.encode(text);
  textHasher.start(seed);
  textHasher.bytes(bytes, 0, bytes.length);
  textHasher.finish();
  return { hi: textHasher.hi, lo: textHasher.lo };
}
