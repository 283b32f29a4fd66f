/** A row of the ledger's tables that is not as it was written: the disk has changed it, and nothing under it noticed. */
export class DamagedRow extends Error {
  override readonly name = 'DamagedRow';
}

export interface Sealed {
  readonly id: string;
  /** Of all other fields, as they were written; rows from before there were checksums have none. */
  readonly checksum?: string;
}

/** Every field a ledger row may have: a checksum whose own name was damaged must not pass for a row without one. */
const KNOWN: ReadonlySet<string> = new Set([
  'id', 'batchId', 'object', 'source', 'month', 'count', 'dimensions', 'days', 'numbers', 'keyHi', 'keyLo', 'contentHi', 'contentLo',
  'lines', 'texts', 'segmentId', 'attests', 'supersedes', 'kind', 'first',
]);

/**
 * The row with the checksum it is stored under. Chromium keeps large values as files that nothing checks, so that a
 * flipped byte there would silently change figures.
 */
export function sealed<T extends Sealed>(row: T): T {
  return { ...row, checksum: checksumOf(row) };
}

/** Throws DamagedRow, which names table and row, when a row is not as it was sealed. */
export function requireIntact(table: string, rows: readonly Sealed[]): void {
  for (const row of rows) {
    const intact = row.checksum === undefined ? Object.keys(row).every((field) => KNOWN.has(field)) : row.checksum === checksumOf(row);
    if (!intact) throw new DamagedRow(`${table} ${row.id}`);
  }
}

/** 64 bits as 16 hex digits over every field but the checksum itself. */
function checksumOf(row: Sealed): string {
  const sum = new Checksum();
  const { checksum: _sealedAs, ...fields } = row;
  sum.value(fields);
  return sum.hex();
}

const TEXT = 1;
const NUMBER = 2;
const LIST = 3;
const FIELDS = 4;
const BYTES = 5;
const OTHER = 6;

/**
 * Two lanes of rotate, xor and multiply by an odd number: each step can be turned back, so a change in any one word always
 * changes its lane. Not for secrets. All machines this runs on store the low byte first.
 */
class Checksum {
  private a = 0x243f6a88;
  private b = 0x85a308d3;
  private readonly number = new Float64Array(1);

  value(value: unknown): void {
    if (ArrayBuffer.isView(value)) this.bytes(value);
    else if (typeof value === 'string') this.text(value);
    else if (typeof value === 'number') {
      this.number[0] = value;
      this.word(NUMBER);
      this.bytes(this.number);
    } else if (Array.isArray(value)) {
      this.pair(LIST, value.length);
      for (const item of value) this.value(item);
    } else if (typeof value === 'object' && value !== null) {
      const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
      this.pair(FIELDS, entries.length);
      for (const [name, field] of entries) {
        this.text(name);
        this.value(field);
      }
    } else {
      this.word(OTHER);
      this.text(String(value));
    }
  }

  hex(): string {
    return [this.a, this.b].map((lane) => (avalanche(lane) >>> 0).toString(16).padStart(8, '0')).join('');
  }

  private pair(toA: number, toB: number): void {
    this.a = Math.imul(((this.a << 13) | (this.a >>> 19)) ^ toA, 0x85ebca6b);
    this.b = Math.imul(((this.b << 17) | (this.b >>> 15)) ^ toB, 0xc2b2ae35);
  }

  private word(value: number): void {
    this.pair(value, value);
  }

  private text(text: string): void {
    this.pair(TEXT, text.length);
    for (let i = 0; i < text.length; i++) this.word(text.charCodeAt(i));
  }

  private bytes(view: ArrayBufferView): void {
    this.pair(BYTES, view.byteLength);
    const whole = view.byteLength >> 2;
    const words = view.byteOffset % 4 === 0 ? new Uint32Array(view.buffer, view.byteOffset, whole) : new Uint32Array(view.buffer.slice(view.byteOffset, view.byteOffset + whole * 4));
    let { a, b } = this;
    let i = 0;
    for (; i + 1 < whole; i += 2) {
      a = Math.imul(((a << 13) | (a >>> 19)) ^ words[i]!, 0x85ebca6b);
      b = Math.imul(((b << 17) | (b >>> 15)) ^ words[i + 1]!, 0xc2b2ae35);
    }
    this.a = a;
    this.b = b;
    if (i < whole) this.word(words[i]!);
    const tail = new Uint8Array(view.buffer, view.byteOffset + whole * 4, view.byteLength - whole * 4);
    for (const byte of tail) this.word(byte);
  }
}

function avalanche(value: number): number {
  let h = value;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}
