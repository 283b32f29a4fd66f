/**
 * A ledger row as bytes: lengths of header and body (two 32-bit words, low byte first), the header (JSON), the body (the
 * raw bytes of its typed arrays, one after the other, low byte first as on every machine this runs on).
 * In the header a text, a boolean, null and a number stand for themselves; an array is {"a": […]}, an object
 * {"o": [[name, value] …]}, a number that JSON has no word for {"n": "NaN"}, a typed array {"t": [type, offset, length]}.
 * A Uint32Array that never falls (lines of the file, where texts begin) is {"d": [offset, length]}: the differences from one
 * element to the next, the first from 0. They are nearly all alike, so that they cost next to nothing once compressed.
 */
const arrayTypes = { Uint8Array, Uint16Array, Uint32Array, Int32Array, Float64Array } as const;
type ArrayName = keyof typeof arrayTypes;
type PackedArray = InstanceType<(typeof arrayTypes)[ArrayName]>;

export const LENGTHS_BYTES = 8;
const MOST_BYTES = 0x7fff_ffff;
const oddNumbers: Readonly<Record<string, number>> = { NaN: Number.NaN, Infinity, '-Infinity': -Infinity, '-0': -0 };

/** Bytes that are no packed row; the reason says what of it. */
export class MalformedRow extends Error {
  override readonly name = 'MalformedRow';
}

/** The row in pieces to be written one after the other; typed arrays are copied only where their differences are written. Throws for what a row cannot hold. */
export function packRow(row: object): Uint8Array[] {
  const body: Uint8Array[] = [];
  let offset = 0;
  const shapeOf = (value: unknown): unknown => {
    if (typeof value === 'string' || typeof value === 'boolean' || value === null) return value;
    if (typeof value === 'number') return Number.isFinite(value) && !Object.is(value, -0) ? value : { n: Object.is(value, -0) ? '-0' : String(value) };
    if (Array.isArray(value)) return { a: value.map(shapeOf) };
    if (ArrayBuffer.isView(value)) {
      const name = value.constructor.name;
      if (!isArrayName(name)) throw new TypeError(`A packed row holds no ${name}`);
      const length = value.byteLength / arrayTypes[name].BYTES_PER_ELEMENT;
      const rising = value instanceof Uint32Array && neverFalls(value);
      const shape = rising ? { d: [offset, length] } : { t: [name, offset, length] };
      const written = rising ? differences(value) : value;
      body.push(new Uint8Array(written.buffer, written.byteOffset, written.byteLength));
      offset += value.byteLength;
      return shape;
    }
    if (typeof value !== 'object') throw new TypeError(`A packed row holds no ${typeof value}`);
    return { o: Object.entries(value).map(([name, field]) => [name, shapeOf(field)]) };
  };
  const header = new TextEncoder().encode(JSON.stringify(shapeOf(row)));
  const lengths = new DataView(new ArrayBuffer(LENGTHS_BYTES));
  lengths.setUint32(0, header.length, true);
  lengths.setUint32(4, offset, true);
  return [new Uint8Array(lengths.buffer), header, ...body];
}

/** How many bytes follow the two lengths. Throws MalformedRow when no row is that long. */
export function lengthsOf(bytes: Uint8Array): { header: number; body: number } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, LENGTHS_BYTES);
  const [header, body] = [view.getUint32(0, true), view.getUint32(4, true)];
  if (header < 2 || header > MOST_BYTES || body > MOST_BYTES) throw new MalformedRow(`lengths ${header}, ${body}`);
  return { header, body };
}

/** The row again, every array in memory of its own. Throws MalformedRow for anything `packRow` does not write. */
export function unpackRow(header: Uint8Array, body: Uint8Array): unknown {
  let offset = 0;
  const arrayOf = (shape: unknown): PackedArray => {
    if (!Array.isArray(shape) || shape.length !== 3) throw new MalformedRow('array without type, offset and length');
    const [name, from, length] = shape as unknown[];
    if (typeof name !== 'string' || !isArrayName(name)) throw new MalformedRow(`array type ${String(name)}`);
    const Type = arrayTypes[name];
    if (from !== offset) throw new MalformedRow(`array at ${String(from)} instead of ${offset}`);
    if (typeof length !== 'number' || !Number.isInteger(length) || length < 0) throw new MalformedRow(`array length ${String(length)}`);
    const end = offset + length * Type.BYTES_PER_ELEMENT;
    if (end > body.length) throw new MalformedRow(`array up to ${end} of ${body.length} bytes`);
    const own = body.slice(offset, end);
    offset = end;
    return new Type(own.buffer, 0, length);
  };
  const valueOf = (shape: unknown): unknown => {
    if (typeof shape !== 'object' || shape === null) return shape;
    const [[tag, content] = ['', null], ...more] = Object.entries(shape);
    if (more.length > 0 || Array.isArray(shape)) throw new MalformedRow('untagged value');
    if (tag === 't') return arrayOf(content);
    if (tag === 'd') return sums(arrayOf(Array.isArray(content) ? ['Uint32Array', ...(content as unknown[])] : content));
    if (tag === 'n' && typeof content === 'string' && Object.hasOwn(oddNumbers, content)) return oddNumbers[content];
    if (tag === 'a' && Array.isArray(content)) return content.map(valueOf);
    if (tag === 'o' && Array.isArray(content)) return Object.fromEntries(content.map(fieldOf));
    throw new MalformedRow(`tag ${tag}`);
  };
  const fieldOf = (entry: unknown): [string, unknown] => {
    if (!Array.isArray(entry) || entry.length !== 2 || typeof entry[0] !== 'string') throw new MalformedRow('field without name and value');
    return [entry[0], valueOf(entry[1])];
  };
  const row = valueOf(shapeIn(header));
  if (offset !== body.length) throw new MalformedRow(`${body.length - offset} bytes belong to nothing`);
  return row;
}

function shapeIn(header: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(header));
  } catch (cause) {
    throw new MalformedRow('header is no JSON', { cause });
  }
}

const neverFalls = (values: Uint32Array): boolean => values.every((value, at) => at === 0 || value >= values[at - 1]!);

const differences = (values: Uint32Array): Uint32Array<ArrayBuffer> => Uint32Array.from(values, (value, at) => value - (at === 0 ? 0 : values[at - 1]!));

/** The array whose differences these are. Throws MalformedRow where it would not be one of 32-bit words. */
function sums(steps: PackedArray): PackedArray {
  let sum = 0;
  return steps.map((step) => {
    sum += step;
    if (sum > 0xffff_ffff) throw new MalformedRow('differences beyond 32 bits');
    return sum;
  });
}

const isArrayName = (name: string): name is ArrayName => Object.hasOwn(arrayTypes, name);
