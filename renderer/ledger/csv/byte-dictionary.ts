/** Numbers distinct byte strings in the order they are met. Bytes are compared, not decoded: a text is decoded once. */
export class ByteDictionary {
  size = 0;
  private capacity = 1 << 10;
  private slots = new Int32Array(this.capacity).fill(-1);
  private hashes = new Int32Array(this.capacity);
  private offsets = new Uint32Array(this.capacity);
  private lengths = new Uint32Array(this.capacity);
  private store = new Uint8Array(1 << 14);
  private used = 0;
  private lastId = -1;

  /** The number of bytes [start, end); a new one is `size − 1` afterwards. */
  idOf(bytes: Uint8Array, start: number, end: number): number {
    const length = end - start;
    // Files are often sorted: the value of the row above is tried first.
    if (this.lastId >= 0 && this.holds(this.lastId, bytes, start, length)) return this.lastId;
    let hash = length | 0;
    let at = start;
    for (; at + 4 <= end; at += 4) hash = Math.imul(hash ^ (bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24)), 0x9e3779b1) ^ (hash >>> 13);
    for (; at < end; at++) hash = Math.imul(hash ^ bytes[at]!, 0x01000193);
    hash ^= hash >>> 15;
    const mask = this.capacity - 1;
    let slot = hash & mask;
    for (;;) {
      const id = this.slots[slot]!;
      if (id < 0) break;
      if (this.hashes[id] === hash && this.holds(id, bytes, start, length)) return (this.lastId = id);
      slot = (slot + 1) & mask;
    }
    this.slots[slot] = this.size;
    return (this.lastId = this.add(hash, bytes, start, end));
  }

  /** The bytes of a number; valid until the next addition. */
  bytesOf(id: number): Uint8Array {
    return this.store.subarray(this.offsets[id]!, this.offsets[id]! + this.lengths[id]!);
  }

  private holds(id: number, bytes: Uint8Array, start: number, length: number): boolean {
    if (this.lengths[id] !== length) return false;
    const { store } = this;
    const offset = this.offsets[id]!;
    // Names share their beginnings: the last byte tells them apart soonest.
    if (length > 0 && store[offset + length - 1] !== bytes[start + length - 1]) return false;
    for (let i = 0; i < length; i++) if (store[offset + i] !== bytes[start + i]) return false;
    return true;
  }

  private add(hash: number, bytes: Uint8Array, start: number, end: number): number {
    const id = this.size++;
    const length = end - start;
    this.hashes[id] = hash;
    this.offsets[id] = this.used;
    this.lengths[id] = length;
    while (this.used + length > this.store.length) this.store = resized(this.store, this.store.length * 2);
    this.store.set(bytes.subarray(start, end), this.used);
    this.used += length;
    if (this.size * 2 > this.capacity) this.grow();
    return id;
  }

  private grow(): void {
    this.capacity *= 2;
    this.hashes = resized(this.hashes, this.capacity);
    this.offsets = resized(this.offsets, this.capacity);
    this.lengths = resized(this.lengths, this.capacity);
    this.slots = new Int32Array(this.capacity).fill(-1);
    const mask = this.capacity - 1;
    for (let id = 0; id < this.size; id++) {
      let slot = this.hashes[id]! & mask;
      while (this.slots[slot]! >= 0) slot = (slot + 1) & mask;
      this.slots[slot] = id;
    }
  }
}

/** A longer copy, the new part 0. */
export function resized<T extends Uint8Array | Int32Array | Uint32Array | Float64Array>(array: T, length: number): T {
  const copy = new (array.constructor as new (length: number) => T)(length);
  copy.set(array);
  return copy;
}
