import { factObjectSchema } from '@shared/records/import-object';
import { monthSchema } from '@shared/records/parts';
import { z } from 'zod';

const text = z.string();
const count = z.int().min(0);
const words = z.instanceof(Uint32Array);
const numbered = z.union([z.instanceof(Uint8Array), z.instanceof(Uint16Array), words]);
const wholes = z.union([z.instanceof(Int32Array), z.instanceof(Float64Array)]);
const columns = <T extends z.ZodType>(column: T) => z.record(z.string(), column);
const checksum = z.string().regex(/^[0-9a-f]{16}$/).optional();

type Lengths = { readonly length: number };
const allLong = (length: number, ...arrays: readonly Lengths[]): boolean => arrays.every((array) => array.length === length);

const hotSegment = z
  .strictObject({
    id: text, batchId: text, object: factObjectSchema, source: text, month: monthSchema.nullable(), count,
    dimensions: columns(numbered), days: columns(z.instanceof(Int32Array)), numbers: columns(wholes),
    keyHi: words, keyLo: words, contentHi: words, contentLo: words, checksum,
  })
  .refine((row) => row.id === `${row.batchId}/${row.month ?? 'all'}`, { path: ['id'], error: 'not of its batch and month' })
  .refine((row) => (row.object === 'opportunities') === (row.month === null), { path: ['month'], error: 'all but opportunities lie by month' })
  .refine((row) => allLong(row.count, row.keyHi, row.keyLo, row.contentHi, row.contentLo, ...Object.values(row.dimensions), ...Object.values(row.days), ...Object.values(row.numbers)), { path: ['count'], error: 'columns of different lengths' });

const packedTexts = z
  .strictObject({ bytes: z.instanceof(Uint8Array), offsets: words })
  .refine(({ bytes, offsets }) => offsets[0] === 0 && offsets.at(-1) === bytes.length && offsets.every((offset, i) => i === 0 || offset >= offsets[i - 1]!), { path: ['offsets'], error: 'not rising to the end of the bytes' });

const coldSegment = z
  .strictObject({ id: text, batchId: text, lines: words, dimensions: columns(numbered), numbers: columns(wholes), texts: columns(packedTexts), checksum })
  .refine((row) => row.id.startsWith(`${row.batchId}/`), { path: ['id'], error: 'not of its batch' })
  .refine((row) => allLong(row.lines.length, ...Object.values(row.dimensions), ...Object.values(row.numbers)), { path: ['lines'], error: 'columns of different lengths' })
  .refine((row) => allLong(row.lines.length + 1, ...Object.values(row.texts).map((texts) => texts.offsets)), { path: ['texts'], error: 'columns of different lengths' });

const marks = z
  .strictObject({ id: text, batchId: text, segmentId: text, attests: words, supersedes: words, checksum })
  .refine((row) => row.id === `${row.batchId}>${row.segmentId}`, { path: ['id'], error: 'not of its batch and segment' });

const dictionary = z.strictObject({ id: text, kind: text, first: count, texts: z.array(text), checksum });

/** What a row of each of the ledger's tables must be before a copy's row is let in. */
export const ledgerRowSchemas = { hotSegments: hotSegment, coldSegments: coldSegment, marks, dictionaries: dictionary } as const;
