/**
 * Finds a row by its 64-bit key: open addressing. A slot holds the row and the low half of its key side by side, so that
 * a look costs one place in memory; the high halves stay in their column.
 */
export class KeyIndex {
  private slots: Int32Array;
  private mask: number;
  private used = 0;

  constructor(expectedRows: number) {
    const size = 2 ** Math.ceil(Math.log2(Math.max(16, expectedRows * 1.4)));
    this.slots = new Int32Array(size * 2).fill(-1);
    this.mask = size - 1;
  }

  /** The row with this key, or −1. */
  find(keyHi: Uint32Array, hi: number, lo: number): number {
    const { slots, mask } = this;
    const low = lo | 0;
    for (let slot = low & mask; ; slot = (slot + 1) & mask) {
      const row = slots[slot * 2]!;
      if (row < 0 || (slots[slot * 2 + 1] === low && keyHi[row] === hi)) return row;
    }
  }

  /** The row that has this key already, or −1 after the new row was entered under it. */
  findOrAdd(keyHi: Uint32Array, hi: number, lo: number, newRow: number): number {
    if (this.used * 10 >= (this.mask + 1) * 8) this.grow();
    const { slots, mask } = this;
    const low = lo | 0;
    let slot = low & mask;
    for (;;) {
      const row = slots[slot * 2]!;
      if (row < 0) break;
      if (slots[slot * 2 + 1] === low && keyHi[row] === hi) return row;
      slot = (slot + 1) & mask;
    }
    slots[slot * 2] = newRow;
    slots[slot * 2 + 1] = low;
    this.used++;
    return -1;
  }

  private grow(): void {
    const before = this.slots;
    this.slots = new Int32Array(before.length * 2).fill(-1);
    this.mask = this.slots.length / 2 - 1;
    for (let from = 0; from < before.length; from += 2) {
      if (before[from]! < 0) continue;
      let slot = before[from + 1]! & this.mask;
      while (this.slots[slot * 2]! >= 0) slot = (slot + 1) & this.mask;
      this.slots[slot * 2] = before[from]!;
      this.slots[slot * 2 + 1] = before[from + 1]!;
    }
  }
}
