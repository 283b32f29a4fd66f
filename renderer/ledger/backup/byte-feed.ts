/** Bytes that arrive in slices, asked for by number: only the slice in hand and what is asked for are in memory. */
export class ByteFeed {
  private readonly slices: AsyncIterator<Uint8Array>;
  private slice: Uint8Array = new Uint8Array(0);
  private at = 0;

  constructor(slices: AsyncIterable<Uint8Array>) {
    this.slices = slices[Symbol.asyncIterator]();
  }

  /** Exactly `length` bytes; fewer only where the feed ends. */
  async take(length: number): Promise<Uint8Array> {
    const held = this.slice.length - this.at;
    if (held >= length) return this.cut(length);
    const pieces: Uint8Array[] = [];
    let missing = length;
    while (missing > 0 && (this.at < this.slice.length || (await this.next()))) {
      const piece = this.cut(Math.min(missing, this.slice.length - this.at));
      pieces.push(piece);
      missing -= piece.length;
    }
    return joined(pieces, length - missing);
  }

  /** The bytes up to the next `mark`, without it; null at the end. A last piece that no mark ends is not `whole`. */
  async takeUntil(mark: number): Promise<{ bytes: Uint8Array; whole: boolean } | null> {
    const pieces: Uint8Array[] = [];
    let length = 0;
    for (;;) {
      const found = this.slice.indexOf(mark, this.at);
      const piece = this.cut((found < 0 ? this.slice.length : found) - this.at);
      if (found >= 0) this.at++;
      if (piece.length > 0) pieces.push(piece);
      length += piece.length;
      if (found >= 0) return { bytes: joined(pieces, length), whole: true };
      if (!(await this.next())) return length === 0 ? null : { bytes: joined(pieces, length), whole: false };
    }
  }

  private cut(length: number): Uint8Array {
    this.at += length;
    return this.slice.subarray(this.at - length, this.at);
  }

  private async next(): Promise<boolean> {
    const next = await this.slices.next();
    if (next.done === true) return false;
    this.slice = next.value;
    this.at = 0;
    return true;
  }
}

function joined(pieces: readonly Uint8Array[], length: number): Uint8Array {
  if (pieces.length === 1) return pieces[0]!;
  const whole = new Uint8Array(length);
  let to = 0;
  for (const piece of pieces) {
    whole.set(piece, to);
    to += piece.length;
  }
  return whole;
}
