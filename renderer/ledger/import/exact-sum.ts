/** A sum that never loses a unit: a double while it is safe, BigInt beyond. */
export class ExactSum {
  private near = 0;
  private far = 0n;

  /** A whole number below 2^52. */
  add(value: number): void {
    this.near += value;
    if (this.near > 4_000_000_000_000_000 || this.near < -4_000_000_000_000_000) this.carry();
  }

  addBig(value: bigint): void {
    this.far += value;
  }

  total(): bigint {
    this.carry();
    return this.far;
  }

  private carry(): void {
    this.far += BigInt(this.near);
    this.near = 0;
  }
}
