/** Largest input of one call: a long list of change-sets or a saved table fits, a runaway page does not. */
export const INPUT_LIMIT = 64 * 1024 * 1024;

/** Roughly the bytes of a cloned value; stops counting once past the limit. */
export function measureInput(value: unknown, limit = INPUT_LIMIT): number {
  let bytes = 0;
  const waiting: unknown[] = [value];
  while (waiting.length > 0 && bytes <= limit) {
    const next = waiting.pop();
    bytes += 8;
    if (typeof next === 'string') bytes += next.length * 2;
    else if (ArrayBuffer.isView(next) || next instanceof ArrayBuffer) bytes += next.byteLength;
    else if (next instanceof Map || next instanceof Set) return limit + 1;
    else if (Array.isArray(next)) for (const each of next) waiting.push(each);
    else if (typeof next === 'object' && next !== null) {
      for (const [key, each] of Object.entries(next)) {
        bytes += key.length * 2;
        waiting.push(each);
      }
    }
  }
  return bytes;
}

/** A bucket that holds `burst` calls and refills at `perSecond`. `take` is false when it is empty. */
export class CallRate {
  private left: number;
  private at: number;

  constructor(
    now: number,
    private readonly perSecond = 500,
    private readonly burst = 1_000,
  ) {
    this.left = burst;
    this.at = now;
  }

  take(now: number): boolean {
    this.left = Math.min(this.burst, this.left + (Math.max(0, now - this.at) / 1_000) * this.perSecond);
    this.at = now;
    if (this.left < 1) return false;
    this.left -= 1;
    return true;
  }
}
