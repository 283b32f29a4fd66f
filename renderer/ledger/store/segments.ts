import type { YearMonth } from '@shared/kernel/month';
import type { FactObject } from '@shared/records/import-object';
import type { PackedTexts } from '../import/packed-texts';
import type { Sealed } from './checksum';

/** Workspace dictionary numbers, as narrow as the largest allows. */
export type NumberedTexts = Uint8Array | Uint16Array | Uint32Array;
/** Whole numbers: Int32 (NO_INT = blank) where all fit, else Float64 (NaN = blank). */
export type WholeNumbers = Int32Array | Float64Array;
export const NO_INT = -2_147_483_648;

/** The columns that figures are made of, of one month or all (opportunities, month null) of one batch. Never changed. */
export interface HotSegment extends Sealed {
  /** `${batchId}/${month}` or `${batchId}/all` */
  readonly id: string;
  readonly batchId: string;
  readonly object: FactObject;
  readonly source: string;
  readonly month: YearMonth | null;
  readonly count: number;
  readonly dimensions: Readonly<Record<string, NumberedTexts>>;
  readonly days: Readonly<Record<string, Int32Array>>;
  readonly numbers: Readonly<Record<string, WholeNumbers>>;
  readonly keyHi: Uint32Array;
  readonly keyLo: Uint32Array;
  readonly contentHi: Uint32Array;
  readonly contentLo: Uint32Array;
}

/** What only a list of rows shows: texts, prices, the line in the file. Same id and order as the hot segment. */
export interface ColdSegment extends Sealed {
  readonly id: string;
  readonly batchId: string;
  readonly lines: Uint32Array;
  readonly dimensions: Readonly<Record<string, NumberedTexts>>;
  readonly numbers: Readonly<Record<string, WholeNumbers>>;
  readonly texts: Readonly<Record<string, PackedTexts>>;
}

/**
 * What a batch says about rows of an earlier segment: `attests` = its file holds the same row; `supersedes` = its file
 * holds that identity, so this version no longer counts while the batch stands. Row numbers, ascending.
 */
export interface SegmentMarks extends Sealed {
  /** `${batchId}>${segmentId}` */
  readonly id: string;
  readonly batchId: string;
  readonly segmentId: string;
  readonly attests: Uint32Array;
  readonly supersedes: Uint32Array;
}

/** Texts numbered `first`, `first + 1` … of one dictionary; chunks are only ever added. */
export interface DictionaryChunk extends Sealed {
  readonly id: string;
  readonly kind: string;
  readonly first: number;
  readonly texts: readonly string[];
}

export const numberAt = (values: WholeNumbers | undefined, row: number): number => {
  const value = values === undefined ? Number.NaN : values[row]!;
  return value === NO_INT && values instanceof Int32Array ? Number.NaN : value;
};
