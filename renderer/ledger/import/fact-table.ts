import type { FactObject } from '@shared/records/import-object';
import type { PackedTexts } from './packed-texts';

/** A column of repeated texts: a number per row into `texts`. */
export interface Dimension {
  readonly ids: Int32Array;
  readonly texts: readonly string[];
}

/**
 * The accepted rows of one file as columns: no row objects. Absent columns are missing from their record.
 * orders: day; quantity (1/10,000), amount, margin (分), price (1/10,000), orderKey. opportunities: closeDay, createdDay,
 * expectedDay; amount, won (分), outcome, probability (1/10,000). All others: day, what `datedSpecs` says. Numbers are NaN, days
 * NO_DAY where the cell was blank.
 */
export interface FactTable {
  readonly object: FactObject;
  readonly count: number;
  readonly lines: Uint32Array;
  readonly keyHi: Uint32Array;
  readonly keyLo: Uint32Array;
  readonly contentHi: Uint32Array;
  readonly contentLo: Uint32Array;
  readonly dimensions: Readonly<Record<string, Dimension>>;
  readonly days: Readonly<Record<string, Int32Array>>;
  readonly numbers: Readonly<Record<string, Float64Array>>;
  readonly texts: Readonly<Record<string, PackedTexts>>;
}

/** An owner as the source names it, in one text of the `owner` dimension: key, name and source, parted by U+001F. */
export interface OwnerName {
  readonly ownerKey: string;
  readonly ownerName: string;
  readonly source: string;
}

const PART = '\u001f';
export const ownerText = (owner: OwnerName): string => (owner.ownerKey === '' ? '' : [owner.ownerKey, owner.ownerName, owner.source].join(PART));

/** The blank owner is '' everywhere: 未分配, whatever the source. */
export function readOwnerText(text: string): OwnerName {
  const [ownerKey = '', ownerName = '', source = ''] = text.split(PART);
  return { ownerKey, ownerName, source };
}
