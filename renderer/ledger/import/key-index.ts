/** Finds a row by its 64-bit key: open addressing over row numbers, the keys themselves stay in their columns. */
export class KeyIndex {
  private slots: Int32Array;
  private mask: number;
  private used = 0;

  constructor(expectedRows: number) {
    const size = 2 ** Math.ceil(Math.log2(Math.max(16, expectedRows * 1.6)));
    this.slots = new Int32Array(size).fill(-1);
    this.mask = size - 1;
  }

  /** The row with this key, or −1. */
  find(keyHi: Uint32Array, keyLo: Uint32Array, hi: number, lo: number): number {
    for (let slot = lo & this.mask; ; slot = (slot + 1) & this.mask) {
      const row = this.slots[slot]!;
      if (row < 0 || (keyLo[row] === lo && keyHi[row] === hi)) return row;
    }
  }

  /** Adds a row whose key is in the columns already and is not in the index. */
  add(keyLo: Uint32Array, row: number): void {
    if (this.used * 10 >= this.slots.length * 7) this.grow(keyLo);
    this.place(keyLo[row]!, row);
    this.used++;
  }

  private place(lo: number, row: number): void {
    let slot = lo & this.mask;
    while (this.slots[slot]! >= 0) slot = (slot + 1) & this.mask;
    this.slots[slot] = row;
  }

  private grow(keyLo: Uint32Array): void {
    const rows = this.slots;
    this.slots = new Int32Array(rows.length * 2).fill(-1);
    this.mask = this.slots.length - 1;
    for (const row of rows) if (row >= 0) this.place(keyLo[row]!, row);
  }
}
