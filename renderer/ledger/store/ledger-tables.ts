import type { Table } from 'dexie';
import type { WorkbenchDatabase } from '@renderer/data/database';
import type { ColdSegment, DictionaryChunk, HotSegment, SegmentMarks } from './segments';

/** The ledger's tables with the rows it keeps in them. */
export const hotTable = (db: WorkbenchDatabase): Table<HotSegment, string> => db.table('hotSegments');
export const coldTable = (db: WorkbenchDatabase): Table<ColdSegment, string> => db.table('coldSegments');
export const markTable = (db: WorkbenchDatabase): Table<SegmentMarks, string> => db.table('marks');
export const dictionaryTable = (db: WorkbenchDatabase): Table<DictionaryChunk, string> => db.table('dictionaries');
