import type { ImportField, SourceMapping } from '@shared/contracts/import-run';
import { listsWord } from '@shared/domain/imports/stage-outcome';
import type { ColumnTotal } from '@shared/records/import-batch';
import type { DayReader, DimensionReader, NumberReader, TextReader } from './cell-readers';
import { type Dimension, type FactTable, ownerText } from './fact-table';
import type { RowHasher } from './row-hasher';
import type { ShareReader } from './share-reader';

export interface FactReaders {
  readonly dimension: (field: ImportField) => DimensionReader | null;
  readonly text: (field: ImportField) => TextReader | null;
  readonly day: (field: ImportField) => DayReader | null;
  readonly number: (field: ImportField) => NumberReader | null;
  readonly share: (field: ImportField) => ShareReader | null;
}

/** What one object's rows must obey once their cells are read. */
export interface FactRules {
  /** Checks and completes a row (derived columns, signs); the field and code of what is wrong, else null. */
  complete(row: number): { field: ImportField | null; code: 'required' | 'number.tooLarge' | 'number.outOfRange' | 'status.notCounted' | 'won.withoutAmount' | 'won.withoutDate' | 'flag.malformed'; detail: string } | null;
  /** Amount for an issue's note, in 分; null if unread. */
  amountOf(row: number): number | null;
  /** The same for a row that another cell spoils, instead of `complete`: the file's totals hold it, so its amount explains them. */
  amountOfSpoilt(row: number): number | null;
  /** Hashes the row's identity; true when it must occur once in a file, false when equal ones are told apart by count. */
  identify(hasher: RowHasher, row: number, contentHi: number, contentLo: number): boolean;
  /** The finished columns; `rows` are accepted. */
  columns(rows: number): Pick<FactTable, 'dimensions' | 'days' | 'numbers' | 'texts'>;
  totals(rows: number): ColumnTotal[];
}

/** Owner id and name columns as one dimension; the id is the key where there is one, else the name. */
export function ownerDimension(readers: FactReaders, source: string, rows: number): Dimension | null {
  const names = readers.dimension('owner');
  const keys = readers.dimension('ownerId');
  if (names === null && keys === null) return null;
  const numberOf = new Map<number, number>();
  const texts: string[] = [];
  const ids = new Int32Array(rows);
  const keyCount = keys === null ? 1 : keys.texts.length;
  for (let row = 0; row < rows; row++) {
    const name = names === null ? 0 : names.ids[row]!;
    const key = keys === null ? 0 : keys.ids[row]!;
    const pair = name * keyCount + key;
    let id = numberOf.get(pair);
    if (id === undefined) {
      const ownerName = names?.texts[name] ?? '';
      const ownerKey = keys?.texts[key] ?? '';
      id = texts.push(ownerText({ ownerKey: ownerKey || ownerName, ownerName: ownerName || ownerKey, source })) - 1;
      numberOf.set(pair, id);
    }
    ids[row] = id;
  }
  return { ids, texts };
}

/** Says of a row whether its status is one that counts; each distinct status is looked up once. */
export function statusFilter({ countedStatuses }: SourceMapping, status: DimensionReader | null): (row: number) => boolean {
  if (countedStatuses === null || status === null) return () => true;
  const counted = new Map<number, boolean>();
  return (row) => {
    const id = status.ids[row]!;
    let counts = counted.get(id);
    if (counts === undefined) {
      counts = listsWord(countedStatuses, status.texts[id]!);
      counted.set(id, counts);
    }
    return counts;
  };
}
